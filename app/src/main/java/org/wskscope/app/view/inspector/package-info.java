/** What is selected: its arguments, its mask bit by bit, why it was answered so, what it waits for, and its line in C. */
@NullMarked
package org.wskscope.app.view.inspector;

import org.jspecify.annotations.NullMarked;

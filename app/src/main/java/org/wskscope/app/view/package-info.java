/** The contract of a tool window, and the words it shows. */
@NullMarked
package org.wskscope.app.view;

import org.jspecify.annotations.NullMarked;

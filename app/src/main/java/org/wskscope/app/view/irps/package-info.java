/** The requests that wait, and how to cancel one. */
@NullMarked
package org.wskscope.app.view.irps;

import org.jspecify.annotations.NullMarked;

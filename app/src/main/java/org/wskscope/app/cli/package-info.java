/** The same jobs without a window: commands for a terminal; never loads a JavaFX class. */
@NullMarked
package org.wskscope.app.cli;

import org.jspecify.annotations.NullMarked;

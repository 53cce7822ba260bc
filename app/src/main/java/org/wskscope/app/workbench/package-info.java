/** The window: top bar, tool stripe, dock area, status bar, action search and notices. */
@NullMarked
package org.wskscope.app.workbench;

import org.jspecify.annotations.NullMarked;

/** The window: top bar, tool stripe, dock area, status bar, action search, notices. */
@NullMarked
package org.wskscope.app.workbench;

import org.jspecify.annotations.NullMarked;

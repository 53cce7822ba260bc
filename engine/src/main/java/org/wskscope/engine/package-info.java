/** Winsock Kernel over Netty and the trace log: everything below the window, usable as a library. */
@NullMarked
package org.wskscope.engine;

import org.jspecify.annotations.NullMarked;

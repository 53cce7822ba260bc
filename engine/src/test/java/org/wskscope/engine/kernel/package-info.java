/** Tests of the kernel beside the rules: many threads, real sockets, memory. */
@NullMarked
package org.wskscope.engine.kernel;

import org.jspecify.annotations.NullMarked;

/** Remote ends for demonstrations, written on the transport, so that they run over real sockets and in memory alike. */
@NullMarked
package org.wskscope.engine.peer;

import org.jspecify.annotations.NullMarked;

/** Real sockets on Netty's NIO transport; the only room where {@code io.netty} is spoken. */
@NullMarked
package org.wskscope.engine.transport.netty;

import org.jspecify.annotations.NullMarked;

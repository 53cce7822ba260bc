package org.wskscope.engine.transport;

import java.net.InetSocketAddress;

/**
 * Where and how to open a datagram socket.
 *
 * @param local the address to bind; port 0 lets the system choose
 * @param reuseAddress whether {@code SO_REUSEADDR} was set
 * @param everyInterface as {@link ListenRequest#everyInterface}
 * @param broadcast whether {@code SO_BROADCAST} was set
 */
public record DatagramRequest(
        InetSocketAddress local, boolean reuseAddress, boolean everyInterface, boolean broadcast) {
    /** Somewhere certain. */
    public DatagramRequest(InetSocketAddress local, boolean reuseAddress, boolean broadcast) {
        this(local, reuseAddress, false, broadcast);
    }
}

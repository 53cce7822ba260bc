package org.wskscope.engine.transport;

import java.net.InetSocketAddress;

/**
 * Where and how to listen.
 *
 * @param local the address to bind; port 0 lets the system choose
 * @param backlog connections the system may hold before they are taken (C-10)
 * @param reuseAddress whether {@code SO_REUSEADDR} was set
 * @param everyInterface whether the IPv6 wildcard is meant as it stands, also where it takes IPv4 traffic too (FID-13); else it is the loopback address there
 * @param inspecting whether requests wait for an answer ({@link AcceptListener#connectionRequested}); {@code SO_CONDITIONAL_ACCEPT}
 */
public record ListenRequest(
        InetSocketAddress local, int backlog, boolean reuseAddress, boolean everyInterface, boolean inspecting) {
    /** Somewhere certain. */
    public ListenRequest(InetSocketAddress local, int backlog, boolean reuseAddress, boolean inspecting) {
        this(local, backlog, reuseAddress, false, inspecting);
    }
}

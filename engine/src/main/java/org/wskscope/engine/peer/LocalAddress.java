package org.wskscope.engine.peer;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Where a peer binds: on the loopback interface when the other side is there, else wherever the system sends from. */
final class LocalAddress {
    private LocalAddress() {}

    static InetSocketAddress towards(InetSocketAddress remote) {
        InetAddress address = remote.getAddress();
        if (address == null) {
            throw new IllegalArgumentException(
                    "The host name " + remote.getHostString() + " is not known; use an address");
        }
        if (address.isLoopbackAddress()) {
            return new InetSocketAddress(address, 0);
        }
        try {
            byte[] unspecified = new byte[address instanceof Inet6Address ? 16 : 4];
            return new InetSocketAddress(InetAddress.getByAddress(unspecified), 0);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 zero bytes are an address", impossible);
        }
    }
}

package org.wskscope.engine.transport.memory;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.wskscope.engine.transport.Loopback;

/** The addresses of the one machine there is: every loopback address and the wildcards. */
final class Addresses {
    static final InetSocketAddress UNSPECIFIED = new InetSocketAddress(0);

    private static final InetAddress LOOPBACK_4 = address(new byte[] {127, 0, 0, 1});
    private static final InetAddress LOOPBACK_6 = Loopback.V6;
    private static final InetAddress SECOND_LOOPBACK_4 = address(new byte[] {127, 0, 0, 2});
    private static final InetAddress BROADCAST = address(new byte[] {-1, -1, -1, -1});
    private static final InetAddress LOOPBACK_BROADCAST = address(new byte[] {127, -1, -1, -1});

    /** What {@code localhost} is. */
    static final List<InetAddress> LOOPBACKS = List.of(LOOPBACK_4, LOOPBACK_6);

    /** What a client is told that it may bind to. */
    static final List<InetAddress> LOCAL = List.of(LOOPBACK_4, SECOND_LOOPBACK_4, LOOPBACK_6);

    private Addresses() {}

    static boolean isOfThisMachine(InetSocketAddress at) {
        InetAddress address = at.getAddress();
        return address != null && (address.isAnyLocalAddress() || address.isLoopbackAddress()) && !isBroadcast(address);
    }

    static boolean isBroadcast(InetAddress address) {
        return address.equals(BROADCAST) || address.equals(LOOPBACK_BROADCAST);
    }

    static boolean sameFamily(InetAddress one, InetAddress other) {
        return one instanceof Inet6Address == other instanceof Inet6Address;
    }

    /** The wildcard stands for the loopback address; every other address for itself. */
    static InetSocketAddress concrete(InetSocketAddress at) {
        if (!at.getAddress().isAnyLocalAddress()) {
            return at;
        }
        return new InetSocketAddress(at.getAddress() instanceof Inet6Address ? LOOPBACK_6 : LOOPBACK_4, at.getPort());
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 bytes are an address", impossible);
        }
    }
}

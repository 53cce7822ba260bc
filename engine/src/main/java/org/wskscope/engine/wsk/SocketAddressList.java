package org.wskscope.engine.wsk;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/** {@code SOCKET_ADDRESS_LIST}: where {@code SIO_ADDRESS_LIST_QUERY} writes the local addresses. Written before the call returns, on the caller's thread. */
public final class SocketAddressList {
    private List<InetAddress> addresses = List.of();

    /** The addresses of the socket's family; empty before the query. */
    public List<InetAddress> addresses() {
        return addresses;
    }

    public void set(List<InetAddress> newAddresses) {
        addresses = List.copyOf(newAddresses);
    }

    /** What such a list takes on a 64-bit Windows, bytes: the count, and for each a {@code SOCKET_ADDRESS} and the {@code SOCKADDR} behind it. */
    public static long sizeOf(List<InetAddress> addresses) {
        long bytes = 8;
        for (InetAddress address : addresses) {
            bytes += 16 + (address instanceof Inet4Address ? 16 : 28);
        }
        return bytes;
    }
}

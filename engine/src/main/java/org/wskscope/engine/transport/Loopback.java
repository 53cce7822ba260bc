package org.wskscope.engine.transport;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** The loopback address of IPv6, whatever this machine prefers. */
public final class Loopback {
    public static final InetAddress V6 = v6();

    private Loopback() {}

    private static InetAddress v6() {
        byte[] bytes = new byte[16];
        bytes[15] = 1;
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }
}

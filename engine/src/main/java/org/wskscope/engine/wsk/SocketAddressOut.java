package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A buffer of the client's for a {@code SOCKADDR} that a function fills in, such as the addresses of {@code WskAccept}. Written before the IRP completes; any thread. */
public final class SocketAddressOut {
    private volatile @Nullable InetSocketAddress address;

    /** What the function wrote; null before it succeeded. */
    public @Nullable InetSocketAddress get() {
        return address;
    }

    public void set(InetSocketAddress newAddress) {
        address = newAddress;
    }
}

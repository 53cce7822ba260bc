package org.wskscope.engine.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A UDP-like datagram socket. */
public interface DatagramChannel extends TransportChannel {
    /** Sends one datagram; the bytes are read before this method returns. */
    void sendTo(ByteBuffer bytes, InetSocketAddress remote, TransportCompletion sent);

    /** Where the datagram that is being delivered was sent to; null where the network does not tell. During {@link DatagramListener#datagramArrived} only. */
    default @Nullable InetAddress destination() {
        return null;
    }

    /** {@code SO_BROADCAST}: broadcast addresses may be sent to. As {@link DatagramRequest#broadcast} until called; best effort. Any thread. */
    default void setBroadcast(boolean on) {}
}

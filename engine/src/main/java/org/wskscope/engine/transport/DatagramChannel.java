package org.wskscope.engine.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A UDP-like datagram socket. */
public interface DatagramChannel extends TransportChannel {
    /** Sends one datagram; the bytes are read before this method returns. */
    void sendTo(ByteBuffer bytes, InetSocketAddress remote, TransportCompletion sent);

    /** {@code SO_BROADCAST}: broadcast addresses may be sent to. As {@link DatagramRequest#broadcast} until called; best effort. Any thread. */
    default void setBroadcast(boolean on) {}
}

package org.wskscope.engine.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** A TCP-like byte stream. */
public interface StreamChannel extends TransportChannel {
    /** Who is told from now on. An accepted channel needs this before {@link #setReading}. Call on the channel's processor or before the channel is connected. */
    void attach(StreamListener listener);

    /** The peer's address; the unspecified address with port 0 while not connected. */
    InetSocketAddress remoteAddress();

    /** Connects. After a failure the channel stays bound to its local address and may connect again (C-36). */
    void connect(InetSocketAddress remote, TransportCompletion connected);

    /**
     * Queues the bytes between position and limit, in order; they are read before this method returns, the position stands at the limit and the buffer is the
     * caller's again. How much is outstanding is the caller's to limit. {@code written} is told when all of them went to the operating system, or why not:
     * STATUS_CONNECTION_RESET by the peer, STATUS_CANCELLED by a local close or reset, STATUS_INVALID_DEVICE_STATE before connecting and after
     * {@link #finish}.
     */
    void write(ByteBuffer bytes, TransportCompletion written);

    /** Ends the output side after all queued bytes (FIN); the input side stays open. Once; otherwise, or when not connected, STATUS_INVALID_DEVICE_STATE. */
    void finish(TransportCompletion finished);

    /** Throws queued output away and resets the connection (RST, FID-6). Also ends a {@link #close} that waits for a peer who does not read. */
    void reset(TransportCompletion closed);

    /** {@code SO_KEEPALIVE}: idle connections are probed. Off until turned on; best effort. Any thread, in every state; survives a failed connect. */
    default void setKeepAlive(boolean on) {}

    /** {@code TCP_NODELAY}: small writes are not held back to be joined. On until turned off; best effort. Any thread; as {@link #setKeepAlive}. */
    default void setNoDelay(boolean on) {}
}

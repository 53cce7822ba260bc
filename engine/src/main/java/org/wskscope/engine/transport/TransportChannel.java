package org.wskscope.engine.transport;

import java.net.InetSocketAddress;

/** One open socket of the transport. */
public interface TransportChannel {
    /** The processor that delivers this channel's events. Never changes. */
    TransportProcessor processor();

    /** The bound address; the unspecified address with port 0 before the bind succeeded. */
    InetSocketAddress localAddress();

    /** Starts or stops taking input. A listener that is stopped takes no connections. Off until turned on. Any thread. */
    void setReading(boolean reading);

    /** Orderly close after queued output; no listener method is called after {@code closed} was told. Any thread; a second close only tells. */
    void close(TransportCompletion closed);
}

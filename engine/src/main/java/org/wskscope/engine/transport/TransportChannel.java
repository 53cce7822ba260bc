package org.wskscope.engine.transport;

import java.net.InetSocketAddress;

/** One open socket of the transport. */
public interface TransportChannel {
    /** The processor that delivers this channel's events. Never changes. */
    TransportProcessor processor();

    /** The bound address; the unspecified address with port 0 before the bind succeeded. */
    InetSocketAddress localAddress();

    /**
     * Starts or stops taking input. A listener that is stopped takes no connections. Off until turned on. Any thread; on the processor it holds from the next
     * indication on. The peer's FIN or RST is input too: a stream that is stopped learns of a reset when a write fails or when it is started again (FID-7).
     */
    void setReading(boolean reading);

    /**
     * Orderly close after queued output; no listener method is called after {@code closed} was told, and the local address is free again. Input that was not
     * read makes the system send RST after the FIN's data. Any thread; a second close only tells.
     */
    void close(TransportCompletion closed);
}

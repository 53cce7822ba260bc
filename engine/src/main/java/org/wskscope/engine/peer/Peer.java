package org.wskscope.engine.peer;

import org.wskscope.engine.transport.TransportCompletion;

/**
 * A remote end: an ordinary program at the other side of the network, which knows nothing of WSK. It runs on a processor of its own transport, keeps a bounded
 * amount of output in flight and ends by itself when its work is done. Methods may be called on any thread and do not block.
 */
public interface Peer {
    /** Who is told of it from now on; before {@link #start}. */
    void observe(PeerObserver observer);

    /** Begins the work; once. @throws IllegalStateException when it was started or stopped before */
    void start();

    /** Ends the work, in order where the other side lets it, and tells when the socket is closed. Stopping again only tells. */
    void stop(TransportCompletion stopped);

    /** How far it has come. */
    PeerStatus status();
}

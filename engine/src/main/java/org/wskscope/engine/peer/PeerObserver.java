package org.wskscope.engine.peer;

/** Who is told what a peer does and sees, on the thread where it happens; must not block. {@link Peer#status} counts it already. */
@FunctionalInterface
public interface PeerObserver {
    /** Nobody. */
    PeerObserver NONE = what -> {};

    void noted(PeerNote what);
}

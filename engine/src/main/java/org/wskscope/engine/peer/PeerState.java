package org.wskscope.engine.peer;

/** Where a {@link Peer} stands in its life. */
public enum PeerState {
    /** Not started. */
    IDLE,
    /** Opening its socket and connecting. */
    STARTING,
    RUNNING,
    /** Did what it was asked to do, or the other side finished. */
    FINISHED,
    /** Gave up; {@link PeerStatus#lastError} says why. */
    FAILED,
    /** Ended by {@link Peer#stop} before it was done. */
    STOPPED;

    /** True when nothing more will happen. */
    public boolean isFinal() {
        return this == FINISHED || this == FAILED || this == STOPPED;
    }
}

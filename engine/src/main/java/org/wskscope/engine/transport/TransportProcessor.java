package org.wskscope.engine.transport;

/**
 * One processor: the single thread that delivers all transport events of the sockets assigned to it, one at a time (C-16). Live it is a Netty event loop, in
 * virtual time a virtual processor.
 */
public interface TransportProcessor {
    /** Its number, from 0; lanes and records use it. */
    int number();

    /** True when the calling thread is this processor. */
    boolean isCurrent();

    /** Runs {@code task} on this processor after everything queued so far; never inline. Any thread. Tasks given after the transport was closed are dropped. */
    void execute(Runnable task);

    /** Runs {@code task} on this processor once {@code delayNanos} of the transport's time have passed. Any thread. */
    void schedule(Runnable task, long delayNanos);
}

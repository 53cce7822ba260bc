package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;

/** A piece of a {@link ByteQueue}: bytes between {@code read} and {@code write} are queued. */
final class Segment {
    static final int BYTES = 8 * 1024;

    final byte[] bytes = new byte[BYTES];
    int read;
    int write;

    /** A client retains some of it: it is never written over again. */
    boolean retained;

    @Nullable
    StreamIndication indication;

    int queued() {
        return write - read;
    }

    int room() {
        return BYTES - write;
    }
}

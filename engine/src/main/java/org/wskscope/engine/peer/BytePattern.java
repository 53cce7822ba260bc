package org.wskscope.engine.peer;

import java.nio.ByteBuffer;

/** Bytes that depend on their position only, so that an echo can be checked without keeping what was sent. */
final class BytePattern {
    private BytePattern() {}

    static ByteBuffer from(long position, int length) {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (int i = 0; i < length; i++) {
            bytes.put(at(position + i));
        }
        return bytes.flip();
    }

    /** True when {@code bytes}, which is consumed, is what stands at {@code position}. */
    static boolean matches(ByteBuffer bytes, long position) {
        boolean same = true;
        for (long at = position; bytes.hasRemaining(); at++) {
            same &= bytes.get() == at(at);
        }
        return same;
    }

    private static byte at(long position) {
        // Letters, so that a trace shows something legible; 23 is prime, so lines of 64 differ.
        return (byte) ('a' + position % 23);
    }
}

package org.wskscope.engine.transport.memory;

import java.nio.ByteBuffer;

/**
 * The bytes of one direction of a stream, from the write to the read, in one array: written ≥ sent ≥ arrived ≥ consumed, all counted from the stream's beginning. A
 * segment on the wire is a length only. What is not consumed yet lies in one piece, so that a message is never cut by the array's end.
 */
final class Pipe {
    private static final int SMALLEST_BYTES = 1_024;
    private static final int KEPT_BYTES = 1 << 20;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer bytes = NOTHING;
    private ByteBuffer view = NOTHING;
    /** The stream's offset of the array's first byte. */
    private long base;

    private boolean lent;
    private long written;
    private long sent;
    private long arrived;
    private long consumed;

    long written() {
        return written;
    }

    long sent() {
        return sent;
    }

    long arrived() {
        return arrived;
    }

    long consumed() {
        return consumed;
    }

    long unsent() {
        return written - sent;
    }

    /** Bytes that arrived and nobody took. */
    long readable() {
        return arrived - consumed;
    }

    void write(ByteBuffer source) {
        int length = source.remaining();
        makeRoom(length);
        bytes.put((int) (written - base), source, source.position(), length);
        source.position(source.limit());
        written += length;
    }

    void send(int length) {
        sent += length;
    }

    void arrive(long length) {
        arrived += length;
    }

    /** Takes back what was written and not sent. */
    void forgetUnsent() {
        written = sent;
    }

    /** Throws away what was not read. */
    void forgetUnread() {
        consumed = arrived;
    }

    /** The next {@code length} readable bytes, consumed by this call; valid until {@link #giveBack}. */
    ByteBuffer lend(int length) {
        int start = (int) (consumed - base);
        view.limit(start + length);
        view.position(start);
        consumed += length;
        lent = true;
        return view;
    }

    void giveBack() {
        lent = false;
        if (consumed == written) {
            base = written;
            if (bytes.capacity() > KEPT_BYTES) {
                bytes = NOTHING;
                view = NOTHING;
            }
        }
    }

    private void makeRoom(int length) {
        if (written - base + length <= bytes.capacity()) {
            return;
        }
        int start = (int) (consumed - base);
        int live = (int) (written - consumed);
        long needed = (long) live + length;
        if (needed > Integer.MAX_VALUE - 8) {
            throw new IllegalStateException(live + " bytes wait on one stream, " + length + " more do not fit");
        }
        byte[] old = bytes.array();
        // Moving costs no more than what was consumed since the last move; bytes on loan must lie still.
        boolean fits = needed <= old.length && start >= live && !lent;
        byte[] target = fits ? old : new byte[capacityFor(live, needed)];
        System.arraycopy(old, start, target, 0, live);
        base = consumed;
        if (!fits) {
            bytes = ByteBuffer.wrap(target);
            view = bytes.duplicate();
        }
    }

    /** With bytes left from before, half as much again, so that a stream that never runs empty is not copied at every write. */
    private static int capacityFor(int live, long needed) {
        long spare = live == 0 ? 0 : needed / 2;
        return (int) Math.min(Integer.MAX_VALUE - 8, Math.max(SMALLEST_BYTES, needed + spare));
    }
}

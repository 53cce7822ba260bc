package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;

/**
 * What the bytes of a pending send looked like when they were lent to WSK (API-IRP-09): a copy up to 64 KiB, above that a digest of every 256 bytes. The client may not
 * change them before the request completes; {@link #findChange} says where it did all the same. Used again and again. Guarded by the socket's lock.
 */
final class LentMemory {
    /** More is not copied. Bytes. */
    static final int MOST_COPIED_BYTES = 64 * 1024;

    /** What one digest stands for. Bytes. */
    static final int BLOCK_BYTES = 256;

    private final byte[] block = new byte[BLOCK_BYTES];
    private byte[] copy = new byte[0];
    private long[] digests = new long[0];
    private long running;
    private long length;
    private long changedFrom;
    private long changedTo;

    /** Remembers what {@code request} lends. */
    void remember(Request request) {
        length = request.list instanceof WskBufList ? request.detail : request.buffer.length();
        if (isCopied()) {
            copy = copy.length < length ? new byte[(int) length] : copy;
        } else {
            int blocks = (int) ((length + BLOCK_BYTES - 1) / BLOCK_BYTES);
            digests = digests.length < blocks ? new long[blocks] : digests;
        }
        walk(request, true);
    }

    /** Whether the bytes are not what they were; {@link #changedFrom} and {@link #changedTo} say which. */
    boolean findChange(Request request) {
        changedFrom = -1;
        changedTo = -1;
        long end = walk(request, false);
        if (end < length) {
            // The client took bytes away.
            changed(end, length);
        }
        return changedFrom >= 0;
    }

    /** The first byte that changed, counted from the first that was lent; the first of its block where digests are compared. */
    long changedFrom() {
        return changedFrom;
    }

    /** Behind the last byte that changed. */
    long changedTo() {
        return changedTo;
    }

    private boolean isCopied() {
        return length <= MOST_COPIED_BYTES;
    }

    private long walk(Request request, boolean remembering) {
        if (!(request.list instanceof WskBufList messages)) {
            return walk(request.buffer, 0, remembering);
        }
        long at = 0;
        for (WskBufList each = messages; each != null; each = each.next()) {
            at = walk(each.buffer(), at, remembering);
        }
        return at;
    }

    /** Looks at the bytes of {@code buffer}, which begin {@code start} bytes behind the first that was lent; returns where they end. */
    private long walk(WskBuf buffer, long start, boolean remembering) {
        long at = start;
        long left = buffer.length();
        int skip = buffer.offset();
        for (Mdl mdl = buffer.mdl(); mdl != null && left > 0; mdl = mdl.next()) {
            ByteBuffer bytes = mdl.bytes();
            int from = bytes.position() + skip;
            long here = Math.max(0, Math.min(left, bytes.limit() - from));
            left -= here;
            skip = 0;
            while (here > 0) {
                // Pieces end where blocks do, so that a block of a chain is digested piece by piece.
                int count = (int) Math.min(here, BLOCK_BYTES - at % BLOCK_BYTES);
                bytes.get(from, block, 0, count);
                look(at, count, remembering);
                from += count;
                at += count;
                here -= count;
            }
        }
        return at;
    }

    private void look(long at, int count, boolean remembering) {
        if (isCopied()) {
            compare((int) at, count, remembering);
        } else {
            digest(at, count, remembering);
        }
    }

    private void compare(int at, int count, boolean remembering) {
        if (remembering) {
            System.arraycopy(block, 0, copy, at, count);
            return;
        }
        int from = Arrays.mismatch(copy, at, at + count, block, 0, count);
        if (from >= 0) {
            int end = count;
            while (copy[at + end - 1] == block[end - 1]) {
                end--;
            }
            changed(at + from, at + end);
        }
    }

    private void digest(long at, int count, boolean remembering) {
        int index = (int) (at / BLOCK_BYTES);
        boolean begins = at % BLOCK_BYTES == 0;
        if (remembering) {
            digests[index] = mix(begins ? 0 : digests[index], count);
            return;
        }
        running = mix(begins ? 0 : running, count);
        boolean ends = at + count == length || (at + count) % BLOCK_BYTES == 0;
        if (ends && running != digests[index]) {
            long from = (long) index * BLOCK_BYTES;
            changed(from, Math.min(length, from + BLOCK_BYTES));
        }
    }

    private long mix(long before, int count) {
        long hash = before;
        for (int i = 0; i < count; i++) {
            hash = (hash + (block[i] & 0xFF) + 1) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    private void changed(long from, long to) {
        changedFrom = changedFrom < 0 ? from : changedFrom;
        changedTo = to;
    }
}

package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.WskBuf;

/**
 * The bytes a connection received and nobody took yet, in order. Segments that were read are used again, so that a steady flow allocates nothing. Guarded by
 * the socket's lock.
 */
final class ByteQueue {
    private static final int SPARES = 8;

    private final ArrayDeque<Segment> segments = new ArrayDeque<>(4);
    private final ArrayDeque<Segment> spares = new ArrayDeque<>(2);
    private long size;

    long size() {
        return size;
    }

    void append(ByteBuffer source) {
        int from = source.position();
        int left = source.remaining();
        size += left;
        while (left > 0) {
            Segment segment = tail();
            int count = Math.min(left, segment.room());
            source.get(from, segment.bytes, segment.write, count);
            segment.write += count;
            from += count;
            left -= count;
        }
    }

    /** Moves up to {@code max} bytes from the head to {@code target}, {@code at} bytes behind its start; returns how many. */
    long moveTo(WskBuf target, long at, long max) {
        long moved = 0;
        Segment head = segments.peekFirst();
        while (moved < max && head != null && size > 0) {
            int count = (int) Math.min(max - moved, head.queued());
            BufferChain.write(target, at + moved, head.bytes, head.read, count);
            moved += count;
            drop(head, count);
            head = segments.peekFirst();
        }
        return moved;
    }

    /** Takes {@code bytes} off the head. */
    void skip(long bytes) {
        long left = bytes;
        while (left > 0) {
            Segment head = segments.getFirst();
            int count = (int) Math.min(left, head.queued());
            drop(head, count);
            left -= count;
        }
    }

    /** Lends up to {@code max} bytes from the head, without taking them; returns the list's first element. */
    @Nullable
    StreamIndication lend(ReceiveEngine owner, long max) {
        Segment head = segments.peekFirst();
        if (head == null || size == 0) {
            return null;
        }
        if (max <= head.queued()) {
            return lend(owner, head, (int) max);
        }
        StreamIndication first = null;
        StreamIndication last = null;
        long left = max;
        for (Segment segment : segments) {
            int count = (int) Math.min(left, segment.queued());
            if (count > 0) {
                StreamIndication indication = lend(owner, segment, count);
                if (last == null) {
                    first = indication;
                } else {
                    last.link(indication);
                }
                last = indication;
                left -= count;
            }
        }
        return first;
    }

    private static StreamIndication lend(ReceiveEngine owner, Segment segment, int count) {
        StreamIndication indication = segment.indication;
        if (indication == null) {
            indication = new StreamIndication(owner, segment);
            segment.indication = indication;
        }
        indication.lend(segment.read, count);
        return indication;
    }

    void clear() {
        skip(size);
    }

    private Segment tail() {
        Segment last = segments.peekLast();
        if (last != null && last.room() > 0) {
            return last;
        }
        Segment spare = spares.poll();
        Segment added = spare == null ? new Segment() : spare;
        segments.add(added);
        return added;
    }

    private void drop(Segment head, int count) {
        head.read += count;
        size -= count;
        if (head.queued() > 0) {
            return;
        }
        boolean only = segments.size() == 1;
        if (head.retained) {
            if (!only || head.room() == 0) {
                segments.remove();
            }
            return;
        }
        head.read = 0;
        head.write = 0;
        if (!only) {
            segments.remove();
            if (spares.size() < SPARES) {
                spares.add(head);
            }
        }
    }
}

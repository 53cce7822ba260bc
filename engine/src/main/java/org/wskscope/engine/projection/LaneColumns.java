package org.wskscope.engine.projection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/**
 * All bars of one lane, appended by the projector and read by anybody through a {@link LaneWindow}. A bar lies in parallel columns, in chunks that double and never
 * move. What is written after a bar's start (its middle and its end) carries the sequence of the record that said so, and a reader ignores what its playhead has not
 * reached: that keeps every window a function of the log alone.
 */
final class LaneColumns {
    private static final VarHandle LONG = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int FIRST_CHUNK = 4;
    private static final int MAX_CHUNKS = 28;
    private static final int INDEX_FROM = 1 << LaneIndex.SHIFT;
    private static final int STATUS_PENDING = NtStatus.STATUS_PENDING.code();

    private final LaneKey key;
    private final @Nullable Chunk[] chunks = new Chunk[MAX_CHUNKS];
    private volatile @Nullable LaneIndex index;
    private volatile int size;
    /** The record that made its socket known: before it the lane is not among those of a snapshot. */
    private volatile long listedFrom;

    LaneColumns(LaneKey key) {
        this.key = key;
    }

    LaneKey key() {
        return key;
    }

    /** From this record on its socket is known. */
    void listFrom(long sequence) {
        listedFrom = sequence;
    }

    /** Whether anything is on it, and its socket known, at {@code playhead}. */
    boolean existsAt(long playhead) {
        return size > 0 && startSequence(0) < playhead && listedFrom < playhead;
    }

    /** The bar begun by this record, or −1. Mostly one of the newest: looked for from the end. */
    int indexOf(long began) {
        int high = size;
        int step = 1;
        int low = high - step;
        while (low > 0 && startSequence(low) > began) {
            high = low;
            step *= 2;
            low = high - step;
        }
        low = Math.max(0, low);
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (startSequence(middle) < began) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < size && startSequence(low) == began ? low : -1;
    }

    /** Appends a bar; returns its index. */
    int open(long sequence, long nowNanos, int code, long detail, int irp) {
        int bar = size;
        int slot = chunkOf(bar);
        Chunk chunk = chunks[slot];
        if (chunk == null) {
            chunk = new Chunk(FIRST_CHUNK << slot, key.isShared());
            chunks[slot] = chunk;
        }
        int at = offset(bar, slot);
        chunk.startSequence[at] = sequence;
        chunk.startNanos[at] = nowNanos;
        if (!chunk.slim) {
            chunk.detail[at] = detail;
            chunk.irp[at] = irp;
        }
        chunk.code[at] = (byte) code;
        indexOpened(bar, code);
        size = bar + 1;
        return bar;
    }

    /** The bar goes on, but nothing runs any more from this record on. */
    void pause(int bar, long sequence) {
        Chunk chunk = chunk(bar);
        LONG.setRelease(chunk.middleSequence, offset(bar), sequence);
    }

    /** As {@link #pause}; the answer is known already. */
    void answer(int bar, long sequence, int status) {
        chunk(bar).status[offset(bar)] = status;
        pause(bar, sequence);
    }

    /** Ends a bar, keeping the status it was answered with, if it was. */
    void close(int bar, long sequence, long nowNanos) {
        Chunk chunk = chunk(bar);
        int at = offset(bar);
        chunk.endNanos[at] = nowNanos;
        LONG.setRelease(chunk.endSequence, at, sequence);
        LaneIndex levels = index;
        if (levels != null) {
            levels.closed(bar, nowNanos);
        }
    }

    /** Ends a bar with a status. */
    void close(int bar, long sequence, long nowNanos, int status) {
        chunk(bar).status[offset(bar)] = status;
        close(bar, sequence, nowNanos);
    }

    /** How many bars began before {@code playhead}. */
    int sizeBefore(long playhead) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (startSequence(middle) < playhead) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @Nullable
    LaneIndex index() {
        return index;
    }

    long startSequence(int bar) {
        return chunk(bar).startSequence[offset(bar)];
    }

    long startNanos(int bar) {
        return chunk(bar).startNanos[offset(bar)];
    }

    int code(int bar) {
        return chunk(bar).code[offset(bar)];
    }

    /** Session time of the end; {@link Long#MAX_VALUE} while the bar is open at the playhead. */
    long endNanos(int bar, long playhead) {
        Chunk chunk = chunk(bar);
        int at = offset(bar);
        return happened((long) LONG.getAcquire(chunk.endSequence, at), playhead) ? chunk.endNanos[at] : Long.MAX_VALUE;
    }

    Bar bar(int bar, long playhead, long playheadNanos) {
        Chunk chunk = chunk(bar);
        int at = offset(bar);
        long end = (long) LONG.getAcquire(chunk.endSequence, at);
        boolean ended = happened(end, playhead);
        if (chunk.slim) {
            return slimBar(chunk, bar, ended ? end : -1, playheadNanos);
        }
        long middle = (long) LONG.getAcquire(chunk.middleSequence, at);
        boolean paused = happened(middle, playhead);
        boolean answered = ended || paused && key.kind() == LaneKind.CONTROL;
        return new Bar(
                key,
                bar,
                chunk.startSequence[at],
                ended ? end : -1,
                chunk.startNanos[at],
                ended ? chunk.endNanos[at] : playheadNanos,
                chunk.code[at],
                answered ? chunk.status[at] : key.kind() == LaneKind.IRPS ? STATUS_PENDING : 0,
                chunk.detail[at],
                chunk.irp[at],
                paused && !ended);
    }

    /** The newest bar of this request among the first {@code limit}, or −1. A request completes soon after it began, mostly: looked for backwards. */
    int lastOf(int irp, int limit) {
        for (int bar = limit - 1; bar >= 0; bar--) {
            if (chunk(bar).irp[offset(bar)] == irp) {
                return bar;
            }
        }
        return -1;
    }

    private Bar slimBar(Chunk chunk, int bar, long end, long playheadNanos) {
        int at = offset(bar);
        return new Bar(
                key,
                bar,
                chunk.startSequence[at],
                end,
                chunk.startNanos[at],
                end < 0 ? playheadNanos : chunk.endNanos[at],
                chunk.code[at],
                0,
                0,
                0,
                false);
    }

    private void indexOpened(int bar, int code) {
        LaneIndex levels = index;
        if (levels == null && bar == INDEX_FROM) {
            levels = new LaneIndex();
            for (int earlier = 0; earlier < bar; earlier++) {
                levels.opened(earlier, code(earlier));
                long end = endNanos(earlier, Long.MAX_VALUE);
                if (end != Long.MAX_VALUE) {
                    levels.closed(earlier, end);
                }
            }
            levels.opened(bar, code);
            index = levels;
        } else if (levels != null) {
            levels.opened(bar, code);
        }
    }

    private Chunk chunk(int bar) {
        Chunk chunk = chunks[chunkOf(bar)];
        if (chunk == null) {
            throw new IndexOutOfBoundsException("bar " + bar + " of " + size + " in " + key);
        }
        return chunk;
    }

    /** 0 means it did not happen: no record 0 ends or changes a bar. */
    private static boolean happened(long sequence, long playhead) {
        return sequence != 0 && sequence < playhead;
    }

    private static int chunkOf(int bar) {
        return 31 - Integer.numberOfLeadingZeros(bar / FIRST_CHUNK + 1);
    }

    private static int offset(int bar) {
        return offset(bar, chunkOf(bar));
    }

    private static int offset(int bar, int slot) {
        return bar - FIRST_CHUNK * ((1 << slot) - 1);
    }

    /** A shared lane's is slim: what its bars say is on the lanes of their sockets, too. */
    private static final class Chunk {
        final boolean slim;
        final long[] startSequence;
        final long[] middleSequence;
        final long[] endSequence;
        final long[] startNanos;
        final long[] endNanos;
        final long[] detail;
        final int[] status;
        final int[] irp;
        final byte[] code;

        Chunk(int bars, boolean slim) {
            this.slim = slim;
            int more = slim ? 0 : bars;
            startSequence = new long[bars];
            middleSequence = new long[more];
            endSequence = new long[bars];
            startNanos = new long[bars];
            endNanos = new long[bars];
            detail = new long[more];
            status = new int[more];
            irp = new int[more];
            code = new byte[bars];
        }
    }
}

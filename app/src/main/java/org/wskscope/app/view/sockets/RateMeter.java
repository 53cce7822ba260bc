package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;

/** How many a second, lately: counts in slices of a quarter of a second of session time. Not thread-safe. */
final class RateMeter {
    private static final long SLICE_NANOS = 250_000_000;
    private static final int SLICES = 13;
    private static final int PER_SECOND = 4;

    private final long[] counts = new long[SLICES];
    private long slice;

    /** Takes in {@code more} that happened up to {@code nowNanos}. */
    void add(long more, long nowNanos) {
        moveTo(nowNanos);
        counts[(int) (slice % SLICES)] += more;
    }

    /** Over the last whole second; 0 when nothing happened in it. */
    long perSecond(long nowNanos) {
        moveTo(nowNanos);
        long sum = 0;
        for (int back = 1; back <= PER_SECOND; back++) {
            sum += at(slice - back);
        }
        return sum;
    }

    /** The last three seconds, oldest first, each slice as a part of the largest; all 0 when nothing happened. */
    List<Double> course(long nowNanos) {
        moveTo(nowNanos);
        long largest = 1;
        for (int back = 1; back < SLICES; back++) {
            largest = Math.max(largest, at(slice - back));
        }
        List<Double> course = new ArrayList<>();
        for (int back = SLICES - 1; back >= 1; back--) {
            course.add(at(slice - back) / (double) largest);
        }
        return course;
    }

    private long at(long wanted) {
        return wanted < 0 ? 0 : counts[(int) (wanted % SLICES)];
    }

    /** Slices nothing happened in are empty; a step back in time forgets everything. */
    private void moveTo(long nowNanos) {
        long now = Math.max(0, nowNanos) / SLICE_NANOS;
        long empty = now < slice ? SLICES : Math.min(SLICES, now - slice);
        for (long i = 0; i < empty; i++) {
            counts[(int) ((now - i) % SLICES + SLICES) % SLICES] = 0;
        }
        slice = now;
    }
}

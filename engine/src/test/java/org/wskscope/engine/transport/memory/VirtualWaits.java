package org.wskscope.engine.transport.memory;

import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/** Waiting in virtual time: nothing waits, the simulation runs. */
final class VirtualWaits {
    /** Latencies of 10 to 500 µs, segments of 1 to 1,460 bytes, small windows, sends that wait for their acknowledgement. */
    static final Wire SLOW = Wire.IDEAL
            .withLatency(10_000, 500_000)
            .withSegments(1, 1_460)
            .withWindows(70_000, 30_000)
            .withSendCompletion(WriteCompletion.ACKNOWLEDGED);

    private VirtualWaits() {}

    /** The next of {@code queue}, or null when none came in {@code patienceNanos} of virtual time. */
    static <T> @Nullable T next(Scheduler scheduler, BlockingQueue<T> queue, long patienceNanos) {
        long deadline = scheduler.clock().nanoTime() + patienceNanos;
        T item = queue.poll();
        while (item == null && scheduler.step(deadline)) {
            item = queue.poll();
        }
        return item;
    }
}

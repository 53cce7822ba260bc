package org.wskscope.engine.transport.memory;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that other threads hand to the simulation. Any thread puts, the owner takes. Bounded: that many tasks wait only when nobody runs the simulation, which
 * then should be told so instead of filling the memory.
 */
final class Inbox {
    static final int LIMIT = 65_536;

    @GuardedBy("this")
    private final ArrayDeque<Entry> entries = new ArrayDeque<>();

    private volatile boolean filled;

    record Entry(VirtualProcessor processor, Runnable task, long delayNanos) {}

    boolean isFilled() {
        return filled;
    }

    synchronized void put(Entry entry) {
        if (entries.size() >= LIMIT) {
            throw new IllegalStateException(LIMIT + " tasks wait for a simulation that nobody runs");
        }
        entries.add(entry);
        filled = true;
    }

    synchronized @Nullable Entry take() {
        Entry entry = entries.poll();
        filled = !entries.isEmpty();
        return entry;
    }
}

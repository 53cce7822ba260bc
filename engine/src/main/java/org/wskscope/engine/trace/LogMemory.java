package org.wskscope.engine.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The memory that logs may take together, beside the heap. A log takes it piece by piece as it grows, and gives all of it back when it is sealed by its session's end. Any
 * thread.
 */
public final class LogMemory {
    private final long bytes;
    private final AtomicLong taken = new AtomicLong();

    /**
     * @param bytes how much all logs that share it may take
     */
    public LogMemory(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("logs need some memory, not " + bytes + " bytes");
        }
        this.bytes = bytes;
    }

    /** As much as a third of the heap. */
    public static LogMemory thirdOfHeap() {
        return new LogMemory(Runtime.getRuntime().maxMemory() / 3);
    }

    /** How much all logs may take together, bytes. */
    public long bytes() {
        return bytes;
    }

    /** How much they have taken, bytes. */
    public long taken() {
        return taken.get();
    }

    /** Fresh memory, all zero, in the machine's order; null when there is none. */
    @Nullable
    ByteBuffer take(int size) {
        if (taken.addAndGet(size) > bytes) {
            give(size);
            return null;
        }
        try {
            return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
        } catch (OutOfMemoryError exhausted) {
            // The machine has less than was promised; the log that asked ends like one that is full.
            give(size);
            return null;
        }
    }

    /** Others may take it from now on. */
    void give(int size) {
        taken.addAndGet(-size);
    }
}

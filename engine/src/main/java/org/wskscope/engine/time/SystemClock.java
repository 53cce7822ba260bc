package org.wskscope.engine.time;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/** The machine's monotonic clock, counted from the moment this object was made. */
public final class SystemClock implements NanoClock {
    private final long originNanos = System.nanoTime();

    @Override
    public long nanoTime() {
        return System.nanoTime() - originNanos;
    }

    @Override
    public long workNanos() {
        return Threads.MEASURED ? Threads.BEAN.getCurrentThreadCpuTime() : UNKNOWN;
    }

    @Override
    public long workNanos(Thread thread) {
        return Threads.MEASURED ? Threads.BEAN.getThreadCpuTime(thread.getId()) : UNKNOWN;
    }

    @Override
    public long waitsOf(Thread thread) {
        ThreadInfo info = Threads.BEAN.getThreadInfo(thread.getId());
        return info == null ? 0 : info.getWaitedCount() + info.getBlockedCount();
    }

    /** Made when first asked: most clocks only tell the time. */
    private static final class Threads {
        private static final ThreadMXBean BEAN = ManagementFactory.getThreadMXBean();
        private static final boolean MEASURED = BEAN.isThreadCpuTimeSupported() && BEAN.isThreadCpuTimeEnabled();
    }
}

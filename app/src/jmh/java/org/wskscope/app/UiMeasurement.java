package org.wskscope.app;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the window's process did in some seconds. Processor times are per cent of one core.
 *
 * @param fxShare of the thread that lays out and answers the hand
 * @param renderShare of the thread that paints
 * @param processShare of all threads together, the engine's and the collector's included
 * @param longestFrameMillis between two pulses
 */
record UiMeasurement(
        double framesPerSecond,
        double fxShare,
        double renderShare,
        double processShare,
        double longestFrameMillis,
        double messagesPerSecond) {

    /** Measures from now on until {@link #end}. */
    static final class Running {
        private final UiProbe probe;
        private final long fx = id("JavaFX Application Thread");
        private final long render = id("QuantumRenderer-0");
        private final long beganAt;
        private final long fxBefore;
        private final long renderBefore;
        private final long processBefore;
        private final long framesBefore;

        Running(UiProbe probe) {
            this.probe = probe;
            fxBefore = cpu(fx);
            renderBefore = cpu(render);
            processBefore = processCpu();
            framesBefore = probe.frames();
            probe.forgetLongest();
            beganAt = System.nanoTime();
        }

        UiMeasurement end(long messages) {
            double nanos = System.nanoTime() - beganAt;
            return new UiMeasurement(
                    (probe.frames() - framesBefore) * 1e9 / nanos,
                    (cpu(fx) - fxBefore) * 100 / nanos,
                    (cpu(render) - renderBefore) * 100 / nanos,
                    (processCpu() - processBefore) * 100 / nanos,
                    probe.longestNanos() / 1e6,
                    messages * 1e9 / nanos);
        }
    }

    /** The median of each column. */
    static UiMeasurement median(List<UiMeasurement> all) {
        return new UiMeasurement(
                median(all, UiMeasurement::framesPerSecond),
                median(all, UiMeasurement::fxShare),
                median(all, UiMeasurement::renderShare),
                median(all, UiMeasurement::processShare),
                median(all, UiMeasurement::longestFrameMillis),
                median(all, UiMeasurement::messagesPerSecond));
    }

    private static double median(List<UiMeasurement> all, ToDoubleFunction<UiMeasurement> column) {
        double[] sorted = all.stream().mapToDouble(column).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static long id(String name) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (info != null && info.getThreadName().equals(name)) {
                return info.getThreadId();
            }
        }
        throw new IllegalStateException("There is no thread " + name);
    }

    private static long cpu(long thread) {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(thread);
    }

    private static long processCpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}

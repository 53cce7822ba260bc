package org.wskscope.engine.trace;

import java.util.concurrent.TimeUnit;
import jdk.jfr.Event;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.wsk.WskCallback;

/**
 * What one record costs, beside the clock alone and beside a JFR event with the same fields. Run with {@code -prof gc} to see that appending allocates nothing. The
 * memory of the log is made ready before, as a reader does for the writers of a session.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(TraceRecordBenchmark.RECORDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 3, jvmArgsAppend = "-XX:MaxDirectMemorySize=512m")
public class TraceRecordBenchmark {
    static final int RECORDS = 1_000_000;
    private static final int SOCKET = 3;

    /** A fresh log for each invocation, and what a writer has at hand. */
    @State(Scope.Thread)
    public static class Log {
        final SystemClock clock = new SystemClock();
        final TraceStamp at = new TraceStamp();
        TraceLog log = new TraceLog(1);

        @Setup(Level.Invocation)
        public void renew() {
            log = new TraceLog(RECORDS + 1L);
            log.prepare(RECORDS);
        }

        long append(long timeNanos, long cause) {
            at.set(timeNanos, 0, Irql.DISPATCH_LEVEL, cause);
            return log.callbackEntered(at, SOCKET, WskCallback.RECEIVE, 8, 64, 0);
        }
    }

    /** Records JFR events of our kind, without stack traces. */
    @State(Scope.Benchmark)
    public static class Jfr {
        private Recording recording = new Recording();

        @Setup
        public void start() {
            recording = new Recording();
            recording.enable(CallbackEvent.class).withoutStackTrace();
            recording.start();
        }

        @TearDown
        public void stop() {
            recording.close();
        }
    }

    /** The same fields as our record. */
    @Name("org.wskscope.CallbackEntered")
    static final class CallbackEvent extends Event {
        int socket;
        int callback;
        int flags;
        long amount;
        int subject;
        int processor;
        int irql;
        long cause;
    }

    @Benchmark
    public void empty(Blackhole hole) {
        for (int i = 0; i < RECORDS; i++) {
            hole.consume(i);
        }
    }

    @Benchmark
    public long nanoTime() {
        long sum = 0;
        for (int i = 0; i < RECORDS; i++) {
            sum += System.nanoTime();
        }
        return sum;
    }

    @Benchmark
    public long appendWithClock(Log state) {
        long sequence = -1;
        for (int i = 0; i < RECORDS; i++) {
            sequence = state.append(state.clock.nanoTime(), sequence);
        }
        return sequence;
    }

    @Benchmark
    public long appendGivenTime(Log state) {
        long sequence = -1;
        for (int i = 0; i < RECORDS; i++) {
            sequence = state.append(i, sequence);
        }
        return sequence;
    }

    @Benchmark
    public void jfrEnabled(Jfr recording) {
        commitAll();
    }

    @Benchmark
    public void jfrDisabled() {
        commitAll();
    }

    private static void commitAll() {
        for (int i = 0; i < RECORDS; i++) {
            CallbackEvent event = new CallbackEvent();
            event.socket = SOCKET;
            event.callback = WskCallback.RECEIVE.ordinal();
            event.flags = 8;
            event.amount = 64;
            event.irql = Irql.DISPATCH_LEVEL.ordinal();
            event.cause = i - 1L;
            event.commit();
        }
    }
}

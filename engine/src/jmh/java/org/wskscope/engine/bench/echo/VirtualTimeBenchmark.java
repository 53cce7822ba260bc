package org.wskscope.engine.bench.echo;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many virtual seconds pass in one real second: an echo server on the whole kernel that leaves about 10,000 records in each virtual second. {@code records} and
 * {@code items} are per real second. With {@code -prof gc}, bytes per operation are bytes per virtual second, a ten-thousandth of that per record.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@OperationsPerInvocation(VirtualTimeBenchmark.VIRTUAL_SECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 3, jvmArgsAppend = "-XX:MaxDirectMemorySize=1g")
public class VirtualTimeBenchmark {
    static final int VIRTUAL_SECONDS = 100;
    /** At {@link #RECORDS_PER_MESSAGE} records each, 10,000 records in a virtual second. */
    private static final int MESSAGES_PER_SECOND = 1_250;

    private static final int RECORDS_PER_MESSAGE = 8;

    /** A session that has found its pace. */
    @State(Scope.Thread)
    public static class Running {
        private SimulatedEcho echo = new SimulatedEcho(MESSAGES_PER_SECOND, 1 << 16);

        /** A new one each time: a log is never shortened. */
        @Setup(Level.Invocation)
        public void begin() {
            long records = 2L * MESSAGES_PER_SECOND * RECORDS_PER_MESSAGE * VIRTUAL_SECONDS;
            echo = new SimulatedEcho(MESSAGES_PER_SECOND, records);
            echo.run(1);
        }
    }

    /** What was done, per real second. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Done {
        /** Records written. */
        public long records;
        /** Items the scheduler ran. */
        public long items;

        /** Counts anew. */
        @Setup(Level.Iteration)
        public void clear() {
            records = 0;
            items = 0;
        }
    }

    @Benchmark
    public void virtualSeconds(Running running, Done done) {
        SimulatedEcho echo = running.echo;
        long recordsBefore = echo.records();
        long itemsBefore = echo.items();
        echo.run(VIRTUAL_SECONDS);
        done.records += echo.records() - recordsBefore;
        done.items += echo.items() - itemsBefore;
    }
}

package org.wskscope.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.WskCallback;

class TraceLogConcurrencyTest {
    private static final int RECORDS = 1_000_000;

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8})
    void manyWritersLeaveNoHoleAndKeepTheirOrder(int writers) throws Exception {
        TraceLog log = new TraceLog(RECORDS + 1L);
        int each = RECORDS / writers;

        Reading reading = whileReading(log, (long) each * writers, () -> {
            CountDownLatch start = new CountDownLatch(1);
            List<Writer> all = new ArrayList<>();
            for (int w = 0; w < writers; w++) {
                all.add(new Writer(log, w, each, start));
            }
            return new Work(all, start);
        });

        assertThat(reading.perWriter).hasSize(writers).containsOnly(each);
        assertThat(reading.problem).isEmpty();
        assertThat(log.refused()).isZero();
    }

    @Test
    void writersMeetingTheLimitLoseNothingUncounted() throws Exception {
        int limit = RECORDS / 4;
        TraceLog log = new TraceLog(limit);

        Reading reading = whileReading(log, limit, () -> {
            CountDownLatch start = new CountDownLatch(1);
            List<Writer> all = new ArrayList<>();
            for (int w = 0; w < 4; w++) {
                all.add(new Writer(log, w, RECORDS / 8, start));
            }
            return new Work(all, start);
        });

        long written = reading.perWriter.stream().mapToInt(Integer::intValue).sum();
        assertThat(written).isEqualTo(limit - 1);
        assertThat(log.kind(limit - 1)).isEqualTo(RecordKind.LOG_SEALED);
        assertThat(written + log.refused()).isEqualTo(RECORDS / 8 * 4);
    }

    @Test
    void appendingAllocatesNothing() {
        TraceLog log = new TraceLog(RecordChunks.RECORDS_PER_CHUNK * 8L);
        TraceStamp at = new TraceStamp();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        log.prepare(log.limit());
        write(log, at, RecordChunks.RECORDS_PER_CHUNK * 2);
        long before = threads.getThreadAllocatedBytes(thread);
        long overhead = threads.getThreadAllocatedBytes(thread) - before;

        before = threads.getThreadAllocatedBytes(thread);
        write(log, at, 20_000);
        long allocated = threads.getThreadAllocatedBytes(thread) - before - overhead;

        assertThat(allocated).as("bytes for 20,000 records").isLessThan(1_000L);
    }

    private static void write(TraceLog log, TraceStamp at, int records) {
        for (int i = 0; i < records; i++) {
            at.set(i, 0, Irql.DISPATCH_LEVEL, i - 1L);
            log.callbackReturned(at, 3, WskCallback.RECEIVE, i, NtStatus.STATUS_SUCCESS, 64);
        }
    }

    private static Reading whileReading(TraceLog log, long records, Supplier<Work> prepare) throws Exception {
        Work work = prepare.get();
        ExecutorService threads = Executors.newFixedThreadPool(work.writers.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Writer writer : work.writers) {
                running.add(threads.submit(writer));
            }
            Reading reading = new Reading(work.writers.size());
            work.start.countDown();
            reading.readUntil(log, records);
            for (Future<?> future : running) {
                future.get();
            }
            assertThat(log.size()).isEqualTo(records);
            return reading;
        } finally {
            threads.shutdownNow();
        }
    }

    private record Work(List<Writer> writers, CountDownLatch start) {}

    /** Writes its own number as the socket, and a count as the backlog. */
    private record Writer(TraceLog log, int number, int records, CountDownLatch start) implements Runnable {
        @Override
        public void run() {
            TraceStamp at = new TraceStamp();
            try {
                start.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            for (int i = 0; i < records; i++) {
                log.listReleased(at.set(i, number, Irql.PASSIVE_LEVEL, -1), number, i, ~i, 7L * i);
            }
        }
    }

    /** Follows the log as it grows and checks each record on the way. */
    private static final class Reading {
        final List<Integer> perWriter = new ArrayList<>();
        String problem = "";

        Reading(int writers) {
            for (int w = 0; w < writers; w++) {
                perWriter.add(0);
            }
        }

        void readUntil(TraceLog log, long records) {
            RecordCursor cursor = log.cursor();
            long read = 0;
            while (read < records) {
                long size = log.size();
                if (size == read) {
                    Thread.onSpinWait();
                }
                for (; read < size; read++) {
                    check(cursor.moveTo(read));
                }
            }
        }

        private void check(RecordCursor at) {
            if (at.kind() == RecordKind.LOG_SEALED) {
                return;
            }
            int expected = perWriter.get(at.socket());
            boolean whole = at.kind() == RecordKind.LIST_RELEASED
                    && at.processor() == at.socket()
                    && at.timeNanos() == expected
                    && at.entered() == expected
                    && at.bytes() == ~(long) expected
                    && at.retained() == 7L * expected;
            if (!whole && problem.isEmpty()) {
                problem = "record " + at.sequence() + " of writer " + at.socket() + " is not its number " + expected;
            }
            perWriter.set(at.socket(), expected + 1);
        }
    }
}

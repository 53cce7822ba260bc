package org.wskscope.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irql;

/** Logs that share their memory, and what becomes of one that gets no more. */
class LogMemoryTest {
    private static final int CHUNK = RecordChunks.RECORDS_PER_CHUNK;
    private static final long CHUNK_BYTES = (long) CHUNK * TraceLog.RECORD_BYTES;
    private static final long LIMIT = 8L * CHUNK;

    @Test
    void aChunkThatCannotBeHadEndsTheLogVisibly() {
        TraceLog log = new TraceLog(LIMIT, new LogMemory(2 * CHUNK_BYTES));

        append(log, 3 * CHUNK);

        assertThat(log.size()).isEqualTo(2L * CHUNK + 1);
        assertThat(log.read(2L * CHUNK - 1)).isInstanceOf(TraceRecord.BacklogChanged.class);
        assertThat(((TraceRecord.LogSealed) log.read(2L * CHUNK)).reason()).isEqualTo(SealReason.LIMIT_REACHED);
        assertThat(log.refused()).isEqualTo(CHUNK);
        assertThat(log.seal(at(9))).isEqualTo(-1);
        assertThat(log.size()).isEqualTo(2L * CHUNK + 1);
    }

    @Test
    void manyWritersAtTheMissingChunkLeaveNoHole() throws InterruptedException {
        TraceLog log = new TraceLog(LIMIT, new LogMemory(CHUNK_BYTES));
        int writers = 4;
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Thread thread = new Thread(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                append(log, CHUNK);
            });
            threads.add(thread);
            thread.start();
        }
        start.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(log.size()).isEqualTo(CHUNK + 1L);
        assertThat(log.kind(CHUNK)).isEqualTo(RecordKind.LOG_SEALED);
        assertThat(log.refused()).isEqualTo((writers - 1L) * CHUNK);
    }

    @Test
    void aReaderThatFindsNoMemoryAheadLeavesItToTheWriter() {
        LogMemory memory = new LogMemory(2 * CHUNK_BYTES);
        TraceLog other = new TraceLog(LIMIT, memory);
        TraceLog log = new TraceLog(LIMIT, memory);
        append(log, 5);
        long before = log.size();

        other.seal(at(1));
        append(log, CHUNK);

        assertThat(before).isEqualTo(5);
        assertThat(log.size()).isEqualTo(CHUNK + 5L);
        assertThat(log.refused()).isZero();
    }

    @Test
    void logsShareTheirMemoryAndASealedOneGivesItBack() {
        LogMemory memory = new LogMemory(CHUNK_BYTES);
        TraceLog first = new TraceLog(LIMIT, memory);

        assertThatThrownBy(() -> new TraceLog(LIMIT, memory)).isInstanceOf(IllegalStateException.class);
        first.seal(at(1));

        assertThat(memory.taken()).isZero();
        assertThat(new TraceLog(LIMIT, memory).size()).isZero();
        assertThat(first.size()).isEqualTo(1);
    }

    private static void append(TraceLog log, int records) {
        TraceStamp at = at(1);
        for (int i = 0; i < records; i++) {
            log.backlogChanged(at, 1, i);
        }
    }

    private static TraceStamp at(long nanos) {
        TraceStamp at = new TraceStamp();
        at.set(nanos, 0, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
        return at;
    }
}

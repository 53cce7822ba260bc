package org.wskscope.engine.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.RandomRecords;
import org.wskscope.engine.testkit.RecordWriter;
import org.wskscope.engine.wsk.WskFunction;

class TraceLogTest {
    private static final long SEED = 20261120;

    private final TraceStamp at = new TraceStamp();

    static List<Class<? extends TraceRecord>> writableKinds() {
        return RandomRecords.kinds().stream()
                .filter(kind -> kind != TraceRecord.LogSealed.class)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("writableKinds")
    void aRecordIsReadAsItWasWritten(Class<? extends TraceRecord> kind) {
        TraceLog log = new TraceLog(2_000);
        RandomRecords random = new RandomRecords(SEED);
        RecordWriter writer = new RecordWriter(log);

        for (int i = 0; i < 1_000; i++) {
            TraceRecord written = random.next(kind, i);
            assertThat(writer.write(written)).isEqualTo(i);
            assertThat(log.read(i)).usingRecursiveComparison().isEqualTo(written);
            assertThat(log.socket(i)).isEqualTo(written.head().socket().value());
            assertThat(log.timeNanos(i)).isEqualTo(written.head().timeNanos());
        }
    }

    @Test
    void everyKindHasANumberOfItsOwn() {
        TraceLog log = new TraceLog(100);
        RandomRecords random = new RandomRecords(SEED);
        RecordWriter writer = new RecordWriter(log);
        Set<RecordKind> seen = new HashSet<>();

        for (Class<? extends TraceRecord> kind : writableKinds()) {
            writer.write(random.next(kind, log.size()));
        }
        log.seal(at);
        for (long sequence = 0; sequence < log.size(); sequence++) {
            seen.add(log.kind(sequence));
        }

        Set<RecordKind> all = new HashSet<>(Set.of(RecordKind.values()));
        all.remove(RecordKind.NONE);
        assertThat(seen).isEqualTo(all).hasSameSizeAs(RandomRecords.kinds());
    }

    @Test
    void longsAreKeptWhole() {
        TraceLog log = new TraceLog(10);

        log.irpCompleted(at, 1, WskFunction.WSK_SEND, 7, NtStatus.STATUS_CANCELLED, Long.MIN_VALUE + 1);
        log.listRetained(at, 1, Long.MAX_VALUE, -1, Long.MIN_VALUE);

        assertThat(((TraceRecord.IrpCompleted) log.read(0)).information()).isEqualTo(Long.MIN_VALUE + 1);
        TraceRecord.ListRetained retained = (TraceRecord.ListRetained) log.read(1);
        assertThat(List.of(retained.entered(), retained.bytes(), retained.retained()))
                .containsExactly(Long.MAX_VALUE, -1L, Long.MIN_VALUE);
    }

    @Test
    void theBufferOfAPreviewIsNotMoved() {
        TraceLog log = new TraceLog(10);
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {9, 9, 1, 2, 3});
        bytes.position(2);

        log.bytesArrived(at, 1, bytes);

        TraceRecord.BytesArrived record = (TraceRecord.BytesArrived) log.read(0);
        assertThat(record.bytes()).isEqualTo(3);
        assertThat(record.preview()).containsExactly(1, 2, 3);
        assertThat(bytes.position()).isEqualTo(2);
    }

    @Test
    void aNameIsNoAddress() {
        TraceLog log = new TraceLog(10);

        assertThatThrownBy(() -> log.socketBound(at, 1, InetSocketAddress.createUnresolved("example.invalid", 7)))
                .isInstanceOf(IllegalArgumentException.class);

        log.socketClosed(at, 1);
        assertThat(log.size()).as("a refused record leaves no hole").isEqualTo(1);
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        TraceLog log = new TraceLog(10);

        log.commandIssued(at, 0, 1, "x".repeat(TextTable.MAX_LENGTH));
        log.commandIssued(at, 0, 2, "x".repeat(TextTable.MAX_LENGTH + 1));

        assertThat(((TraceRecord.CommandIssued) log.read(0)).text()).isEqualTo("x".repeat(TextTable.MAX_LENGTH));
        assertThat(((TraceRecord.CommandIssued) log.read(1)).text())
                .hasSize(TextTable.MAX_LENGTH)
                .endsWith("x" + TextTable.ELLIPSIS);
    }

    @Test
    void aTextThereIsNoRoomForBecomesAnEllipsis() {
        int texts = TextTable.MAX_TEXTS;
        TraceLog log = new TraceLog(texts + 10L);

        for (int i = 0; i < texts; i++) {
            log.commandIssued(at, 0, i, "a");
        }

        assertThat(((TraceRecord.CommandIssued) log.read(0)).text()).isEqualTo("a");
        assertThat(((TraceRecord.CommandIssued) log.read(texts - 1)).text()).isEqualTo(TextTable.ELLIPSIS);
    }

    @Test
    void theLimitSealsTheLogAndTheRestIsCounted() {
        TraceLog log = new TraceLog(3);

        assertThat(log.socketClosed(at, 1)).isZero();
        assertThat(log.socketClosed(at, 2)).isEqualTo(1);
        assertThat(log.socketClosed(at.set(5, 1, Irql.DISPATCH_LEVEL, 0), 3)).isEqualTo(-1);
        assertThat(log.socketClosed(at, 4)).isEqualTo(-1);

        assertThat(log.size()).isEqualTo(3);
        assertThat(log.read(2))
                .isInstanceOfSatisfying(
                        TraceRecord.LogSealed.class,
                        last -> assertThat(last.reason()).isEqualTo(SealReason.LIMIT_REACHED));
        assertThat(log.refused()).isEqualTo(2);
        assertThat(log.seal(at)).isEqualTo(-1);
        assertThat(log.size()).isEqualTo(3);
    }

    @Test
    void aSealedLogRefusesAndStaysReadable() {
        TraceLog log = new TraceLog(10);
        log.socketClosed(at, 1);

        assertThat(log.seal(at)).isEqualTo(1);
        assertThat(log.seal(at)).isEqualTo(-1);
        assertThat(log.socketClosed(at, 2)).isEqualTo(-1);

        assertThat(log.size()).isEqualTo(2);
        assertThat(log.read(0).head().socket().value()).isEqualTo(1);
        assertThat(((TraceRecord.LogSealed) log.read(1)).reason()).isEqualTo(SealReason.CLOSED);
        assertThat(log.refused()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereCannotBeRead() {
        TraceLog log = new TraceLog(100_000);
        log.socketClosed(at, 1);
        RecordCursor cursor = log.cursor();

        assertThatThrownBy(() -> log.read(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> cursor.moveTo(-1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> cursor.moveTo(70_000)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(cursor.moveTo(0).kind()).isEqualTo(RecordKind.SOCKET_CLOSED);
    }

    @Test
    void limitsOutsideTheRangeAreRefused() {
        assertThatThrownBy(() -> new TraceLog(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TraceLog(TraceLog.MAX_RECORDS + 1)).isInstanceOf(IllegalArgumentException.class);
    }
}

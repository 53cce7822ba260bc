package org.wskscope.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wskscope.engine.testkit.RandomRecords;
import org.wskscope.engine.testkit.RecordWriter;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceRecord;

/** Reads files by {@code docs/recording-format.md} alone: nothing of the reader is used here. */
class RecordingFormatTest {
    private static final int RECORDS = 20_000;

    @TempDir
    private Path folder;

    private final List<long[]> records = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private String info = "";
    private long promised = -1;

    @Test
    void aFileIsWhatThePageSays() throws IOException, DataFormatException {
        TraceLog log = new TraceLog(2 * RECORDS);
        RandomRecords random = new RandomRecords(5);
        RecordWriter writer = new RecordWriter(log);
        while (log.size() < RECORDS) {
            RandomRecords.kinds().stream()
                    .filter(kind -> kind != TraceRecord.LogSealed.class)
                    .forEach(kind -> writer.write(random.next(kind, log.size())));
        }
        Path file = folder.resolve("run.wskrun");
        RunWriter.write(file, log, new RunInfo(Map.of("seed", "5")), true, RunProgress.NONE);

        read(ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN));

        assertThat(promised).isEqualTo(log.size()).isEqualTo(records.size());
        assertThat(info.lines()).contains("seed=5", "records=" + log.size());
        for (int sequence = 0; sequence < records.size(); sequence++) {
            ByteBuffer expected = ByteBuffer.allocate(TraceLog.RECORD_BYTES);
            log.cursor().moveTo(sequence).copyWords(expected);
            ByteBuffer found = ByteBuffer.allocate(TraceLog.RECORD_BYTES);
            for (long word : records.get(sequence)) {
                found.putLong(word);
            }
            assertThat(found.flip()).as("record %d", sequence).isEqualTo(expected.flip());
        }
        assertThat(texts).isNotEmpty();
    }

    private void read(ByteBuffer file) throws DataFormatException {
        byte[] magic = new byte[8];
        file.get(magic);
        assertThat(magic).containsExactly(0x89, 'W', 'S', 'K', 'R', 'U', 'N', '\n');
        assertThat(file.getShort()).isEqualTo((short) 1);
        file.getShort();
        file.getInt();
        while (promised < 0) {
            block(file);
        }
        assertThat(file.hasRemaining()).isFalse();
    }

    private void block(ByteBuffer file) throws DataFormatException {
        int at = file.position();
        byte[] type = new byte[4];
        file.get(type);
        int stored = file.getInt();
        int raw = file.getInt();
        int count = file.getInt();
        long first = file.getLong();
        int crc = file.getInt();
        CRC32C sum = new CRC32C();
        sum.update(file.slice(at, 24));
        sum.update(file.slice(file.position(), stored));
        assertThat(crc).isEqualTo((int) sum.getValue());
        byte[] contents = new byte[raw];
        Inflater inflater = new Inflater(true);
        inflater.setInput(file.slice(file.position(), stored));
        int length = raw == 0 ? 0 : inflater.inflate(contents);
        inflater.end();
        assertThat(length).isEqualTo(raw).isLessThanOrEqualTo(1 << 20);
        file.position(file.position() + stored);
        ByteBuffer in = ByteBuffer.wrap(contents).order(ByteOrder.LITTLE_ENDIAN);
        switch (new String(type, StandardCharsets.US_ASCII)) {
            case "INFO" -> info = new String(contents, StandardCharsets.UTF_8);
            case "TEXT" -> text(in, count, first);
            case "RECS" -> records(in, count, first);
            case "END " -> promised = first;
            default -> throw new AssertionError("a block the page does not know");
        }
    }

    private void text(ByteBuffer in, int count, long first) {
        assertThat(first).isEqualTo(texts.size());
        for (int text = 0; text < count; text++) {
            byte[] utf8 = new byte[Short.toUnsignedInt(in.getShort())];
            in.get(utf8);
            texts.add(new String(utf8, StandardCharsets.UTF_8));
        }
    }

    private void records(ByteBuffer in, int count, long first) {
        assertThat(first).isEqualTo(records.size());
        long[][] block = new long[count][6];
        for (long[] record : block) {
            record[1] = number(in);
        }
        for (int word = 0; word < 6; word++) {
            long[] before = new long[256];
            for (long[] record : block) {
                int kind = word == 0 ? 0 : (int) (record[1] & 0xFF);
                long packed = number(in);
                before[kind] += packed >>> 1 ^ -(packed & 1);
                record[word] = word == 1 ? record[1] | before[kind] << 32 : before[kind];
            }
        }
        records.addAll(List.of(block));
        assertThat(in.hasRemaining()).isFalse();
    }

    private static long number(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = in.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }
}

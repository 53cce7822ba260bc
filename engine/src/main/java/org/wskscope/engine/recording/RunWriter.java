package org.wskscope.engine.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import org.wskscope.engine.trace.LogImage;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceLog;

/**
 * Writes a run to a file: whole, or not at all. The file is the owner's only. A log that still grows is written as far as it is when writing begins. One thread for one writer.
 */
public final class RunWriter {
    /** How names of such files end. */
    public static final String SUFFIX = ".wskrun";

    private static final int TAG_BITS = 0xFF00;
    private static final int PREVIEW_HIGH = 4;
    private static final int PREVIEW_LOW = 5;

    private final TraceLog log;
    private final RunInfo info;
    private final boolean payload;
    private final RecordCursor cursor;
    private final ByteBuffer words = ByteBuffer.allocate(RecordBlock.RECORDS * TraceLog.RECORD_BYTES);
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private byte[] packed = new byte[RunFile.LARGEST_RAW_BYTES];

    private RunWriter(TraceLog log, RunInfo info, boolean payload) {
        this.log = log;
        this.cursor = log.cursor();
        this.info = info;
        this.payload = payload;
    }

    /**
     * Writes {@code log} to {@code file} as {@link WholeFile} does.
     *
     * @param payload whether the first bytes of what arrived are written too
     * @throws IOException when it cannot be written; what was at {@code file} is there as before
     */
    public static void write(Path file, TraceLog log, RunInfo info, boolean payload, RunProgress progress)
            throws IOException {
        RunWriter writer = new RunWriter(log, info, payload);
        try {
            WholeFile.write(file, out -> writer.writeAll(out, progress));
        } finally {
            writer.deflater.end();
        }
    }

    private void writeAll(FileChannel out, RunProgress progress) throws IOException {
        long records = log.size();
        ByteBuffer header = RunFile.littleEndian(RunFile.FILE_HEADER_BYTES);
        header.put(RunFile.MAGIC)
                .putShort((short) RunFile.MAJOR)
                .putShort((short) RunFile.MINOR)
                .putInt(0);
        writeFully(out, header.flip());
        writeInfo(out, records);
        writeTexts(out, LogImage.texts(log));
        RecordBlock block = new RecordBlock();
        for (long first = 0; first < records; first += RecordBlock.RECORDS) {
            if (!progress.advanced(first, records)) {
                throw new RunFileException(RunFileException.Reason.CANCELLED, "writing was cancelled");
            }
            int count = (int) Math.min(RecordBlock.RECORDS, records - first);
            copy(first, count, block.words);
            if (!payload) {
                leaveOutPreviews(block.words, count);
            }
            writeBlock(out, RunFile.RECORDS, block.pack(count), count, first);
        }
        writeBlock(out, RunFile.END, ByteBuffer.allocate(0), 0, records);
        progress.advanced(records, records);
    }

    private void copy(long first, int count, long[] into) {
        words.clear();
        for (long sequence = first; sequence < first + count; sequence++) {
            cursor.moveTo(sequence).copyWords(words);
        }
        words.flip().asLongBuffer().get(into, 0, count * LogImage.WORDS);
    }

    private void writeInfo(FileChannel out, long records) throws IOException {
        Map<String, String> facts = new TreeMap<>(info.facts());
        facts.put(RunFile.COUNT, Long.toString(records));
        if (!payload) {
            facts.put(RunInfo.PAYLOAD, "left out");
        }
        StringBuilder lines = new StringBuilder();
        facts.forEach((key, value) -> lines.append(key)
                .append('=')
                .append(value.replaceAll("\\R", " "))
                .append('\n'));
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        writeBlock(out, RunFile.INFO, ByteBuffer.wrap(bytes), facts.size(), 0);
    }

    private void writeTexts(FileChannel out, List<String> texts) throws IOException {
        for (int first = 0; first < texts.size(); first += RunFile.TEXTS) {
            List<String> some = texts.subList(first, Math.min(texts.size(), first + RunFile.TEXTS));
            ByteBuffer bytes = RunFile.littleEndian(RunFile.LARGEST_RAW_BYTES);
            for (String text : some) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                bytes.putShort((short) utf8.length).put(utf8);
            }
            writeBlock(out, RunFile.TEXT, bytes.flip(), some.size(), first);
        }
    }

    private void writeBlock(FileChannel out, int type, ByteBuffer raw, int count, long first) throws IOException {
        deflater.reset();
        deflater.setInput(raw.duplicate());
        deflater.finish();
        int length = 0;
        while (!deflater.finished()) {
            if (length == packed.length) {
                packed = Arrays.copyOf(packed, packed.length * 2);
            }
            length += deflater.deflate(packed, length, packed.length - length);
        }
        RunFile.Header header = new RunFile.Header(type, length, raw.remaining(), count, first, 0);
        writeFully(out, header.write(packed, length));
        writeFully(out, ByteBuffer.wrap(packed, 0, length));
    }

    private static void leaveOutPreviews(long[] words, int count) {
        for (int record = 0; record < count; record++) {
            int at = record * LogImage.WORDS;
            long head = words[at + LogImage.HEAD];
            if ((head & 0xFF) == RecordKind.BYTES_ARRIVED.ordinal()) {
                words[at + LogImage.HEAD] = head & ~TAG_BITS;
                words[at + PREVIEW_HIGH] = 0;
                words[at + PREVIEW_LOW] = 0;
            }
        }
    }

    private static void writeFully(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }
}

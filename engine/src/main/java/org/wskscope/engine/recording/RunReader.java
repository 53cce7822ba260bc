package org.wskscope.engine.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.recording.RunFileException.Reason;
import org.wskscope.engine.trace.LogImage;
import org.wskscope.engine.trace.LogMemory;
import org.wskscope.engine.trace.TraceLog;

/**
 * Reads a run from a file, which is never written. Whatever the bytes are: memory and time are bounded by the length of the file and what a block may have. Records are shown as
 * far as the file is sound; what a later version added is passed over. One thread for one reader.
 */
public final class RunReader {
    private static final Set<Integer> KNOWN = Set.of(RunFile.INFO, RunFile.TEXT, RunFile.RECORDS, RunFile.END);
    private static final int RECORD_BYTES = TraceLog.RECORD_BYTES;
    private static final int PIECE_BYTES = 64 * 1024;

    /** What a text costs beside its characters. */
    private static final int TEXT_BYTES = 64;

    private final FileChannel in;
    private final Inflater inflater = new Inflater(true);
    private final List<String> texts = new ArrayList<>();
    private final ByteBuffer header = RunFile.littleEndian(RunFile.BLOCK_HEADER_BYTES);
    private byte[] stored = new byte[0];
    private RunInfo info = new RunInfo(Map.of());
    private LogImage.@Nullable Restoring log;
    private long promised;
    private long read;
    private long textBytes;
    private boolean ended;

    private RunReader(FileChannel in) {
        this.in = in;
    }

    /**
     * @param memory where the log has its memory from
     * @throws RunFileException when it is no run, or not one that can be shown
     * @throws IOException when it cannot be read
     */
    public static RecordedRun read(Path file, LogMemory memory, RunProgress progress) throws IOException {
        if (!Files.isRegularFile(file)) {
            if (Files.exists(file)) {
                throw new RunFileException(Reason.FOREIGN, file + " is no regular file");
            }
            throw new NoSuchFileException(file.toString());
        }
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            RunReader reader = new RunReader(in);
            try {
                return reader.readAll(memory, progress);
            } finally {
                reader.inflater.end();
            }
        }
    }

    private RecordedRun readAll(LogMemory memory, RunProgress progress) throws IOException {
        checkBeginning();
        RecordBlock block = new RecordBlock();
        RunFile.Header next;
        while (!ended && (next = nextHeader()) != null) {
            ByteBuffer raw = contents(next);
            if (raw == null || !take(next, raw, block, memory)) {
                break;
            }
            if (!progress.advanced(read, promised)) {
                throw new RunFileException(Reason.CANCELLED, "reading was cancelled");
            }
        }
        if (log == null || read == 0) {
            throw new RunFileException(Reason.NOTHING_LEFT, "not one record can be read");
        }
        return new RecordedRun(info, log.finish(), promised, ended && read == promised);
    }

    private void checkBeginning() throws IOException {
        ByteBuffer begin = RunFile.littleEndian(RunFile.FILE_HEADER_BYTES);
        byte[] magic = new byte[RunFile.MAGIC.length];
        if (!fill(begin)) {
            throw new RunFileException(Reason.FOREIGN, "too short for a run");
        }
        begin.get(magic);
        if (!Arrays.equals(magic, RunFile.MAGIC)) {
            throw new RunFileException(Reason.FOREIGN, "does not begin as a run does");
        }
        int major = Short.toUnsignedInt(begin.getShort());
        if (major != RunFile.MAJOR) {
            throw new RunFileException(Reason.NEWER, "format " + major);
        }
    }

    private RunFile.@Nullable Header nextHeader() throws IOException {
        header.clear();
        return fill(header) ? RunFile.Header.read(header) : null;
    }

    /** What a block holds; null when it is torn or damaged. Of a type nobody knows it is empty. */
    private @Nullable ByteBuffer contents(RunFile.Header block) throws IOException {
        if (block.stored() < 0 || block.stored() > in.size() - in.position()) {
            return null;
        }
        if (!KNOWN.contains(block.type())) {
            return isPassedOver(block) ? ByteBuffer.allocate(0) : null;
        }
        if (block.raw() < 0
                || block.raw() > RunFile.LARGEST_RAW_BYTES
                || block.stored() > 2 * RunFile.LARGEST_RAW_BYTES
                || block.count() < 0
                || block.count() > RecordBlock.RECORDS) {
            return null;
        }
        stored = stored.length < block.stored() ? new byte[block.stored()] : stored;
        CRC32C crc = RunFile.checksum(header);
        return fillStored(block.stored()) && block.isSound(crc, stored) ? inflated(block) : null;
    }

    /** A block of a later version, however long it is, has a checksum too: a type that was damaged must not be taken for one. */
    private boolean isPassedOver(RunFile.Header block) throws IOException {
        CRC32C crc = RunFile.checksum(header);
        stored = stored.length < PIECE_BYTES ? new byte[PIECE_BYTES] : stored;
        for (int left = block.stored(); left > 0; left -= PIECE_BYTES) {
            int piece = Math.min(left, PIECE_BYTES);
            if (!fillStored(piece)) {
                return false;
            }
            crc.update(stored, 0, piece);
        }
        return block.crc() == (int) crc.getValue();
    }

    private boolean fillStored(int bytes) throws IOException {
        return fill(ByteBuffer.wrap(stored, 0, bytes));
    }

    private @Nullable ByteBuffer inflated(RunFile.Header block) {
        byte[] raw = new byte[block.raw()];
        inflater.reset();
        inflater.setInput(stored, 0, block.stored());
        try {
            int length = 0;
            while (length < raw.length && !inflater.finished()) {
                int more = inflater.inflate(raw, length, raw.length - length);
                if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                    return null;
                }
                length += more;
            }
            return length == raw.length ? ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN) : null;
        } catch (DataFormatException damaged) {
            return null;
        }
    }

    /** False when nothing behind this block can be shown. */
    private boolean take(RunFile.Header block, ByteBuffer raw, RecordBlock records, LogMemory memory)
            throws RunFileException {
        if (block.type() == RunFile.INFO) {
            return takeInfo(raw);
        } else if (block.type() == RunFile.TEXT) {
            return log == null && block.first() == texts.size() && takeTexts(raw, block.count(), memory);
        } else if (block.type() == RunFile.RECORDS) {
            return takeRecords(block, raw, records, memory);
        }
        ended = block.type() == RunFile.END && block.first() == read;
        return ended || block.type() != RunFile.END;
    }

    private boolean takeInfo(ByteBuffer raw) {
        Map<String, String> facts = new TreeMap<>();
        StandardCharsets.UTF_8.decode(raw).toString().lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                facts.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        try {
            promised = Long.parseLong(facts.getOrDefault(RunFile.COUNT, ""));
        } catch (NumberFormatException unknown) {
            return false;
        }
        facts.remove(RunFile.COUNT);
        info = new RunInfo(facts);
        return promised > 0 && promised <= TraceLog.MAX_RECORDS;
    }

    private boolean takeTexts(ByteBuffer raw, int count, LogMemory memory) throws RunFileException {
        for (int text = 0; text < count; text++) {
            if (raw.remaining() < Short.BYTES || texts.size() == LogImage.MOST_TEXTS) {
                return false;
            }
            int length = Short.toUnsignedInt(raw.getShort());
            if (raw.remaining() < length) {
                return false;
            }
            String read = StandardCharsets.UTF_8
                    .decode(raw.slice(raw.position(), length))
                    .toString();
            textBytes += TEXT_BYTES + 2L * read.length();
            if (textBytes > memory.bytes() - memory.taken()) {
                throw new RunFileException(Reason.TOO_LARGE, textBytes + " bytes of texts and more");
            }
            texts.add(read);
            raw.position(raw.position() + length);
        }
        return true;
    }

    private boolean takeRecords(RunFile.Header block, ByteBuffer raw, RecordBlock records, LogMemory memory)
            throws RunFileException {
        if (promised == 0 || block.first() != read || block.count() > promised - read) {
            return false;
        }
        if (log == null) {
            if (promised * RECORD_BYTES > memory.bytes() - memory.taken()) {
                throw new RunFileException(Reason.TOO_LARGE, promised * RECORD_BYTES + " bytes are needed");
            }
            log = LogImage.restore(promised, memory, texts);
        }
        if (!records.unpack(raw, block.count())) {
            return false;
        }
        int sound = log.append(records.words, block.count());
        read += sound;
        return sound == block.count();
    }

    private boolean fill(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (in.read(bytes) < 0) {
                return false;
            }
        }
        bytes.flip();
        return true;
    }
}

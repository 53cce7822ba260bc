package org.wskscope.engine.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.recording.RunFileException.Reason;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.scenario.ScenarioObserver;
import org.wskscope.engine.scenario.ScenarioPlayer;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.testkit.LogDigest;
import org.wskscope.engine.trace.LogMemory;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.TraceStamp;

class RunFileTest {
    private static final Path SCENARIOS = Path.of("..", "assets", "scenarios");
    private static final RunInfo INFO = new RunInfo(Map.of("network", "memory", "processors", "2", "seed", "7"));
    private static final int FIRST_BLOCK = RunFile.FILE_HEADER_BYTES;
    private static final LogMemory MEMORY = new LogMemory(1L << 30);

    @TempDir
    private Path folder;

    static List<Scenario> scenarios() throws IOException, ScenarioFormatException {
        return ScenarioLibrary.read(name -> Files.newInputStream(SCENARIOS.resolve(name)))
                .scenarios();
    }

    private static TraceLog played(Scenario scenario) {
        SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT.with(scenario.choices()));
        try (session) {
            new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
        }
        return (TraceLog) session.log();
    }

    private static TraceLog small() throws IOException, ScenarioFormatException {
        return played(scenarios().get(0));
    }

    private Path saved(TraceLog log, boolean payload) throws IOException {
        Path file = folder.resolve("run.wskrun");
        RunWriter.write(file, log, INFO, payload, RunProgress.NONE);
        return file;
    }

    /** Every word and every text of it. */
    private static void assertBeginsAs(TraceReader read, TraceReader original) {
        JsonLines one = new JsonLines(read);
        JsonLines other = new JsonLines(original);
        for (long sequence = 0; sequence < read.size(); sequence++) {
            assertThat(words(read, sequence)).isEqualTo(words(original, sequence));
            assertThat(line(one, sequence)).isEqualTo(line(other, sequence));
        }
    }

    private static String line(JsonLines lines, long sequence) {
        StringBuilder line = new StringBuilder();
        try {
            lines.append(sequence, line);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return line.toString();
    }

    private static ByteBuffer words(TraceReader log, long sequence) {
        ByteBuffer words = ByteBuffer.allocate(TraceLog.RECORD_BYTES);
        log.cursor().moveTo(sequence).copyWords(words);
        return words.flip();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void whatWasSavedIsReadAgainAndFoldsToTheSameState(Scenario scenario) throws IOException {
        TraceLog log = played(scenario);

        RecordedRun run = RunReader.read(saved(log, true), MEMORY, RunProgress.NONE);

        assertThat(run.log().size()).isEqualTo(log.size());
        assertThat(run.isWhole()).isTrue();
        assertThat(run.info()).isEqualTo(INFO);
        assertBeginsAs(run.log(), log);
        assertThat(LogDigest.of(run.log())).isEqualTo(LogDigest.of(log));
        ScopeFold before = new ScopeFold(log);
        ScopeFold after = new ScopeFold(run.log());
        before.foldTo(log.size());
        after.foldTo(log.size());
        assertThat(after.state().digest()).isEqualTo(before.state().digest());
    }

    /** A log whose texts need more than one block. */
    private static TraceLog withManyTexts() {
        TraceLog log = new TraceLog(2_000);
        TraceStamp at = new TraceStamp();
        for (int text = 0; text < 2 * RunFile.TEXTS + 10; text++) {
            log.clientRegistered(at, "client " + text, 1);
        }
        return log;
    }

    @Test
    void aTornFileIsShownAsFarAsItGoes() throws IOException, ScenarioFormatException {
        TraceLog log = small();
        byte[] whole = Files.readAllBytes(saved(log, true));
        Path torn = folder.resolve("torn.wskrun");
        for (int length = 0; length < whole.length; length++) {
            Files.write(torn, Arrays.copyOf(whole, length));
            checkDamaged(torn, log);
        }
    }

    @Test
    void flippedBitsAreFoundAndTheRestIsShown() throws IOException, ScenarioFormatException {
        checkFlips(small(), 400);
        checkFlips(withManyTexts(), Integer.MAX_VALUE);
    }

    /** Each of the first {@code each} bits, then one of 64; the last bytes, which say that the file has ended, bit by bit. */
    private void checkFlips(TraceLog log, int each) throws IOException {
        byte[] whole = Files.readAllBytes(saved(log, true));
        Path flipped = folder.resolve("flipped.wskrun");
        int bits = whole.length * 8;
        for (int bit = 0; bit < bits; bit += bit < each || bit > bits - 400 ? 1 : 64) {
            byte[] bytes = whole.clone();
            bytes[bit >>> 3] ^= (byte) (1 << (bit & 7));
            Files.write(flipped, bytes);
            checkDamaged(flipped, log);
        }
    }

    /** Either a sentence, or a beginning of the log. */
    private static void checkDamaged(Path file, TraceLog original) throws IOException {
        try {
            RecordedRun run = RunReader.read(file, MEMORY, RunProgress.NONE);
            assertBeginsAs(run.log(), original);
            assertThat(run.isWhole() && !isInMinorVersion(file))
                    .as("what is not as it was is said")
                    .isFalse();
        } catch (RunFileException told) {
            assertThat(told.reason()).isNotNull();
        }
    }

    /** The minor version and the four bytes behind it may be anything. */
    private static boolean isInMinorVersion(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return !Arrays.equals(Arrays.copyOfRange(bytes, 10, 16), new byte[6]);
    }

    @Test
    void textsAreBoundedByTheMemoryThereIs() throws IOException {
        TraceLog log = withManyTexts();
        byte[] whole = Files.readAllBytes(saved(log, true));
        ByteBuffer at = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int text = FIRST_BLOCK + RunFile.BLOCK_HEADER_BYTES + at.getInt(FIRST_BLOCK + Integer.BYTES);
        byte[] one =
                Arrays.copyOfRange(whole, text, text + RunFile.BLOCK_HEADER_BYTES + at.getInt(text + Integer.BYTES));
        Path bomb = folder.resolve("bomb.wskrun");
        try (var out = Files.newOutputStream(bomb)) {
            out.write(whole, 0, text);
            for (int block = 0; block < 2_000; block++) {
                ByteBuffer header = ByteBuffer.wrap(one).order(ByteOrder.LITTLE_ENDIAN);
                header.putLong(16, (long) block * RunFile.TEXTS);
                CRC32C crc = RunFile.checksum(header);
                crc.update(one, RunFile.BLOCK_HEADER_BYTES, one.length - RunFile.BLOCK_HEADER_BYTES);
                header.putInt(24, (int) crc.getValue());
                out.write(one);
            }
        }

        assertRefused(bomb, Reason.NOTHING_LEFT);
        assertThatThrownBy(() -> RunReader.read(bomb, new LogMemory(100_000), RunProgress.NONE))
                .isInstanceOfSatisfying(
                        RunFileException.class,
                        told -> assertThat(told.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void aBlockOfALaterVersionIsPassedOver() throws IOException, ScenarioFormatException {
        TraceLog log = small();
        byte[] whole = Files.readAllBytes(saved(log, true));
        ByteBuffer later = RunFile.littleEndian(RunFile.BLOCK_HEADER_BYTES + 5);
        later.put("MARK".getBytes(StandardCharsets.US_ASCII))
                .putInt(5)
                .putInt(5)
                .putInt(1)
                .putLong(0);
        byte[] contents = {1, 2, 3, 4, 5};
        CRC32C crc = RunFile.checksum(later);
        crc.update(contents);
        later.putInt((int) crc.getValue()).put(contents);
        Path file = folder.resolve("later.wskrun");
        try (var out = Files.newOutputStream(file)) {
            out.write(whole, 0, FIRST_BLOCK);
            out.write(later.array());
            out.write(whole, FIRST_BLOCK, whole.length - FIRST_BLOCK);
        }

        RecordedRun run = RunReader.read(file, MEMORY, RunProgress.NONE);

        assertThat(run.isWhole()).isTrue();
        assertThat(run.log().size()).isEqualTo(log.size());
    }

    @Test
    void aLinkStaysAndWhatItLeadsToIsWritten() throws IOException, ScenarioFormatException {
        TraceLog log = small();
        Path real = folder.resolve("real.wskrun");
        RunWriter.write(real, withManyTexts(), INFO, true, RunProgress.NONE);
        Path link = folder.resolve("link.wskrun");
        try {
            Files.createSymbolicLink(link, real);
        } catch (IOException | UnsupportedOperationException cannot) {
            assumeTrue(false, "no links here: " + cannot);
        }

        RunWriter.write(link, log, INFO, true, RunProgress.NONE);

        assertThat(link).isSymbolicLink();
        assertThat(RunReader.read(real, MEMORY, RunProgress.NONE).log().size()).isEqualTo(log.size());
        assertThatThrownBy(() -> RunWriter.write(folder, log, INFO, true, RunProgress.NONE))
                .isInstanceOf(IOException.class);
    }

    @Test
    void whateverTheBytesAreReadingEndsWithARunOrAReason() throws IOException, ScenarioFormatException {
        byte[] whole = Files.readAllBytes(saved(small(), true));
        Random random = new Random(20_261_201);
        Path mutated = folder.resolve("mutated.wskrun");
        int refused = 0;
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = whole.clone();
            for (int changes = 1 + random.nextInt(6); changes > 0; changes--) {
                bytes[8 + random.nextInt(bytes.length - 8)] = (byte) random.nextInt();
            }
            Files.write(mutated, bytes);
            try {
                assertThat(RunReader.read(mutated, MEMORY, RunProgress.NONE)
                                .log()
                                .size())
                        .isPositive();
            } catch (RunFileException told) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void foreignAndNewerFilesAreRefusedAndNeverWritten() throws IOException, ScenarioFormatException {
        Path foreign = Files.writeString(folder.resolve("a.wskrun"), "not a run, but longer than its beginning");
        byte[] newer = Files.readAllBytes(saved(small(), true));
        newer[8] = 2;
        Path later = Files.write(folder.resolve("b.wskrun"), newer);

        assertRefused(foreign, Reason.FOREIGN);
        assertRefused(folder, Reason.FOREIGN);
        assertRefused(later, Reason.NEWER);
        assertThat(later).hasBinaryContent(newer);
    }

    @Test
    void aRunThatDoesNotFitIntoMemorySaysSo() throws IOException, ScenarioFormatException {
        Path file = saved(small(), true);

        assertThatThrownBy(() -> RunReader.read(file, new LogMemory(1_000), RunProgress.NONE))
                .isInstanceOfSatisfying(
                        RunFileException.class,
                        told -> assertThat(told.reason()).isEqualTo(Reason.TOO_LARGE));
    }

    private static void assertRefused(Path file, Reason reason) {
        assertThatThrownBy(() -> RunReader.read(file, MEMORY, RunProgress.NONE))
                .isInstanceOfSatisfying(
                        RunFileException.class,
                        told -> assertThat(told.reason()).isEqualTo(reason));
    }

    @Test
    void withoutPayloadNoByteThatArrivedIsInTheFile() throws IOException, ScenarioFormatException {
        TraceLog log = small();

        RecordedRun run = RunReader.read(saved(log, false), MEMORY, RunProgress.NONE);

        assertThat(run.info().get(RunInfo.PAYLOAD)).isEqualTo("left out");
        long previews = 0;
        for (long sequence = 0; sequence < log.size(); sequence++) {
            if (log.read(sequence) instanceof TraceRecord.BytesArrived before) {
                TraceRecord.BytesArrived after =
                        (TraceRecord.BytesArrived) run.log().read(sequence);
                previews += before.preview().length;
                assertThat(after.preview()).isEmpty();
                assertThat(after.bytes()).isEqualTo(before.bytes());
            } else {
                assertThat(words(run.log(), sequence)).isEqualTo(words(log, sequence));
            }
        }
        assertThat(previews).isPositive();
    }

    @Test
    void aCancelledSaveLeavesWhatWasThereAndNothingElse() throws IOException, ScenarioFormatException {
        TraceLog log = small();
        Path file = saved(log, true);
        byte[] before = Files.readAllBytes(file);

        assertThatThrownBy(() -> RunWriter.write(file, log, INFO, true, (done, total) -> false))
                .isInstanceOf(RunFileException.class);

        assertThat(file).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void theFileIsTheOwnersOnlyAndTakesNothingMore() throws IOException, ScenarioFormatException {
        Path file = saved(small(), true);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }

        TraceLog read = RunReader.read(file, MEMORY, RunProgress.NONE).log();
        long size = read.size();

        assertThat(read.inputFinished(new TraceStamp(), 1, 0, false)).isEqualTo(-1);
        assertThat(read.size()).isEqualTo(size);
    }
}

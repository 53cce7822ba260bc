package org.wskscope.app.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.recording.RecordedRun;
import org.wskscope.engine.recording.RunProgress;
import org.wskscope.engine.recording.RunReader;
import org.wskscope.engine.recording.RunWriter;
import org.wskscope.engine.recording.WholeFile;
import org.wskscope.engine.session.RunFacts;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.trace.LogMemory;
import org.wskscope.engine.trace.TraceLog;

/** Files of runs for commands: what is wrong with one is one sentence. */
final class RunFiles {
    private final CommandLineText words;

    RunFiles(CommandLineText words) {
        this.words = words;
    }

    /** A file cannot be read or written; the message is a sentence for people. */
    static final class UnusableException extends Exception {
        private static final long serialVersionUID = 1;

        UnusableException(String sentence) {
            super(sentence);
        }
    }

    RecordedRun read(Path file) throws UnusableException {
        try {
            return RunReader.read(file, LogMemory.thirdOfHeap(), RunProgress.NONE);
        } catch (IOException failed) {
            throw unusable(RunTrouble.reading(failed), file);
        }
    }

    /** What is to be told of a run that cannot be shown whole; null of any other. */
    @Nullable
    String damage(RecordedRun run, Path file) {
        return run.isWhole()
                ? null
                : words.sentence("run.damaged", file.toString(), run.log().size(), run.promised());
    }

    /** Whether the run could be saved there when it has ended: nobody wants to hear of a folder that is missing afterwards. */
    void checkSavable(@Nullable Path file) throws UnusableException {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new UnusableException(words.sentence("run.noFolder", file.toString()));
        } else if (!Files.isWritable(folder)) {
            throw new UnusableException(words.sentence("run.forbidden", file.toString()));
        } else if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UnusableException(words.sentence("run.special", file.toString()));
        }
    }

    /** Writes what {@code session} has recorded. */
    void save(Session session, String scenario, SaveOption option) throws UnusableException {
        Path file = option.file;
        if (file == null) {
            return;
        }
        try {
            RunWriter.write(
                    file,
                    (TraceLog) session.log(),
                    RunFacts.of(session, scenario, ProductVersion.read(), Instant.now()),
                    !option.withoutPayload,
                    RunProgress.NONE);
        } catch (IOException failed) {
            throw unusable(RunTrouble.writing(failed), file);
        }
    }

    /** Writes {@code content} whole, never over the run it is made of. */
    void write(Path output, Path run, WholeFile.Content content) throws UnusableException {
        try {
            if (Files.exists(output) && Files.isSameFile(output, run)) {
                throw new UnusableException(words.sentence("run.same", output.toString()));
            }
            WholeFile.write(output, content);
        } catch (IOException failed) {
            throw unusable(RunTrouble.writing(failed), output);
        }
    }

    /** As the other, where there is no run. */
    void write(Path output, WholeFile.Content content) throws UnusableException {
        try {
            WholeFile.write(output, content);
        } catch (IOException failed) {
            throw unusable(RunTrouble.writing(failed), output);
        }
    }

    private UnusableException unusable(RunTrouble trouble, Path file) {
        return new UnusableException(words.sentence(trouble.key(), file.toString(), trouble.reason()));
    }
}

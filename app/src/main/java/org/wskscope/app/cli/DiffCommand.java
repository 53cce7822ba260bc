package org.wskscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.TraceNotation;
import org.wskscope.engine.trace.TraceLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope diff}: the first line of the notation in which two saved runs differ; times are not in it. */
@Command(name = "diff", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {
    private final CommandLineText words = new CommandLineText();

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A.wskrun", descriptionKey = "first")
    private Path first = Path.of("");

    @Parameters(index = "1", paramLabel = "B.wskrun", descriptionKey = "second")
    private Path second = Path.of("");

    @Override
    public Integer call() {
        NotationLines one;
        NotationLines other;
        try {
            RunFiles files = new RunFiles(words);
            one = new NotationLines(files.read(first).log());
            other = new NotationLines(files.read(second).log());
        } catch (RunFiles.UnusableException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return ExitCode.USAGE;
        }
        long equal = 0;
        while (true) {
            String left = one.next();
            String right = other.next();
            if (left == null && right == null) {
                out().println(words.sentence("diff.equal", equal));
                return ExitCode.OK;
            }
            if (left == null || !left.equals(right)) {
                out().println(words.sentence("diff.differ", equal + 1));
                out().println("< " + shown(left));
                out().println("> " + shown(right));
                return ExitCode.SOFTWARE;
            }
            equal++;
        }
    }

    private String shown(@Nullable String line) {
        return line == null ? words.sentence("diff.ended") : line;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** The notation of a log, line by line. */
    private static final class NotationLines {
        private static final int RECORDS_AT_ONCE = 4_096;

        private final TraceLog log;
        private final TraceNotation notation = new TraceNotation();
        private final Queue<String> ready = new ArrayDeque<>();
        private long position;

        NotationLines(TraceLog log) {
            this.log = log;
        }

        /** The next line; null at the end. */
        @Nullable
        String next() {
            while (ready.isEmpty() && position < log.size()) {
                long end = Math.min(log.size(), position + RECORDS_AT_ONCE);
                StringBuilder text = new StringBuilder();
                try {
                    notation.append(log, position, end, text);
                } catch (IOException impossible) {
                    throw new UncheckedIOException("A text in memory could not be written", impossible);
                }
                text.toString().lines().forEach(ready::add);
                position = end;
            }
            return ready.poll();
        }
    }
}

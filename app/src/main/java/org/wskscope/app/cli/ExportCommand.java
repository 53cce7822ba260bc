package org.wskscope.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.ChromeTrace;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.TraceNotation;
import org.wskscope.engine.recording.CsvTable;
import org.wskscope.engine.recording.JsonLines;
import org.wskscope.engine.recording.RecordForm;
import org.wskscope.engine.recording.RecordedRun;
import org.wskscope.engine.trace.TraceLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope export}: writes a saved run for other programs. */
@Command(name = "export", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    private final RunFiles files = new RunFiles(new CommandLineText());

    @Spec
    private CommandSpec spec;

    /** What it is written as. */
    enum Form {
        csv,
        jsonl,
        notation,
        chrome
    }

    @Option(names = "--to", required = true, paramLabel = "csv|jsonl|notation|chrome")
    private Form form = Form.csv;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    private @Nullable Path output;

    @Parameters(paramLabel = "FILE.wskrun", arity = "1", descriptionKey = "run")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        RecordedRun run;
        try {
            run = files.read(file);
            Path target = output;
            if (target == null) {
                append(run.log(), out());
            } else {
                files.write(target, file, channel -> {
                    Writer writer = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
                    append(run.log(), writer);
                    writer.flush();
                });
            }
        } catch (RunFiles.UnusableException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return ExitCode.USAGE;
        } catch (IOException impossible) {
            throw new UncheckedIOException("A writer of a terminal throws nothing", impossible);
        }
        out().flush();
        String damage = files.damage(run, file);
        if (damage != null) {
            spec.commandLine().getErr().println(damage);
            return ExitCode.SOFTWARE;
        }
        return ExitCode.OK;
    }

    private void append(TraceLog log, Appendable target) throws IOException {
        if (form == Form.chrome) {
            ScopeFold fold = new ScopeFold(log);
            fold.foldTo(log.size());
            ChromeTrace.write(fold.snapshot(), target);
            return;
        }
        if (form == Form.csv) {
            target.append(CsvTable.HEADER);
        }
        RecordForm each = each(log);
        // Who has no reader any more need not go on.
        for (long sequence = 0; sequence < log.size() && !out().checkError(); sequence++) {
            each.append(sequence, target);
        }
    }

    private RecordForm each(TraceLog log) {
        TraceNotation notation = new TraceNotation();
        return switch (form) {
            case csv -> new CsvTable(log);
            case jsonl -> new JsonLines(log);
            case notation, chrome -> (sequence, target) -> notation.append(log, sequence, sequence + 1, target);
        };
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

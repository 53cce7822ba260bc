package org.wskscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.wskscope.engine.recording.JsonLines;
import org.wskscope.engine.recording.RecordedRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope show}: prints the trace of a saved run. */
@Command(name = "show", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class ShowCommand implements Callable<Integer> {
    private final RunFiles files = new RunFiles(new CommandLineText());

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Parameters(paramLabel = "FILE.wskrun", arity = "1", descriptionKey = "run")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        RecordedRun run;
        try {
            run = files.read(file);
        } catch (RunFiles.UnusableException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return ExitCode.USAGE;
        }
        if (json) {
            printJson(run);
        } else {
            new TracePrinter(run.log(), out()).printNew();
        }
        out().flush();
        String damage = files.damage(run, file);
        if (damage != null) {
            spec.commandLine().getErr().println(damage);
            return ExitCode.SOFTWARE;
        }
        return ExitCode.OK;
    }

    private void printJson(RecordedRun run) {
        JsonLines lines = new JsonLines(run.log());
        try {
            for (long sequence = 0; sequence < run.log().size() && !out().checkError(); sequence++) {
                lines.append(sequence, out());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A writer of a terminal throws nothing", impossible);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}

package org.wskscope.app.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.wskscope.engine.scenario.DisableInFlightScenario;
import org.wskscope.engine.scenario.ScenarioFailedException;
import org.wskscope.engine.scenario.ScenarioPart;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.RecordMissingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code wskscope demo}: plays SCN-03 and SCN-04 on real loopback sockets and prints their trace. */
@Command(name = "demo", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private final CommandWords words = new CommandWords();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT)) {
            TracePrinter printer = new TracePrinter(session.log(), out);
            for (ScenarioPart part : DisableInFlightScenario.play(session)) {
                printer.skipTo(part.start());
                out.println(part.id() + " " + words.sentence("demo." + part.id()));
                printer.printTo(part.end());
                out.println();
            }
            out.flush();
            return ExitCode.OK;
        } catch (ScenarioFailedException | RecordMissingException failed) {
            spec.commandLine().getErr().println(words.sentence("demo.failed", String.valueOf(failed.getMessage())));
            return ExitCode.SOFTWARE;
        }
    }
}

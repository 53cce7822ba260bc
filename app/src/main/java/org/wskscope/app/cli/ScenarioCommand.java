package org.wskscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFailedException;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope scenario}: plays one scenario, in virtual time unless told otherwise, and prints its trace. */
@Command(name = "scenario", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class ScenarioCommand implements Callable<Integer> {
    private final CommandWords words = new CommandWords();

    @Spec
    private CommandSpec spec;

    @Option(names = "--live", descriptionKey = "live")
    private boolean live;

    @Mixin
    private ChoiceOptions options = new ChoiceOptions();

    @Parameters(paramLabel = "SCENARIO", arity = "1", descriptionKey = "scenario")
    private String id = "";

    @Override
    public Integer call() {
        ChoiceSettings asked = options.settings();
        try {
            ScenarioLibrary library = ScenarioLibrary.packagedWith(ScenarioCommand.class);
            Optional<Scenario> chosen = library.scenario(id);
            if (chosen.isEmpty()) {
                String all = library.scenarios().stream().map(Scenario::id).collect(Collectors.joining(", "));
                return complain(ExitCode.USAGE, "demo.unknown", id, all);
            }
            Scenario scenario = chosen.get();
            try (Session session = open(scenario.choices().and(asked))) {
                DemoCommand.print(session, scenario, out());
            }
            return ExitCode.OK;
        } catch (ScenarioFailedException failed) {
            return complain(ExitCode.SOFTWARE, "demo.failed", String.valueOf(failed.getMessage()));
        } catch (IOException | ScenarioFormatException unreadable) {
            return complain(ExitCode.SOFTWARE, "demo.unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    private Session open(ChoiceSettings choices) {
        return live
                ? LiveSession.open(LiveSessionOptions.DEFAULT.with(choices))
                : SimulatedSession.open(SimulatedSessionOptions.DEFAULT.with(choices));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int complain(int status, String key, Object... arguments) {
        out().flush();
        spec.commandLine().getErr().println(words.sentence(key, arguments));
        return status;
    }
}

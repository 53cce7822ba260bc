package org.wskscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
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
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope demo}: plays scenarios on real loopback sockets and prints their trace. */
@Command(name = "demo", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class DemoCommand implements Callable<Integer> {
    private static final List<String> USUAL = List.of("SCN-03", "SCN-04");

    private final CommandLineText words = new CommandLineText();

    @Spec
    private CommandSpec spec;

    @Option(names = "--list", descriptionKey = "list")
    private boolean list;

    @Mixin
    private ChoiceOptions options = new ChoiceOptions();

    @Parameters(paramLabel = "SCENARIO", arity = "0..*", descriptionKey = "scenarios")
    private List<String> ids = new ArrayList<>();

    @Override
    public Integer call() {
        ChoiceSettings asked = options.settings();
        try {
            ScenarioLibrary library = ScenarioLibrary.packagedWith(DemoCommand.class);
            if (list) {
                library.scenarios().forEach(scenario -> out().println(ScenarioPrinter.heading(scenario)));
                out().flush();
                return ExitCode.OK;
            }
            return playChosen(library, asked);
        } catch (IOException | ScenarioFormatException unreadable) {
            return complain(ExitCode.SOFTWARE, "demo.unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    private int playChosen(ScenarioLibrary library, ChoiceSettings asked) {
        List<Scenario> chosen = new ArrayList<>();
        for (String id : ids.isEmpty() ? USUAL : ids) {
            Optional<Scenario> scenario = library.scenario(id);
            if (scenario.isEmpty()) {
                String all = library.scenarios().stream().map(Scenario::id).collect(Collectors.joining(", "));
                return complain(ExitCode.USAGE, "demo.unknown", id, all);
            }
            chosen.add(scenario.get());
        }
        ScenarioPrinter printer = new ScenarioPrinter(out(), words);
        for (Scenario scenario : chosen) {
            Optional<String> obstacle = printer.obstacle(scenario, asked);
            if (obstacle.isPresent()) {
                spec.commandLine().getErr().println(obstacle.get());
                return ExitCode.USAGE;
            }
        }
        return play(printer, chosen, asked);
    }

    /** One session for all that need nothing special, a fresh one for each that does. */
    private int play(ScenarioPrinter printer, List<Scenario> chosen, ChoiceSettings asked) {
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.with(asked))) {
            for (Scenario scenario : chosen) {
                if (scenario.choices().isEmpty()) {
                    printer.play(session, scenario);
                } else {
                    try (LiveSession own = LiveSession.open(
                            LiveSessionOptions.DEFAULT.with(scenario.choices().and(asked)))) {
                        printer.play(own, scenario);
                    }
                }
            }
            return ExitCode.OK;
        } catch (ScenarioFailedException failed) {
            return complain(ExitCode.SOFTWARE, "demo.failed", String.valueOf(failed.getMessage()));
        }
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

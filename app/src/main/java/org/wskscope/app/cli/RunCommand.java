package org.wskscope.app.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFailedException;
import org.wskscope.engine.scenario.ScenarioObserver;
import org.wskscope.engine.scenario.ScenarioPlayer;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope run}: plays one scenario, one of the program's or a file of the user's, in virtual time unless told otherwise, and prints its trace; or plays it with many seeds. */
@Command(
        name = "run",
        aliases = "scenario",
        resourceBundle = "org.wskscope.app.i18n.cli",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Callable<Integer> {
    private final CommandLineText words = new CommandLineText();
    private final RunFiles files = new RunFiles(words);

    @Spec
    private CommandSpec spec;

    @Option(names = "--live", descriptionKey = "live")
    private boolean live;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--seeds", paramLabel = "A..B", descriptionKey = "seeds", converter = SeedRange.Converter.class)
    private @Nullable SeedRange seeds;

    @Mixin
    private ChoiceOptions options = new ChoiceOptions();

    @Mixin
    private SaveOption save = new SaveOption();

    @Parameters(paramLabel = "SCENARIO|FILE", arity = "1", descriptionKey = "scenario")
    private String name = "";

    @Override
    public Integer call() {
        ChoiceSettings asked = options.settings();
        if (seeds != null && (asked.seed().isPresent() || save.file != null || json)) {
            throw new ParameterException(spec.commandLine(), words.sentence("seedsAlone"));
        }
        Scenario scenario;
        try {
            scenario = new ScenarioChoice(words).named(name);
            files.checkSavable(save.file);
        } catch (ScenarioChoice.NoneException none) {
            return complain(none.status(), none.getMessage());
        } catch (RunFiles.UnusableException unusable) {
            return complain(ExitCode.USAGE, unusable.getMessage());
        }
        ScenarioPrinter printer = new ScenarioPrinter(out(), words);
        SeedRange range = seeds;
        Optional<String> obstacle = printer.obstacle(scenario, range == null ? asked : seeded(asked, range.first()));
        if (obstacle.isPresent()) {
            return complain(ExitCode.USAGE, obstacle.get());
        }
        return range == null
                ? play(printer, scenario, scenario.choices().and(asked))
                : playAll(scenario, scenario.choices().and(asked), range);
    }

    private int play(ScenarioPrinter printer, Scenario scenario, ChoiceSettings choices) {
        Session session = ScenarioSessions.open(live, choices);
        int status = ExitCode.OK;
        try (session) {
            if (json) {
                printer.playAsJson(session, scenario);
            } else {
                printer.play(session, scenario);
            }
        } catch (ScenarioFailedException failed) {
            status = complain(ExitCode.SOFTWARE, words.sentence("demo.failed", String.valueOf(failed.getMessage())));
        }
        return keep(session, scenario, status);
    }

    /** What each seed came to, and how many went as the file says. Who has no reader any more need not go on. */
    private int playAll(Scenario scenario, ChoiceSettings choices, SeedRange range) {
        long failed = 0;
        out().println(ScenarioPrinter.heading(scenario));
        for (long seed = range.first(); seed <= range.last() && !out().checkError(); seed++) {
            try (Session session = ScenarioSessions.open(live, seeded(choices, seed))) {
                new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
            } catch (ScenarioFailedException otherwise) {
                failed++;
                out().println(words.sentence(
                        "seeds.failed", Long.toString(seed), String.valueOf(otherwise.getMessage())));
            }
        }
        out().println(words.sentence("passedFailed", Long.toString(range.count() - failed), Long.toString(failed)));
        out().flush();
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static ChoiceSettings seeded(ChoiceSettings choices, long seed) {
        return choices.and(ChoiceSettings.SEED, Long.toString(seed));
    }

    /** A run that failed is the one somebody wants to look at. */
    private int keep(Session session, Scenario scenario, int status) {
        try {
            files.save(session, scenario.id(), save);
            return status;
        } catch (RunFiles.UnusableException unusable) {
            return complain(ExitCode.SOFTWARE, unusable.getMessage());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int complain(int status, @Nullable String sentence) {
        out().flush();
        spec.commandLine().getErr().println(sentence);
        return status;
    }
}

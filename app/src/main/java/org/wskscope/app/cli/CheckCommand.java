package org.wskscope.app.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFailedException;
import org.wskscope.engine.scenario.ScenarioObserver;
import org.wskscope.engine.scenario.ScenarioPlayer;
import org.wskscope.engine.session.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope check}: plays scenarios, each in a session of its own, and says which went as their files say. */
@Command(name = "check", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class CheckCommand implements Callable<Integer> {
    private final CommandLineText words = new CommandLineText();

    @Spec
    private CommandSpec spec;

    @Option(names = "--live", descriptionKey = "live")
    private boolean live;

    @Option(names = "--json", descriptionKey = "checkJson")
    private boolean json;

    @Option(names = "--junit", paramLabel = "FILE.xml", descriptionKey = "junit")
    private @Nullable Path junit;

    @Parameters(paramLabel = "FILE|FOLDER|SCENARIO", arity = "1..*", descriptionKey = "what")
    private List<String> what = new ArrayList<>();

    @Override
    public Integer call() {
        RunFiles files = new RunFiles(words);
        List<String> names = new ArrayList<>();
        try {
            files.checkSavable(junit);
            for (String argument : what) {
                List<String> found = scenariosOf(argument);
                if (found.isEmpty()) {
                    return complain(words.sentence("check.nothing", argument));
                }
                names.addAll(found);
            }
        } catch (RunFiles.UnusableException unusable) {
            return complain(unusable.getMessage());
        } catch (IOException unreadable) {
            return complain(words.sentence("check.unreadable", String.valueOf(unreadable.getMessage())));
        }
        List<CheckResult> results = new ArrayList<>();
        for (String name : names) {
            if (out().checkError()) {
                break;
            }
            CheckResult result = check(name);
            results.add(result);
            out().println(json ? result.json() : line(result));
        }
        return sum(results, files);
    }

    private int sum(List<CheckResult> results, RunFiles files) {
        long failed = results.stream().filter(result -> !result.passed()).count();
        if (!json) {
            out().println(words.sentence(
                    "passedFailed", Long.toString(results.size() - failed), Long.toString(failed)));
        }
        out().flush();
        Path report = junit;
        if (report != null) {
            try {
                files.write(report, JUnitReport.of(results));
            } catch (RunFiles.UnusableException unusable) {
                spec.commandLine().getErr().println(unusable.getMessage());
                return ExitCode.SOFTWARE;
            }
        }
        return failed == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    /** The argument itself, or the files of a folder in the order of their names. */
    private static List<String> scenariosOf(String argument) throws IOException {
        Path path;
        try {
            path = Path.of(argument);
        } catch (InvalidPathException impossible) {
            return List.of(argument);
        }
        if (argument.isEmpty() || !Files.isDirectory(path)) {
            return List.of(argument);
        }
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(file -> isScenario(String.valueOf(file.getFileName())))
                    .map(Path::toString)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isScenario(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private CheckResult check(String name) {
        long begun = System.nanoTime();
        Scenario scenario;
        try {
            scenario = new ScenarioChoice(words).named(name);
        } catch (ScenarioChoice.NoneException none) {
            return new CheckResult(name, "", "", System.nanoTime() - begun, String.valueOf(none.getMessage()));
        }
        String problem = "";
        try (Session session = ScenarioSessions.open(live, scenario.choices())) {
            new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
        } catch (ScenarioFailedException otherwise) {
            problem = PlainText.of(String.valueOf(otherwise.getMessage()));
        }
        return new CheckResult(name, scenario.id(), scenario.title(), System.nanoTime() - begun, problem);
    }

    private String line(CheckResult result) {
        return result.passed()
                ? words.sentence("check.passed", result.id(), result.title())
                : words.sentence("check.failed", result.name(), result.problem());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int complain(@Nullable String sentence) {
        spec.commandLine().getErr().println(sentence);
        return ExitCode.USAGE;
    }
}

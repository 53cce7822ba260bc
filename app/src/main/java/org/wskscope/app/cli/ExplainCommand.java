package org.wskscope.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.words.Phrases;
import org.wskscope.engine.projection.Explanation;
import org.wskscope.engine.projection.Explanations;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.TraceNotation;
import org.wskscope.engine.recording.RecordedRun;
import org.wskscope.engine.recording.RunWriter;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFailedException;
import org.wskscope.engine.scenario.ScenarioObserver;
import org.wskscope.engine.scenario.ScenarioPart;
import org.wskscope.engine.scenario.ScenarioPlayer;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.trace.TraceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope explain}: the trace of a scenario or of a saved run, each line with the reason for it and the rules behind the reason. */
@Command(name = "explain", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
    /** How the keys of the engine's sentences about commands begin. */
    private static final String COMMAND = "command.";

    private final CommandLineText words = new CommandLineText();
    private final Phrases reasons = new Phrases(Locale.getDefault(), List.of("explanations", "commands"));
    private final Explanations explanations = new Explanations(RuleBook.load());

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "explainJson")
    private boolean json;

    @Parameters(paramLabel = "SCENARIO|FILE", arity = "1", descriptionKey = "explained")
    private String name = "";

    @Override
    public Integer call() {
        return name.endsWith(RunWriter.SUFFIX) ? explainRun() : explainScenario();
    }

    private int explainRun() {
        RunFiles files = new RunFiles(words);
        try {
            RecordedRun run = files.read(Path.of(name));
            explain(run.log(), 0, run.log().size());
            String damage = files.damage(run, Path.of(name));
            return damage == null ? ExitCode.OK : complain(ExitCode.SOFTWARE, damage);
        } catch (RunFiles.UnusableException unusable) {
            return complain(ExitCode.USAGE, unusable.getMessage());
        }
    }

    private int explainScenario() {
        Scenario scenario;
        try {
            scenario = new ScenarioChoice(words).named(name);
        } catch (ScenarioChoice.NoneException none) {
            return complain(none.status(), none.getMessage());
        }
        try (Session session = ScenarioSessions.open(false, scenario.choices())) {
            try {
                ScenarioPart part = new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
                explain(session.log(), part.start(), part.end());
                return ExitCode.OK;
            } catch (ScenarioFailedException failed) {
                explain(session.log(), failed.start(), failed.end());
                return complain(ExitCode.SOFTWARE, words.sentence("demo.failed", String.valueOf(failed.getMessage())));
            }
        }
    }

    /** What comes before {@code from} has to be read too: it names what the lines tell of. */
    private void explain(TraceReader log, long from, long to) {
        TraceNotation notation = new TraceNotation();
        StringBuilder line = new StringBuilder();
        for (long sequence = 0; sequence < to && !out().checkError(); sequence++) {
            line.setLength(0);
            try {
                notation.append(log, sequence, sequence + 1, line);
            } catch (IOException impossible) {
                throw new UncheckedIOException("A text in memory could not be written", impossible);
            }
            if (sequence >= from && line.length() > 0) {
                print(sequence, line.toString().strip(), explanations.explain(log, sequence));
            }
        }
        out().flush();
    }

    private void print(long sequence, String line, Explanation explanation) {
        String reason = reason(explanation);
        if (json) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            object.put("record", sequence);
            object.put("line", line);
            object.put("reason", reason);
            ArrayNode rules = object.putArray("rules");
            explanation.ruleIds().forEach(rules::add);
            out().println(object);
            return;
        }
        out().println(line);
        out().println("      " + reason
                + (explanation.ruleIds().isEmpty() ? "" : " [" + String.join(", ", explanation.ruleIds()) + "]"));
    }

    private String reason(Explanation explanation) {
        Object[] arguments = explanation.arguments().stream()
                .map(argument -> argument instanceof String text ? text(text) : argument)
                .toArray();
        return reasons.format(explanation.messageKey(), arguments);
    }

    private String text(String argument) {
        if (!argument.startsWith(COMMAND)) {
            return PlainText.of(argument);
        }
        CommandMessage message = CommandMessage.parse(argument);
        return message.isEmpty()
                ? ""
                : reasons.format(message.key(), message.arguments().toArray());
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

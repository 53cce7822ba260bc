package org.wskscope.app.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wskscope.engine.projection.Choice;
import org.wskscope.engine.projection.Misuse;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.session.NearestWord;
import org.wskscope.engine.wsk.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wskscope rule}: a rule, a choice or a violation, or all rules that name a function, a callback, a flag or a status; each with its page and the scenarios that show it. */
@Command(name = "rule", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class RuleCommand implements Callable<Integer> {
    private static final Pattern NAME = Pattern.compile("\\b(?:Wsk\\w+|[A-Z][A-Z0-9]*_[A-Z0-9_]+)\\b");

    private final CommandLineText words = new CommandLineText();

    @Spec
    private CommandSpec spec;

    @Option(names = "--json", descriptionKey = "ruleJson")
    private boolean json;

    @Parameters(paramLabel = "NAME", arity = "1", descriptionKey = "name")
    private String name = "";

    /** One entry of the book. */
    private record Entry(String id, String sentence, String source, Optional<URI> page) {}

    @Override
    public Integer call() {
        RuleBook book = RuleBook.load();
        List<Scenario> scenarios;
        try {
            scenarios = ScenarioLibrary.packagedWith(RuleCommand.class).scenarios();
        } catch (IOException | ScenarioFormatException broken) {
            return complain(ExitCode.SOFTWARE, words.sentence("demo.unreadable", String.valueOf(broken.getMessage())));
        }
        List<Entry> found = found(book);
        if (found.isEmpty()) {
            return complain(ExitCode.USAGE, words.sentence("rule.unknown", name, NearestWord.hint(name, known(book))));
        }
        for (Entry entry : found) {
            List<String> shownBy = scenarios.stream()
                    .filter(scenario -> scenario.rules().contains(entry.id()))
                    .map(Scenario::id)
                    .toList();
            if (json) {
                out().println(asJson(entry, shownBy));
            } else {
                print(entry, shownBy);
            }
        }
        out().flush();
        return ExitCode.OK;
    }

    private List<Entry> found(RuleBook book) {
        String id = name.toUpperCase(Locale.ROOT);
        Optional<Entry> one = book.rule(id)
                .map(RuleCommand::entry)
                .or(() -> book.choice(id).map(RuleCommand::entry))
                .or(() -> misuse(book, id));
        if (one.isPresent()) {
            return List.of(one.get());
        }
        Pattern whole = Pattern.compile("(?<![\\w])" + Pattern.quote(name) + "(?![\\w])", Pattern.CASE_INSENSITIVE);
        return name.length() < 3
                ? List.of()
                : book.rules().stream()
                        .filter(rule -> whole.matcher(rule.sentence()).find())
                        .map(RuleCommand::entry)
                        .toList();
    }

    private static Optional<Entry> misuse(RuleBook book, String id) {
        return Stream.of(Violation.values())
                .map(book::violation)
                .filter(misuse -> number(misuse).equals(id))
                .findFirst()
                .map(misuse -> new Entry(id, misuse.meaning(), String.join(", ", misuse.ruleIds()), Optional.empty()));
    }

    private static String number(Misuse misuse) {
        return String.format(Locale.ROOT, "VIO-%02d", misuse.violation().ordinal() + 1);
    }

    private static Entry entry(Rule rule) {
        return new Entry(rule.id(), rule.sentence(), rule.sourcePage(), rule.documentation());
    }

    private static Entry entry(Choice choice) {
        return new Entry(choice.id(), choice.decision(), choice.reason(), Optional.empty());
    }

    /** What could have been meant. */
    private static List<String> known(RuleBook book) {
        TreeSet<String> names = new TreeSet<>();
        for (Rule rule : book.rules()) {
            names.add(rule.id());
            Matcher in = NAME.matcher(rule.sentence());
            while (in.find()) {
                names.add(in.group());
            }
        }
        book.choices().forEach(choice -> names.add(choice.id()));
        return new ArrayList<>(names);
    }

    private void print(Entry entry, List<String> shownBy) {
        out().println(entry.id() + "  " + entry.sentence());
        String source = entry.page().map(URI::toString).orElse(entry.source());
        if (!source.isEmpty()) {
            out().println("    " + words.sentence("rule.source", source));
        }
        if (!shownBy.isEmpty()) {
            out().println("    " + words.sentence("rule.shownBy", String.join(", ", shownBy)));
        }
    }

    private static ObjectNode asJson(Entry entry, List<String> shownBy) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("id", entry.id());
        object.put("sentence", entry.sentence());
        object.put("source", entry.source());
        object.put("page", entry.page().map(URI::toString).orElse(""));
        ArrayNode scenarios = object.putArray("scenarios");
        shownBy.forEach(scenarios::add);
        return object;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int complain(int status, String sentence) {
        spec.commandLine().getErr().println(sentence);
        return status;
    }
}

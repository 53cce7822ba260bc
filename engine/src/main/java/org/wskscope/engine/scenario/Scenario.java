package org.wskscope.engine.scenario;

import java.util.Arrays;
import java.util.List;
import org.wskscope.engine.session.ChoiceSettings;

/**
 * A demonstration read from a file by {@link ScenarioReader}. Immutable.
 *
 * @param id its name in the specification, for example {@code SCN-03}
 * @param title what it shows, in a few words
 * @param rules ids of the rules and choices it shows
 * @param choices how a session must decide what the documentation leaves open for it to go as written
 * @param setUp steps before the first one worth looking at
 * @param steps the demonstration itself
 * @param live what may differ on real sockets, and why
 */
public record Scenario(
        String id,
        String title,
        List<String> rules,
        ChoiceSettings choices,
        List<ScenarioStep> setUp,
        List<ScenarioStep> steps,
        List<LiveDifference> live) {
    /**
     * Lines of the trace that real sockets may add, leave out or move.
     *
     * @param lines part of each such line
     * @param because the reason
     */
    public record LiveDifference(String lines, String because) {}

    /**
     * A step, to be told in words.
     *
     * @param verb what it does, as the file says it
     * @param arguments the texts given, in the order the verb has them; empty where one was left out
     */
    public record Description(String verb, List<String> arguments) {
        public Description {
            arguments = List.copyOf(arguments);
        }
    }

    public Scenario {
        rules = List.copyOf(rules);
        setUp = List.copyOf(setUp);
        steps = List.copyOf(steps);
        live = List.copyOf(live);
    }

    /** Steps in all. */
    public int length() {
        return setUp.size() + steps.size();
    }

    /** Step {@code number}, from 1 to {@link #length}. */
    public Description describe(int number) {
        ScenarioStep step = number <= setUp.size() ? setUp.get(number - 1) : steps.get(number - 1 - setUp.size());
        List<String> arguments = step.verb().inOrder().stream()
                .map(names -> ScenarioVerb.choices(names).stream()
                        .flatMap(name -> step.optional(name).stream())
                        .findFirst()
                        .orElse(""))
                .toList();
        return new Description(step.verb().word(), arguments);
    }

    /** Every verb a step can have. */
    public static List<String> verbs() {
        return Arrays.stream(ScenarioVerb.values()).map(ScenarioVerb::word).toList();
    }

    /** The names of the moments it can stop at, in order. */
    public List<String> marks() {
        return steps.stream()
                .filter(step -> step.verb() == ScenarioVerb.MARK)
                .map(step -> step.text("name"))
                .toList();
    }

    List<ScenarioStep> stepsBefore(String mark) {
        return steps.stream()
                .takeWhile(step ->
                        step.verb() != ScenarioVerb.MARK || !step.text("name").equals(mark))
                .toList();
    }
}

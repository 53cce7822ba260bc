package org.wskscope.engine.scenario;

import java.util.List;

/**
 * A demonstration read from a file by {@link ScenarioReader}. Immutable.
 *
 * @param id its name in the specification, for example {@code SCN-03}
 * @param title what it shows, in a few words
 * @param rules ids of the rules it shows
 * @param setUp steps before the first one worth looking at
 * @param steps the demonstration itself
 */
public record Scenario(
        String id, String title, List<String> rules, List<ScenarioStep> setUp, List<ScenarioStep> steps) {
    public Scenario {
        rules = List.copyOf(rules);
        setUp = List.copyOf(setUp);
        steps = List.copyOf(steps);
    }

    /** Steps in all. */
    public int length() {
        return setUp.size() + steps.size();
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

package org.wskscope.app;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;

/**
 * What comes with the program to be read.
 *
 * @param scenarios none when they cannot be read: a damaged file costs the scenarios, not the program
 */
record Library(RuleBook rules, List<Scenario> scenarios) {
    private static final Logger LOG = LoggerFactory.getLogger(Library.class);

    static Library load() {
        return new Library(RuleBook.load(), packagedScenarios());
    }

    private static List<Scenario> packagedScenarios() {
        try {
            return ScenarioLibrary.packagedWith(Library.class).scenarios();
        } catch (IOException | ScenarioFormatException unreadable) {
            LOG.warn("The scenarios that come with the program cannot be read: {}", unreadable.getMessage());
            return List.of();
        }
    }
}

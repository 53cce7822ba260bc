package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.scenarios.StepText;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;

class ScenarioMarkTest {
    private final Messages messages = new Messages(Locale.ENGLISH);

    @Test
    void everyStepOfEveryScenarioIsReportedInASentence() throws IOException, ScenarioFormatException {
        List<Scenario> scenarios = ScenarioLibrary.packagedWith(AppWiring.class).scenarios();

        assertThat(scenarios).hasSizeGreaterThan(20).allSatisfy(scenario -> {
            for (int step = 1; step <= scenario.length(); step++) {
                assertThat(StepText.of(scenario.describe(step), messages))
                        .as(scenario.id() + " step " + step)
                        .endsWith(".")
                        .doesNotContain("{", "}", "  ", " .", "\u201c\u201d");
            }
        });
    }

    @Test
    void everyThingAStepCanDoHasWords() {
        assertThat(Scenario.verbs())
                .hasSizeGreaterThan(35)
                .allSatisfy(verb -> assertThat(messages.format("step." + verb, "1", "2", "3", "4", "5", "6", "7", "8"))
                        .endsWith("."));
    }
}

package org.wskscope.app.view.scenarios;

import org.wskscope.app.view.Messages;
import org.wskscope.engine.scenario.Scenario;

/** What a step of a scenario does, in a sentence. Pure. */
public final class StepWords {
    private StepWords() {}

    public static String of(Scenario.Told step, Messages messages) {
        return messages.format("step." + step.verb(), step.arguments().toArray());
    }
}

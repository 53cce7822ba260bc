package org.wskscope.app.view.scenarios;

import org.wskscope.app.view.Messages;
import org.wskscope.engine.scenario.Scenario;

/** What a step of a scenario does, in a sentence. Pure. */
public final class StepText {
    private StepText() {}

    public static String of(Scenario.Description step, Messages messages) {
        return messages.format("step." + step.verb(), step.arguments().toArray());
    }
}

package org.wskscope.app.state;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.SessionChoices;

/** What the next session is made with, live or in virtual time. FX thread, except {@link #plan}. */
public final class NextSession {
    private final ObjectProperty<SessionChoices> choices;
    private final LongProperty seed = new SimpleLongProperty(1);
    private volatile Plan plan;

    /**
     * Choices and seed of one session. Immutable.
     *
     * @param choices how it decides what the documentation leaves open
     * @param seed decides what they leave to chance
     */
    public record Plan(SessionChoices choices, long seed) {
        /** With what {@code asked} says. */
        public Plan with(ChoiceSettings asked) {
            return new Plan(asked.over(choices), asked.seed().orElse(seed));
        }
    }

    public NextSession(SessionChoices first) {
        choices = new SimpleObjectProperty<>(first);
        plan = new Plan(first, seed.get());
        choices.addListener((o, old, now) -> plan = new Plan(now, seed.get()));
        seed.addListener((o, old, now) -> plan = new Plan(choices.get(), now.longValue()));
    }

    public ObjectProperty<SessionChoices> choicesProperty() {
        return choices;
    }

    /** 0 or more. */
    public LongProperty seedProperty() {
        return seed;
    }

    /** Both as they are now. Any thread. */
    public Plan plan() {
        return plan;
    }
}

package org.wskscope.app;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.state.NextSession;
import org.wskscope.engine.session.ChoiceSettings;
import org.wskscope.engine.session.SessionChoices;

/** Keeps the choices of the next session from one run of the program to the next. */
final class RememberedChoices {
    private static final Logger LOG = LoggerFactory.getLogger(RememberedChoices.class);

    private RememberedChoices() {}

    /** What the user chose last; every change is remembered. What this program does not know is left out. */
    static NextSession of(PreferencesStore preferences) {
        ChoiceSettings remembered = ChoiceSettings.NONE;
        for (Map.Entry<String, String> choice : preferences.current().choices().entrySet()) {
            try {
                remembered = remembered.and(choice.getKey(), choice.getValue());
            } catch (IllegalArgumentException unknown) {
                LOG.warn("A remembered choice is left out: {}", unknown.getMessage());
            }
        }
        NextSession next = new NextSession(remembered.over(SessionChoices.DEFAULT));
        next.choicesProperty()
                .addListener((o, old, now) -> preferences.update(current -> current.withChoices(named(now))));
        return next;
    }

    private static Map<String, String> named(SessionChoices choices) {
        Map<String, String> named = new HashMap<>();
        choices.others().forEach((choice, value) -> named.put(choice.word(), value));
        return named;
    }
}

package org.wskscope.app.workbench;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.wskscope.app.preferences.PreferencesStore;
import org.wskscope.app.view.ViewMemory;

/** Keeps the numbers of the views among the user's preferences. FX thread. */
final class PreferredNumbers implements ViewMemory {
    private final PreferencesStore preferences;

    PreferredNumbers(PreferencesStore preferences) {
        this.preferences = preferences;
    }

    @Override
    public OptionalDouble number(String name) {
        Double number = preferences.current().remembered().get(name);
        return number == null ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    @Override
    public void keep(String name, OptionalDouble number) {
        preferences.update(current -> {
            Map<String, Double> next = new HashMap<>(current.remembered());
            next.remove(name);
            number.ifPresent(value -> next.put(name, value));
            return current.withRemembered(next);
        });
    }
}

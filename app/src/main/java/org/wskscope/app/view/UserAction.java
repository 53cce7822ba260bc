package org.wskscope.app.view;

import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/**
 * Something a user can do by name (action search) and, if it has one, by key.
 *
 * @param id stable name, for example {@code timeline.fit}
 * @param title what it is called, in the user's language
 * @param shortcuts its keys, the one to show first; a key without Ctrl or Alt is not taken from a text field
 * @param enabled whether it can be done now
 * @param run does it, on the FX thread
 */
public record UserAction(
        String id, String title, List<KeyCombination> shortcuts, ObservableBooleanValue enabled, Runnable run) {
    public UserAction {
        shortcuts = List.copyOf(shortcuts);
    }

    /**
     * An action that can always be done.
     *
     * @param keys each as for {@link KeyCombination#valueOf}, with spaces between them; empty for none
     */
    public static UserAction of(String id, String title, String keys, Runnable run) {
        return of(id, title, keys, new SimpleBooleanProperty(true), run);
    }

    public static UserAction of(String id, String title, String keys, ObservableBooleanValue enabled, Runnable run) {
        return new UserAction(id, title, parse(keys), enabled, run);
    }

    private static List<KeyCombination> parse(String keys) {
        return keys.isBlank()
                ? List.of()
                : List.of(keys.strip().split("\\s+")).stream()
                        .map(KeyCombination::valueOf)
                        .toList();
    }
}

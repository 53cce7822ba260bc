package org.wskscope.app.view;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.wskscope.app.words.SystemKind;

/**
 * Something a user can do by name (action search) and, if it has one, by key.
 *
 * @param id stable name, for example {@code timeline.fit}
 * @param title what it is called, in the user's language
 * @param shortcuts its keys, the one to show first; a key without Ctrl or Alt is not taken from a text field
 * @param enabled whether it can be done now
 * @param run does it, on the FX thread
 * @param whyNot a sentence that says what it lacks while it cannot be done; empty if that is plain
 * @param destructive true if it ends something that does not come back; the action search never offers it for a loose match
 */
public record UserAction(
        String id,
        String title,
        List<KeyCombination> shortcuts,
        ObservableBooleanValue enabled,
        Runnable run,
        Supplier<String> whyNot,
        boolean destructive) {
    private static final String MAC = "mac:";

    public UserAction {
        shortcuts = List.copyOf(shortcuts);
    }

    /** An action that ends nothing and needs nothing that would have to be explained. */
    public UserAction(
            String id, String title, List<KeyCombination> shortcuts, ObservableBooleanValue enabled, Runnable run) {
        this(id, title, shortcuts, enabled, run, () -> "", false);
    }

    /**
     * An action that can always be done.
     *
     * @param keys each as for {@link KeyCombination#valueOf}, with spaces between them; empty for none; {@code mac:} as for {@link #keys}
     */
    public static UserAction of(String id, String title, String keys, Runnable run) {
        return of(id, title, keys, new SimpleBooleanProperty(true), run);
    }

    public static UserAction of(String id, String title, String keys, ObservableBooleanValue enabled, Runnable run) {
        return new UserAction(id, title, parse(keys), enabled, run);
    }

    /** The same, with a sentence for the time it cannot be done. */
    public UserAction explained(Supplier<String> reason) {
        return new UserAction(id, title, shortcuts, enabled, run, reason, destructive);
    }

    /** The same, known to end something that does not come back. */
    public UserAction ending() {
        return new UserAction(id, title, shortcuts, enabled, run, whyNot, true);
    }

    private static List<KeyCombination> parse(String keys) {
        return keys(keys, SystemKind.ofThisSystem());
    }

    /**
     * The keys of {@code text} on {@code system}. On macOS Alt types characters, and F11 and Alt with an arrow are the system's: keys that begin with {@code mac:} stand there for
     * all others.
     */
    public static List<KeyCombination> keys(String text, SystemKind system) {
        List<String> all =
                Arrays.stream(text.split(" ")).filter(key -> !key.isEmpty()).toList();
        List<String> own = all.stream().filter(key -> key.startsWith(MAC)).toList();
        Stream<String> taken = system == SystemKind.MAC && !own.isEmpty()
                ? own.stream().map(key -> key.substring(MAC.length()))
                : all.stream().filter(key -> !key.startsWith(MAC));
        return taken.map(KeyCombination::valueOf).toList();
    }
}

package org.wskscope.app.view;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import org.wskscope.app.words.Phrases;

/**
 * The words people read, in one language. WSK's own names are not words: they stay as they are in C and are never looked
 * up here. Immutable; any thread.
 */
public final class Messages {
    /** One bundle for the window, one for each group of views, one for what the engine says by key. No key is in two. */
    private static final List<String> BUNDLES = List.of(
            "messages",
            "sockets",
            "events",
            "inspector",
            "scenarios",
            "choices",
            "explanations",
            "commands",
            "rules",
            "runs",
            "present");

    private final Phrases phrases;

    public Messages(Locale locale) {
        phrases = new Phrases(locale, BUNDLES);
    }

    public Locale locale() {
        return phrases.locale();
    }

    /**
     * The text of a key that has no gaps.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public String get(String key) {
        return phrases.get(key);
    }

    /** The text of a key that need not be there. */
    public Optional<String> find(String key) {
        return phrases.find(key);
    }

    /** The text of a key with its gaps filled, after the rules of {@link Phrases#format}. */
    public String format(String key, Object... values) {
        return phrases.format(key, values);
    }
}

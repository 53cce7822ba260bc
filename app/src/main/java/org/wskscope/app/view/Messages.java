package org.wskscope.app.view;

import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words people read, in one language. WSK's own names are not words: they stay as they are in C and are never looked
 * up here. Immutable; any thread.
 */
public final class Messages {
    private static final String FOLDER = "org.wskscope.app.i18n.";
    /** One bundle for the window, one for each group of views, one for what the engine says by key. No key is in two. */
    private static final List<String> BUNDLES =
            List.of("messages", "sockets", "events", "inspector", "scenarios", "choices", "explanations", "commands");

    private final Map<String, String> texts = new HashMap<>();
    private final Locale locale;

    public Messages(Locale locale) {
        this.locale = locale;
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        for (String name : BUNDLES) {
            ResourceBundle bundle = ResourceBundle.getBundle(FOLDER + name, locale, control);
            bundle.keySet().forEach(key -> texts.put(key, bundle.getString(key)));
        }
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key, as it is.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public String get(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("No words for " + key, Messages.class.getName(), key);
        }
        return text;
    }

    /** The text of a key with its numbered gaps filled, after the rules of {@link MessageFormat}. */
    public String format(String key, Object... values) {
        return new MessageFormat(get(key), locale).format(values);
    }
}

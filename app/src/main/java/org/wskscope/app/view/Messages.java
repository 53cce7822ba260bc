package org.wskscope.app.view;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The words people read, in one language. WSK's own names are not words: they stay as they are in C and are never looked
 * up here. Immutable; any thread.
 */
public final class Messages {
    private static final String BUNDLE = "org.wskscope.app.i18n.messages";

    private final ResourceBundle bundle;
    private final Locale locale;

    public Messages(Locale locale) {
        this.locale = locale;
        bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Locale locale() {
        return locale;
    }

    /**
     * The text of a key, as it is.
     *
     * @throws java.util.MissingResourceException if no bundle has the key
     */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text of a key with its numbered gaps filled, after the rules of {@link MessageFormat}. */
    public String format(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), locale).format(values);
    }
}

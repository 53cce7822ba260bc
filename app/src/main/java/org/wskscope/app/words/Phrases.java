package org.wskscope.app.words;

import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Sentences by key, out of bundles in one language. A gap is {@code {0}}, after the rules of {@link MessageFormat}; {@code {0,bytes}} is a number with its noun, "1 byte",
 * "1,234 bytes", as {@code noun.bytes} in the bundle {@code nouns} says it; {@code {Shortcut+}} is a key as {@link KeyStyle} names it. Where a system needs other words,
 * they stand under the key with its name behind, for example {@code portInUse.windows}. Immutable; any thread.
 */
public final class Phrases {
    private static final String FOLDER = "org.wskscope.app.i18n.";
    private static final String NOUNS = "nouns";
    private static final String NOUN = "noun.";
    /** {@code {0,bytes}}, but none of the formats {@link MessageFormat} has itself. */
    private static final Pattern COUNTED = Pattern.compile("\\{(\\d),(?!number\\b|choice\\b|date\\b|time\\b)(\\w+)}");

    private static final Pattern GAP = Pattern.compile("\\{\\d[,}]");
    private static final Pattern DIGITS = Pattern.compile("-?\\d{1,18}");

    private final Map<String, String> texts = new HashMap<>();
    /** The texts as they stand in the bundles, but for the names of keys. */
    private final Map<String, String> unexpanded = new HashMap<>();

    private final Map<String, String> nouns;
    private final Locale locale;
    private final SystemKind system;
    private final ThreadLocal<Parsed> parsed = ThreadLocal.withInitial(Parsed::new);

    /** What one thread has parsed: a format may be used by one at a time, and to make it costs more than to fill it. */
    private final class Parsed {
        private final Map<String, Optional<PlainFormat>> plain = new HashMap<>();
        private final Map<String, MessageFormat> others = new HashMap<>();
        private final NumberFormat numbers = NumberFormat.getInstance(locale);
    }

    /** Reads the bundles; no key is in two. */
    public Phrases(Locale locale, List<String> bundles) {
        this(locale, bundles, SystemKind.ofThisSystem());
    }

    /** With keys and commands named as on another system. */
    public Phrases(Locale locale, List<String> bundles, SystemKind system) {
        this.locale = locale;
        this.system = system;
        KeyStyle keys = KeyStyle.of(system);
        nouns = read(NOUNS);
        for (String bundle : bundles) {
            read(bundle).forEach((key, text) -> {
                unexpanded.put(key, keys.named(text));
                texts.put(key, expanded(keys.named(text), nouns));
            });
        }
    }

    private Map<String, String> read(String name) {
        ResourceBundle.Control control =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle bundle = ResourceBundle.getBundle(FOLDER + name, locale, control);
        Map<String, String> read = new HashMap<>();
        bundle.keySet().forEach(key -> read.put(key, bundle.getString(key)));
        String here = "." + system.name().toLowerCase(Locale.ROOT);
        List.copyOf(read.keySet()).stream()
                .filter(key -> key.endsWith(here))
                .forEach(key -> read.put(key.substring(0, key.length() - here.length()), read.get(key)));
        return read;
    }

    private static String expanded(String text, Map<String, String> nouns) {
        return COUNTED.matcher(text)
                .replaceAll(counted -> choice(counted, nouns).replace("$", "\\$"));
    }

    private static String choice(MatchResult counted, Map<String, String> nouns) {
        String forms = nouns.get(NOUN + counted.group(2));
        if (forms == null) {
            throw new MissingResourceException("No noun " + counted.group(2), NOUNS, NOUN + counted.group(2));
        }
        return "{" + counted.group(1) + ",choice," + forms.replace("{0}", "{" + counted.group(1) + "}") + "}";
    }

    public Locale locale() {
        return locale;
    }

    /** The text of a key that need not be there. */
    public Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    /**
     * The text of a key, as it is.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public String get(String key) {
        String text = text(key);
        assert !GAP.matcher(text).find() : key + " has gaps to be filled: " + text;
        return text;
    }

    /**
     * The text of a key with its gaps filled. A number may also come as text, as the engine's messages carry it; it is written with its plain digits, but counted where a
     * noun follows.
     *
     * @throws MissingResourceException if no bundle has the key
     */
    public String format(String key, Object... values) {
        Parsed mine = parsed.get();
        Optional<PlainFormat> plain = mine.plain.computeIfAbsent(key, unparsed -> plain(unparsed));
        if (plain.isPresent() && PlainFormat.takes(values)) {
            return plain.get().fill(mine.numbers, values);
        }
        MessageFormat format = mine.others.computeIfAbsent(key, unparsed -> new MessageFormat(text(unparsed), locale));
        Format[] formats = format.getFormatsByArgumentIndex();
        assert formats.length <= values.length : key + " has a gap for which there is no value";
        Object[] filled = values.clone();
        for (int i = 0; i < Math.min(filled.length, formats.length); i++) {
            if (formats[i] != null
                    && filled[i] instanceof String text
                    && DIGITS.matcher(text).matches()) {
                filled[i] = Long.valueOf(text);
            }
        }
        return format.format(filled);
    }

    private Optional<PlainFormat> plain(String key) {
        String text = unexpanded.get(key);
        return text == null ? Optional.empty() : PlainFormat.of(text, nouns);
    }

    private String text(String key) {
        String text = texts.get(key);
        if (text == null) {
            throw new MissingResourceException("No words for " + key, Phrases.class.getName(), key);
        }
        return text;
    }
}

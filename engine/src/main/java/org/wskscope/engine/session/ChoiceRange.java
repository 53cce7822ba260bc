package org.wskscope.engine.session;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a {@link SessionChoice} may be: one of some words, or a whole number within bounds. Immutable.
 *
 * @param words the words, the usual one among them; empty for a number
 * @param least the smallest number; 0 for words
 * @param most the largest number; 0 for words
 * @param usual what it is unless somebody says otherwise, as {@link #parse} writes it
 */
public record ChoiceRange(List<String> words, long least, long most, String usual) {
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");
    private static final List<String> FLAG = List.of("false", "true");

    public ChoiceRange {
        words = List.copyOf(words);
    }

    /** One of these words; the first is the usual one. */
    static ChoiceRange words(String... words) {
        return new ChoiceRange(List.of(words), 0, 0, words[0]);
    }

    static ChoiceRange flag(boolean usual) {
        return new ChoiceRange(FLAG, 0, 0, Boolean.toString(usual));
    }

    static ChoiceRange number(long least, long most, long usual) {
        return new ChoiceRange(List.of(), least, most, Long.toString(usual));
    }

    public boolean isFlag() {
        return words.equals(FLAG);
    }

    public boolean isNumber() {
        return words.isEmpty();
    }

    /**
     * The value as it is always written; small and capital letters are the same.
     *
     * @param name what to call it in a complaint
     * @throws IllegalArgumentException when it is none of the values; the message is a sentence for the user
     */
    String parse(String name, String text) {
        for (String word : words) {
            if (word.equals(text.toLowerCase(Locale.ROOT)) || word.equals(text.toUpperCase(Locale.ROOT))) {
                return word;
            }
        }
        if (isNumber() && NUMBER.matcher(text).matches()) {
            long number = Long.parseLong(text);
            if (number >= least && number <= most) {
                return Long.toString(number);
            }
        }
        throw new IllegalArgumentException(
                name + " is " + expected() + ", not \"" + text + "\"" + NearestWord.hint(text, words));
    }

    /** For example {@code one of deterministic, chaos}, or {@code a whole number from 1 to 4096}. */
    public String expected() {
        return isNumber() ? "a whole number from " + least + " to " + most : "one of " + String.join(", ", words);
    }
}

package org.wskscope.app.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How well a name answers what somebody typed of it: words by their beginnings, in any order, or by their synonyms; or, as a loose match, the beginnings of some of its words in their order, written
 * as one. Pure.
 *
 * @param score the higher the better; 0 if it does not match
 * @param whole true if whole words of the name or its synonyms were typed
 * @param loose true if it was only guessed
 */
record WordMatch(int score, boolean whole, boolean loose) {
    static final WordMatch NONE = new WordMatch(0, false, false);

    private static final int WHOLE_WORD = 100;
    private static final int BEGINNING = 70;
    private static final int SYNONYM = 80;
    private static final int SYNONYM_BEGINNING = 40;
    private static final int LOOSE = 10;
    /** What a word counts less for each word before it. */
    private static final int PLACE = 4;
    /** However late it stands. */
    private static final int LEAST_SHARE = 20;
    /** In {@code WskReceiveEvent} there are three words, and the whole is a fourth. */
    private static final Pattern INSIDE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|[^\\p{L}\\p{N}]+");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}%]+");

    static WordMatch of(String query, String title, String synonyms) {
        List<String> wanted = words(query);
        if (wanted.isEmpty()) {
            return new WordMatch(1, false, false);
        }
        List<String> named = wordsWithin(title);
        List<String> also = words(synonyms);
        int sum = 0;
        boolean whole = true;
        for (String word : wanted) {
            int best = best(word, named, also);
            if (best == 0) {
                return loose(query, title);
            }
            sum += best;
            whole &= named.contains(word) || also.contains(word);
        }
        return new WordMatch(sum / wanted.size(), whole, false);
    }

    private static int best(String wanted, List<String> named, List<String> also) {
        int best = 0;
        for (int i = 0; i < named.size(); i++) {
            int worth = worth(wanted, named.get(i), WHOLE_WORD, BEGINNING);
            best = Math.max(best, worth == 0 ? 0 : Math.max(LEAST_SHARE, worth - PLACE * i));
        }
        for (String synonym : also) {
            best = Math.max(best, worth(wanted, synonym, SYNONYM, SYNONYM_BEGINNING));
        }
        return best;
    }

    private static int worth(String wanted, String word, int whole, int beginning) {
        if (word.equals(wanted)) {
            return whole;
        }
        return word.startsWith(wanted) ? beginning : 0;
    }

    private static WordMatch loose(String query, String title) {
        String letters = String.join("", words(query));
        return letters.length() > 1 && beginnings(letters, words(title), 0) ? new WordMatch(LOOSE, false, true) : NONE;
    }

    /** Whether the letters are beginnings of some of the words from {@code from} on, in their order. */
    private static boolean beginnings(String letters, List<String> words, int from) {
        if (letters.isEmpty()) {
            return true;
        }
        for (int i = from; i < words.size(); i++) {
            int common = common(letters, words.get(i));
            for (int length = common; length > 0; length--) {
                if (beginnings(letters.substring(length), words, i + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int common(String a, String b) {
        int length = 0;
        while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        return length;
    }

    private static List<String> words(String text) {
        return Arrays.stream(BETWEEN.split(text.toLowerCase(Locale.ROOT)))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static List<String> wordsWithin(String text) {
        List<String> all = new ArrayList<>();
        for (String word : BETWEEN.split(text)) {
            if (!word.isEmpty()) {
                all.add(word.toLowerCase(Locale.ROOT));
                String[] parts = INSIDE.split(word);
                if (parts.length > 1) {
                    for (String part : parts) {
                        all.add(part.toLowerCase(Locale.ROOT));
                    }
                }
            }
        }
        return all;
    }
}

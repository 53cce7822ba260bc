package org.wskscope.app.workbench;

import java.util.Locale;
import java.util.OptionalInt;

/** How well a text answers what somebody typed of it: letters in order, gaps allowed, starts of words preferred. Pure. */
final class FuzzyMatch {
    private static final int WORD_START = 10;
    private static final int NEXT_LETTER = 6;
    private static final int LETTER = 1;
    private static final int WHOLE = 40;

    private FuzzyMatch() {}

    /** The higher the better; nothing if a letter is missing. An empty query matches everything equally. */
    static OptionalInt score(String query, String text) {
        String wanted = query.toLowerCase(Locale.ROOT).replace(" ", "");
        String lower = text.toLowerCase(Locale.ROOT);
        int best = -1;
        for (int start = 0; start <= lower.length(); start++) {
            best = Math.max(best, scoreFrom(wanted, lower, start));
        }
        if (best < 0) {
            return OptionalInt.empty();
        }
        boolean literal = !wanted.isEmpty()
                && lower.contains(query.toLowerCase(Locale.ROOT).strip());
        return OptionalInt.of(literal ? best + WHOLE : best);
    }

    private static int scoreFrom(String wanted, String text, int start) {
        int score = 0;
        int from = start;
        int last = -2;
        for (int i = 0; i < wanted.length(); i++) {
            int found = text.indexOf(wanted.charAt(i), from);
            if (found < 0) {
                return -1;
            }
            score += letterScore(text, found, last);
            last = found;
            from = found + 1;
        }
        return score;
    }

    private static int letterScore(String text, int at, int last) {
        if (at == last + 1) {
            return NEXT_LETTER;
        }
        boolean wordStart = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
        return wordStart ? WORD_START : LETTER;
    }
}

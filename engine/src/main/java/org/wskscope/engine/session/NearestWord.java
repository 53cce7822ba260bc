package org.wskscope.engine.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Which of the words there are somebody meant who typed another one. Pure functions. */
public final class NearestWord {
    /** Longer ones are no words somebody has mistyped. */
    private static final int LONGEST = 60;

    /** Letters of which one may be wrong. */
    private static final int LETTERS_PER_MISTAKE = 3;

    private NearestWord() {}

    /** The word that is one slip, or in long words a few, away from {@code typed}; capital letters count as small ones. */
    public static Optional<String> of(String typed, Collection<String> words) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String small = typed.toLowerCase(Locale.ROOT);
        int most = Math.max(1, small.length() / LETTERS_PER_MISTAKE);
        return words.stream()
                .filter(word -> Math.abs(word.length() - small.length()) <= most)
                .filter(word -> slips(small, word) <= Math.min(most, Math.min(small.length(), word.length()) - 1))
                .min(Comparator.comparingInt(word -> slips(small, word)));
    }

    /** {@code ; perhaps "send" is meant}, to go behind what was typed; empty when no word is near. */
    public static String hint(String typed, Collection<String> words) {
        return of(typed, words)
                .map(word -> "; perhaps \"" + word + "\" is meant")
                .orElse("");
    }

    /** Letters added, left out, changed, or swapped with their neighbour. */
    private static int slips(String typed, String word) {
        String right = word.toLowerCase(Locale.ROOT);
        int[][] cost = new int[typed.length() + 1][right.length() + 1];
        for (int row = 0; row <= typed.length(); row++) {
            for (int column = 0; column <= right.length(); column++) {
                cost[row][column] = cheapest(cost, typed, right, row, column);
            }
        }
        return cost[typed.length()][right.length()];
    }

    private static int cheapest(int[][] cost, String typed, String right, int row, int column) {
        if (row == 0 || column == 0) {
            return row + column;
        }
        boolean same = typed.charAt(row - 1) == right.charAt(column - 1);
        int least = Math.min(
                Math.min(cost[row - 1][column], cost[row][column - 1]) + 1, cost[row - 1][column - 1] + (same ? 0 : 1));
        boolean swapped = row > 1
                && column > 1
                && typed.charAt(row - 1) == right.charAt(column - 2)
                && typed.charAt(row - 2) == right.charAt(column - 1);
        return swapped ? Math.min(least, cost[row - 2][column - 2] + 1) : least;
    }
}

package org.wskscope.app.view.callbacks;

import java.util.Collection;

/** The word somebody may have meant who mistyped it. Pure. */
final class NearWord {
    private static final int MOST_MISTAKES = 2;

    private NearWord() {}

    /** The nearest of {@code words}; empty when none is near. */
    static String to(String written, Collection<String> words) {
        String nearest = "";
        int fewest = Math.min(MOST_MISTAKES, written.length() - 1) + 1;
        for (String word : words) {
            int mistakes = word.startsWith(written) && written.length() > 1 ? 1 : mistakes(written, word);
            if (mistakes < fewest) {
                fewest = mistakes;
                nearest = word;
            }
        }
        return nearest;
    }

    /** Letters to add, leave out or change. */
    private static int mistakes(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int changed = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(changed, Math.min(row[column], row[column - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}

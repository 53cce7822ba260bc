package org.wskscope.engine.scenario;

import java.util.Locale;

/** Texts of a file as a complaint repeats them: short, on one line, and without anything a terminal would obey. */
final class Quoted {
    private static final int LONGEST = 60;
    private static final int LONGEST_SENTENCE = 1_000;
    /** They join letters and pictures, and hide nothing. */
    private static final int JOINERS_FROM = 0x200C;

    private static final int JOINERS_TO = 0x200D;

    private Quoted() {}

    /** In quotation marks; the beginning of it when it is long. */
    static String of(String text) {
        return '"' + shown(text, LONGEST) + '"';
    }

    /** A whole sentence. */
    static String plain(String sentence) {
        return shown(sentence, LONGEST_SENTENCE);
    }

    /** Whether a terminal or an eye would take it for something else: control characters, marks that turn the direction of writing, halves of characters. */
    static boolean isHidden(int codePoint) {
        if (codePoint >= JOINERS_FROM && codePoint <= JOINERS_TO) {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }

    private static String shown(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        int count = 0;
        for (int index = 0; index < text.length(); count++) {
            if (count == longest) {
                return shown.append("...").toString();
            }
            int codePoint = text.codePointAt(index);
            if (isHidden(codePoint)) {
                shown.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
            } else {
                shown.appendCodePoint(codePoint);
            }
            index += Character.charCount(codePoint);
        }
        return shown.toString();
    }
}

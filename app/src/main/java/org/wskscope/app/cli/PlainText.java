package org.wskscope.app.cli;

import java.util.Locale;

/** Texts that come from elsewhere, names of files, arguments, what an exception says, as one short line that no terminal obeys. Stateless. */
final class PlainText {
    private static final int LONGEST = 2_000;
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    static String of(String text) {
        StringBuilder plain = new StringBuilder();
        for (int index = 0; index < text.length(); ) {
            if (plain.length() >= LONGEST) {
                return plain.append("...").toString();
            }
            int codePoint = text.codePointAt(index);
            if (isHidden(codePoint)) {
                plain.append(String.format(Locale.ROOT, "\\u%04X", codePoint));
            } else {
                plain.appendCodePoint(codePoint);
            }
            index += Character.charCount(codePoint);
        }
        return plain.toString();
    }

    /** Control characters, and marks that turn the direction of writing. */
    private static boolean isHidden(int codePoint) {
        if (codePoint == ZERO_WIDTH_NON_JOINER || codePoint == ZERO_WIDTH_JOINER) {
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
}

package org.wskscope.app.control;

/**
 * A column of a {@link WindowedTable}. Widths are in characters of the cells' font, so that they follow the UI scale. Immutable.
 *
 * @param id names it in the remembered widths and, behind {@code column-}, its header
 * @param chars its width until the user chooses another
 * @param takesRest whether it is as wide as the others leave room for, and at least {@code chars}
 * @param button the word on a button in each row; empty for a column of text
 */
public record WindowedColumn(String id, String title, double chars, boolean takesRest, String button) {
    /** A column of text with a width of its own. */
    public static WindowedColumn of(String id, String title, double chars) {
        return new WindowedColumn(id, title, chars, false, "");
    }

    /** The column that takes the room there is. */
    public static WindowedColumn rest(String id, String title, double chars) {
        return new WindowedColumn(id, title, chars, true, "");
    }

    /** A button in each row. */
    public static WindowedColumn button(String id, String word) {
        return new WindowedColumn(id, "", word.length() + 4.0, false, word);
    }
}

package org.wskscope.app.control;

import org.wskscope.app.theme.Hue;

/** What the cells of a {@link WindowedTable} say. FX thread. */
public interface TableCells {
    /** Tells {@code cells} what each column of the row says. */
    void fill(long row, Sink cells);

    /** Takes the text of one cell after the other. */
    interface Sink {
        void cell(int column, String text, Hue hue);

        /** The row is of something that is still to come. */
        default void toCome(boolean isToCome) {}

        /** A cell without a colour of its own. */
        default void cell(int column, String text) {
            cell(column, text, Hue.NEUTRAL);
        }
    }
}

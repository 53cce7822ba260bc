package org.wskscope.app.control;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/** How wide each column is: as the user said, else as its content needs; what is left goes to the column that takes the rest. Pure; FX thread. */
final class ColumnLayout {
    private static final double LEAST_CHARS = 2;
    /** Content makes a column no wider than this. */
    private static final double MOST_CHARS = 36;

    private final List<WindowedColumn> columns;
    private final ColumnWidths kept;
    private final double[] needed;
    private double[] widths;

    ColumnLayout(List<WindowedColumn> columns, ColumnWidths kept) {
        this.columns = columns;
        this.kept = kept;
        this.needed = new double[columns.size()];
        this.widths = new double[columns.size()];
    }

    /** The column has content that needs {@code chars}: it becomes no narrower of itself. Answers whether that is news. */
    boolean need(int column, double wanted) {
        double chars = Math.min(wanted, MOST_CHARS);
        boolean news = chars > Math.max(columns.get(column).chars(), needed[column]);
        needed[column] = Math.max(needed[column], chars);
        return news;
    }

    void resize(int column, double chars) {
        kept.keep(columns.get(column).id(), Math.max(LEAST_CHARS, chars));
    }

    /** Back to the widths that the content asks for. */
    void reset() {
        columns.forEach(column -> kept.forget(column.id()));
    }

    double chars(int column) {
        OptionalDouble chosen = kept.of(columns.get(column).id());
        return Math.max(LEAST_CHARS, chosen.orElse(Math.max(columns.get(column).chars(), needed[column])));
    }

    /** Pixels all columns need. */
    double neededWidth(double charWidth, double padding) {
        double sum = 0;
        for (int column = 0; column < columns.size(); column++) {
            sum += Math.ceil(chars(column) * charWidth + padding);
        }
        return sum;
    }

    /** Gives each column its pixels of {@code width}. */
    void layOut(double width, double charWidth, double padding) {
        double[] next = new double[columns.size()];
        for (int column = 0; column < next.length; column++) {
            next[column] = Math.ceil(chars(column) * charWidth + padding);
        }
        double left = width - Arrays.stream(next).sum();
        for (int column = 0; column < next.length && left > 0; column++) {
            if (columns.get(column).takesRest()) {
                next[column] += left;
                left = 0;
            }
        }
        widths = next;
    }

    double width(int column) {
        return widths[column];
    }
}

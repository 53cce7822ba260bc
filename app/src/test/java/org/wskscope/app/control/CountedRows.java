package org.wskscope.app.control;

/** Rows that count how often they are asked what they say. */
final class CountedRows implements WindowedRows {
    long size;
    long filled;

    CountedRows(long size) {
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long keyAt(long row) {
        return row;
    }

    @Override
    public long rowAtOrAfter(long key) {
        return Math.min(key, size);
    }

    @Override
    public String textAt(long row) {
        return "row " + row;
    }

    void fill(long row, TableCells.Sink cells) {
        filled++;
        cells.cell(0, Long.toString(row));
        cells.cell(1, row % 10 == 3 ? "a text of many words that does not fit into its column ".repeat(3) : "text");
    }
}

package org.wskscope.app.control;

/** Rows in one piece, by number, both ends included. */
public record RowRange(long from, long to) {
    public long count() {
        return to - from + 1;
    }
}

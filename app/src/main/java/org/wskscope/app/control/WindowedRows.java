package org.wskscope.app.control;

/** The rows a {@link WindowedList} shows a window of; there may be as many as a log has records. FX thread. */
public interface WindowedRows {
    /** How many rows there are. */
    long size();

    /** What names the row in {@code row}, from 0, while rows come and go: never negative, and growing with the row. */
    long keyAt(long row);

    /** The first row whose key is {@code key} or larger; {@link #size()} when there is none. */
    long rowAtOrAfter(long key);

    /** The row as text for the clipboard. */
    String textAt(long row);

    /** The row named {@code key}, or −1 when it is not there. */
    default long rowOf(long key) {
        long row = rowAtOrAfter(key);
        return row < size() && keyAt(row) == key ? row : -1;
    }
}

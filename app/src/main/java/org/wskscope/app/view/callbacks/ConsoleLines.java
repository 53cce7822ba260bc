package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.app.control.WindowedRows;

/** The last lines of the trace as text; a line's key is its number from the beginning. Immutable, although views share the pieces; any thread. */
final class ConsoleLines implements WindowedRows {
    static final int PIECE = 1_024;
    static final ConsoleLines NONE = new ConsoleLines(List.of(), 0, 0, 0);

    private final List<String[]> pieces;
    private final long first;
    private final long end;
    private final long read;

    /**
     * Lines in pieces of {@link #PIECE}, the last of which may be written on behind {@code end}.
     *
     * @param first number of the first line of the first piece
     * @param end behind the last line
     * @param read behind the last record that was told
     */
    ConsoleLines(List<String[]> pieces, long first, long end, long read) {
        this.pieces = new ArrayList<>(pieces);
        this.first = first;
        this.end = end;
        this.read = read;
    }

    /** Behind the last record that was told. */
    long read() {
        return read;
    }

    /** How many earlier lines are gone. */
    long dropped() {
        return first;
    }

    @Override
    public long size() {
        return end - first;
    }

    @Override
    public long keyAt(long row) {
        return first + row;
    }

    @Override
    public long rowAtOrAfter(long key) {
        return Math.max(0, Math.min(size(), key - first));
    }

    @Override
    public String textAt(long row) {
        return pieces.get((int) (row / PIECE))[(int) (row % PIECE)];
    }
}

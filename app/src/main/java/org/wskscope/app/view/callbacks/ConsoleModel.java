package org.wskscope.app.view.callbacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.wskscope.engine.projection.TraceNotation;
import org.wskscope.engine.trace.TraceReader;

/** The trace as text in its notation, the last lines of it, read a bounded number of records at a time. FX thread. */
final class ConsoleModel {
    static final int LINES_KEPT = 2_000;
    private static final int RECORDS_PER_PULSE = 5_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private TraceNotation notation = new TraceNotation();
    private long read;
    private boolean dropped;

    /** Takes in records before {@code playhead}; answers whether the text changed. */
    boolean advance(TraceReader log, long playhead) {
        boolean restarted = playhead < read;
        if (restarted) {
            notation = new TraceNotation();
            lines.clear();
            read = 0;
            dropped = false;
        }
        long end = Math.min(playhead, read + RECORDS_PER_PULSE);
        if (end == read) {
            return restarted;
        }
        StringBuilder text = new StringBuilder();
        try {
            notation.append(log, read, end, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string takes every line.", impossible);
        }
        read = end;
        text.toString().lines().forEach(this::add);
        return !text.isEmpty() || restarted;
    }

    /** The kept lines; older ones were dropped when {@link #hasDropped()}. */
    String text() {
        return String.join("\n", lines);
    }

    boolean hasDropped() {
        return dropped;
    }

    private void add(String line) {
        if (lines.size() == LINES_KEPT) {
            lines.removeFirst();
            dropped = true;
        }
        lines.addLast(line);
    }
}

package org.wskscope.app.view.callbacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.TraceNotation;

/** Tells the trace in its notation in the background, and keeps the last lines. {@link #follow} and {@link #lines} may be called on any thread. */
final class ConsoleModel implements BackgroundWork.Job {
    static final int LINES_KEPT = 50 * ConsoleLines.PIECE;
    private static final int RECORDS_A_TURN = 1_000;
    private static final long TURN_NANOS = 4_000_000;

    private final Deque<String[]> pieces = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private TraceNotation notation = new TraceNotation();
    private long dropped;
    private long end;
    private long read;

    private volatile @Nullable ScopeSnapshot target;
    private volatile ConsoleLines lines = ConsoleLines.NONE;

    /** Records before the snapshot's playhead are to be told. */
    void follow(ScopeSnapshot snapshot) {
        target = snapshot;
    }

    ConsoleLines lines() {
        return lines;
    }

    @Override
    public boolean turn() {
        ScopeSnapshot snapshot = target;
        if (snapshot == null || snapshot.playhead() == read) {
            return false;
        }
        if (snapshot.playhead() < read) {
            restart();
        }
        long deadline = System.nanoTime() + TURN_NANOS;
        while (read < snapshot.playhead() && System.nanoTime() < deadline) {
            long to = Math.min(snapshot.playhead(), read + RECORDS_A_TURN);
            report(snapshot, to);
            read = to;
        }
        lines = new ConsoleLines(List.copyOf(pieces), dropped, end, read);
        return read < snapshot.playhead();
    }

    private void report(ScopeSnapshot snapshot, long to) {
        text.setLength(0);
        try {
            notation.append(snapshot.log(), read, to, text);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string takes every line.", impossible);
        }
        int start = 0;
        for (int feed = text.indexOf("\n"); feed >= 0; feed = text.indexOf("\n", start)) {
            add(text.substring(start, feed));
            start = feed + 1;
        }
    }

    private void add(String line) {
        int place = (int) (end % ConsoleLines.PIECE);
        if (place == 0) {
            pieces.addLast(new String[ConsoleLines.PIECE]);
        }
        pieces.getLast()[place] = line;
        end++;
        if (end - dropped > LINES_KEPT) {
            pieces.removeFirst();
            dropped += ConsoleLines.PIECE;
        }
    }

    private void restart() {
        notation = new TraceNotation();
        pieces.clear();
        dropped = 0;
        end = 0;
        read = 0;
    }
}

package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.RowRange;
import org.wskscope.app.control.RowText;
import org.wskscope.app.state.BackgroundWork;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.Notices;

/** Puts many rows on the clipboard as text: they are worded in the background, and a notice says when they are there. FX thread. */
final class RowCopy {
    static final long MOST_ROWS = 200_000;
    private static final int ROWS_A_TURN = 500;

    private final Messages messages;
    private final Notices notices;
    private final BackgroundWork work;
    private final Supplier<LongFunction<String>> words;
    private @Nullable Job job;
    private BackgroundWork.@Nullable Running running;

    /** {@code words} makes what words a row, from what there is now; it is used on one other thread. */
    RowCopy(Messages messages, Notices notices, BackgroundWork work, Supplier<LongFunction<String>> words) {
        this.messages = messages;
        this.notices = notices;
        this.work = work;
        this.words = words;
    }

    /** Copies the rows, at most {@link #MOST_ROWS} of them. */
    void copy(List<RowRange> rows) {
        long count = rows.stream().mapToLong(RowRange::count).sum();
        if (count == 0) {
            return;
        }
        if (running != null) {
            running.stop();
        }
        job = new Job(List.copyOf(rows), words.get(), count);
        running = work.start(job);
    }

    /** Looks whether the rows are worded; answers whether they are still awaited. */
    boolean advance() {
        Job now = job;
        if (now == null || now.text == null) {
            return now != null;
        }
        RowText.put(now.text);
        notices.inform(messages.format(
                now.wanted > MOST_ROWS ? "events.copied.some" : "events.copied", now.copied, now.wanted));
        job = null;
        if (running != null) {
            running.stop();
        }
        return false;
    }

    /** Words the rows, a few hundred a turn. */
    private static final class Job implements BackgroundWork.Job {
        private final List<RowRange> left;
        private final LongFunction<String> words;
        private final long wanted;
        private final StringBuilder gathered = new StringBuilder();
        private long copied;
        private long row;
        private volatile @Nullable String text;

        Job(List<RowRange> rows, LongFunction<String> words, long wanted) {
            this.left = new ArrayList<>(rows);
            this.words = words;
            this.wanted = wanted;
            this.row = rows.get(0).from();
        }

        @Override
        public boolean turn() {
            for (int i = 0; i < ROWS_A_TURN && !left.isEmpty() && copied < MOST_ROWS; i++) {
                if (copied > 0) {
                    gathered.append('\n');
                }
                gathered.append(words.apply(row));
                copied++;
                advance();
            }
            boolean done = left.isEmpty() || copied >= MOST_ROWS;
            if (done && text == null) {
                text = gathered.toString();
            }
            return !done;
        }

        private void advance() {
            if (row < left.get(0).to()) {
                row++;
                return;
            }
            left.remove(0);
            row = left.isEmpty() ? row : left.get(0).from();
        }
    }
}

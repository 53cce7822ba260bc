package org.wskscope.app.state;

import java.util.OptionalLong;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.ScopeSnapshot;

/**
 * Finds records that say something, in the background: first from the selection to the newest record, then those before. Whoever shows it calls {@link #advance} once a pulse
 * while it answers true. FX thread.
 */
public final class RecordFinder {
    private final SessionModel session;
    private final Selection selection;
    private final BackgroundWork work;
    private final BiFunction<String, ScopeSnapshot, RecordSearch.Matcher> matchers;
    private String text = "";
    private long anchor;
    private @Nullable RecordSearch ahead;
    private @Nullable RecordSearch behind;
    private BackgroundWork.@Nullable Running runningAhead;
    private BackgroundWork.@Nullable Running runningBehind;
    private Direction wanted = Direction.NONE;
    private boolean cancelled;

    /** Where the next hit is wanted, until it is known. */
    private enum Direction {
        NONE,
        NEXT,
        PREVIOUS
    }

    /**
     * How far a search is.
     *
     * @param text what was looked for; empty before the first search
     * @param hits how many records say it, among those looked at
     * @param number which of them is selected, from 1; 0 for none, or while those before it are not known
     * @param examined how many records were looked at
     * @param records how many there are
     * @param cancelled whether it was ended before all were looked at
     */
    public record Found(String text, long hits, long number, long examined, long records, boolean cancelled) {
        public boolean isComplete() {
            return examined == records;
        }
    }

    /** {@code matchers} makes what recognizes records that say a text, from there on used on the background thread. */
    public RecordFinder(
            SessionModel session,
            Selection selection,
            BackgroundWork work,
            BiFunction<String, ScopeSnapshot, RecordSearch.Matcher> matchers) {
        this.session = session;
        this.selection = selection;
        this.work = work;
        this.matchers = matchers;
    }

    /** Selects the next record behind the selection that says the text, as soon as one is found; the first one again behind the last. */
    public void next(String wantedText) {
        want(wantedText, Direction.NEXT);
    }

    /** As {@link #next}, backwards. */
    public void previous(String wantedText) {
        want(wantedText, Direction.PREVIOUS);
    }

    /** Looks no further; what was found stays. */
    public void cancel() {
        cancelled = !found().isComplete();
        wanted = Direction.NONE;
        stop();
    }

    /** Forgets what was looked for. */
    public void clear() {
        stop();
        text = "";
        ahead = null;
        behind = null;
        cancelled = false;
    }

    /** Takes in what was found since the last pulse; answers whether to call again at the next one. */
    public boolean advance() {
        if (ahead == null || behind == null) {
            return false;
        }
        if (!cancelled) {
            follow(ahead, behind);
        }
        go(ahead.hits(), behind.hits());
        return !cancelled && !found().isComplete();
    }

    public Found found() {
        long records = session.snapshot().playhead();
        if (ahead == null || behind == null) {
            return new Found("", 0, 0, 0, records, false);
        }
        RecordHits later = ahead.hits();
        RecordHits earlier = behind.hits();
        long examined = Math.min(records, later.examinedTo()) - anchor + earlier.examinedTo();
        long hits = earlier.count() + later.countBefore(records);
        return new Found(text, hits, number(later, earlier), Math.min(records, examined), records, cancelled);
    }

    private void want(String wantedText, Direction direction) {
        String next = wantedText.strip();
        if (next.isEmpty()) {
            clear();
            return;
        }
        if (!next.equals(text) || cancelled || ahead == null) {
            start(next);
        }
        wanted = direction;
        advance();
    }

    private void start(String next) {
        clear();
        text = next;
        ScopeSnapshot snapshot = session.snapshot();
        anchor = Math.min(snapshot.playhead(), Math.max(0, selection.record().orElse(0)));
        ahead = new RecordSearch(matchers.apply(next, snapshot), anchor, Long.MAX_VALUE);
        behind = new RecordSearch(matchers.apply(next, snapshot), 0, anchor);
        runningAhead = work.start(ahead);
    }

    private void follow(RecordSearch now, RecordSearch rest) {
        ScopeSnapshot snapshot = session.snapshot();
        now.follow(snapshot);
        if (runningAhead != null && now.hits().examinedTo() < snapshot.playhead()) {
            runningAhead.wake();
        } else if (runningBehind == null && rest.hits().examinedTo() < anchor) {
            rest.follow(snapshot);
            runningBehind = work.start(rest);
        }
    }

    private void stop() {
        if (runningAhead != null) {
            runningAhead.stop();
            runningAhead = null;
        }
        if (runningBehind != null) {
            runningBehind.stop();
            runningBehind = null;
        }
    }

    private long number(RecordHits later, RecordHits earlier) {
        OptionalLong selected = selection.record();
        if (selected.isEmpty()) {
            return 0;
        }
        long at = selected.getAsLong();
        if (at < anchor) {
            return earlier.contains(at) ? earlier.countBefore(at) + 1 : 0;
        }
        boolean known = earlier.examinedTo() >= anchor && later.contains(at);
        return known ? earlier.count() + later.countBefore(at) + 1 : 0;
    }

    /** Selects the wanted hit if it is known by now. */
    private void go(RecordHits later, RecordHits earlier) {
        long from = selection.record().orElse(-1);
        long hit = switch (wanted) {
            case NONE -> -1;
            case NEXT -> nextAfter(from, later, earlier);
            case PREVIOUS -> lastBefore(from, later, earlier);
        };
        if (hit >= 0) {
            wanted = Direction.NONE;
            selection.selectRecord(hit);
        } else if (found().isComplete()) {
            wanted = Direction.NONE;
        }
    }

    /** −1 while it is not known, and when there is none. */
    private long nextAfter(long from, RecordHits later, RecordHits earlier) {
        long end = session.snapshot().playhead();
        if (from < anchor) {
            long index = earlier.countBefore(from + 1);
            if (index < earlier.count()) {
                return earlier.at(index);
            }
            if (from >= 0 && earlier.examinedTo() < anchor) {
                return -1;
            }
        }
        long index = later.countBefore(Math.max(anchor, from + 1));
        if (index < later.countBefore(end)) {
            return later.at(index);
        }
        if (later.examinedTo() < end) {
            return -1;
        }
        if (earlier.count() > 0) {
            return earlier.at(0);
        }
        return earlier.examinedTo() >= anchor && later.count() > 0 ? later.at(0) : -1;
    }

    private long lastBefore(long from, RecordHits later, RecordHits earlier) {
        long end = session.snapshot().playhead();
        long start = from < 0 ? end : from;
        if (start > anchor) {
            long index = later.countBefore(start) - 1;
            if (index >= 0 && later.examinedTo() >= Math.min(start, end)) {
                return later.at(index);
            }
        }
        if (earlier.examinedTo() < Math.min(start, anchor)) {
            return -1;
        }
        long index = earlier.countBefore(Math.min(start, anchor)) - 1;
        if (index >= 0) {
            return earlier.at(index);
        }
        long last = later.countBefore(end) - 1;
        if (later.examinedTo() < end) {
            return -1;
        }
        return last >= 0 ? later.at(last) : earlier.count() > 0 ? earlier.at(earlier.count() - 1) : -1;
    }
}

package org.wskscope.app.feed;

import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;

/**
 * Chooses how far to fold. Live: everything there is. Paused: no further. Slowed: as far as record time has come, which runs at the pace's speed from where the display
 * stood. Owned by the projector's thread; reads no clock itself.
 */
final class PlayheadPacer {
    private final TraceReader log;
    private final ScopeFold fold;
    private Pace pace = Pace.LIVE;
    private long timeNanos;
    private long anchorSession;
    private long anchorReal;
    private long target;

    PlayheadPacer(TraceReader log, ScopeFold fold) {
        this.log = log;
        this.fold = fold;
    }

    /** Takes a new pace into account; slowed time starts where the display stands. */
    void follow(Pace newPace, long realNanos) {
        if (!newPace.equals(pace)) {
            pace = newPace;
            anchorSession = timeNanos;
            anchorReal = realNanos;
        }
    }

    /**
     * Decides the next target, not more than {@code mostRecords} away.
     *
     * @param sessionNanos session time, read before this call: records stamped earlier are in the log by now
     */
    void advance(long sessionNanos, long realNanos, long mostRecords) {
        long size = log.size();
        long limit = Math.min(size, fold.playhead() + mostRecords);
        switch (pace.mode()) {
            case PAUSED -> target = fold.playhead();
            case LIVE -> {
                target = limit;
                timeNanos = target == size ? Math.max(timeNanos, sessionNanos) : timeNanos;
            }
            case SLOWED -> {
                long due = anchorSession + (long) ((realNanos - anchorReal) * pace.speed());
                target = recordsUpTo(due, limit);
                timeNanos = Math.max(timeNanos, Math.min(due, sessionNanos));
            }
        }
    }

    long target() {
        return target;
    }

    /** True when there is nothing more to fold at this pace now. */
    boolean reached() {
        return fold.playhead() >= target;
    }

    /** Session time the display has come to; a log that has ended stands at its last record. */
    long timeNanos() {
        boolean ended = fold.playhead() > 0 && log.kind(fold.playhead() - 1) == RecordKind.LOG_SEALED;
        if (ended) {
            timeNanos = fold.timeNanos();
        }
        timeNanos = Math.max(timeNanos, fold.timeNanos());
        return timeNanos;
    }

    private long recordsUpTo(long dueNanos, long limit) {
        long sequence = fold.playhead();
        while (sequence < limit && log.timeNanos(sequence) <= dueNanos) {
            sequence++;
        }
        return sequence;
    }
}

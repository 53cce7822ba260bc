package org.wskscope.app.feed;

import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.state.Trouble;
import org.wskscope.engine.projection.History;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.SealReason;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/**
 * Reads the log as it grows on the thread {@code wsk-projector}, folds it, and keeps the newest snapshot where the FX thread can take it. The engine never waits for it,
 * and it never waits for the FX thread.
 */
public final class Projector implements AutoCloseable {
    /** At most 60 snapshots a second. */
    static final long SNAPSHOT_INTERVAL_NANOS = 16_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final long TURN_NANOS = 8_000_000;
    /** A turn that finds nothing costs some microseconds; a record after a silence waits this long at most. */
    private static final long IDLE_TURN_NANOS = 32_000_000;

    /** So long without news, and turns are idle ones. */
    private static final long IDLE_AFTER_NANOS = 1_000_000_000;

    /** As {@link #IDLE_TURN_NANOS}, when nothing has happened for so long that nobody is in the middle of something. */
    private static final long ASLEEP_TURN_NANOS = 100_000_000;

    private static final long ASLEEP_AFTER_NANOS = 10_000_000_000L;

    /** How often the clock of a window at rest goes on. */
    private static final long CLOCK_INTERVAL_NANOS = 1_000_000_000;

    private static final long RECORDS_PER_TURN = 50_000;
    private static final long JOIN_MILLIS = 5_000;

    private final Session session;
    private final LongSupplier realClock;
    private final ScopeFold fold;
    private final Thread thread;

    private volatile ProjectedFrame newest;
    private volatile boolean closed;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile PumpRest pump = new PumpRest(() -> {});

    private long snapshotAt;
    private long newsAt;
    private long clockAt;
    private long knownSize;
    private long knownNanos;

    public Projector(Session session) {
        this(session, System::nanoTime);
    }

    /** {@code realClock} measures the display's own time, nanoseconds. */
    Projector(Session session, LongSupplier realClock) {
        this.session = session;
        this.realClock = realClock;
        this.fold = new ScopeFold(session.log());
        this.newest = new ProjectedFrame(fold.snapshot(), fold.history(), 0);
        this.snapshotAt = realClock.getAsLong() - SNAPSHOT_INTERVAL_NANOS;
        this.newsAt = realClock.getAsLong();
        this.clockAt = newsAt;
        this.thread = new Thread(this::run, "wsk-projector");
        thread.setDaemon(true);
    }

    public void start() {
        thread.start();
    }

    /** The newest frame there is. Any thread. */
    ProjectedFrame newest() {
        return newest;
    }

    /** Wakes the pump when there is something new, and every second for the clock; before {@link #start}. */
    void wakes(PumpRest resting) {
        pump = resting;
    }

    /** What keeps the newest frame from being what happens. Any thread. */
    Trouble trouble() {
        return trouble;
    }

    /** How many records the log has. Any thread. */
    long logSize() {
        return session.log().size();
    }

    /** Ends the thread and waits for it. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        Joining.join(thread, JOIN_MILLIS);
    }

    private void run() {
        while (!closed) {
            boolean busy = false;
            try {
                busy = turn();
            } catch (RuntimeException | Error e) {
                LOG.error(
                        "The display stopped at record {}: the record cannot be shown. The session goes on; please report the log.",
                        fold.playhead(),
                        e);
                trouble = new Trouble(Trouble.Kind.DISPLAY_STOPPED, fold.timeNanos(), fold.playhead());
                pump.wake();
                return;
            }
            if (!busy) {
                LockSupport.parkNanos(restNanos());
            }
        }
    }

    /** How long to wait before the next turn. The projector's thread. */
    long restNanos() {
        long quiet = realClock.getAsLong() - newsAt;
        if (!pump.isResting() || quiet < IDLE_AFTER_NANOS) {
            return TURN_NANOS;
        }
        return quiet < ASLEEP_AFTER_NANOS ? IDLE_TURN_NANOS : ASLEEP_TURN_NANOS;
    }

    /** One bounded piece of work; returns whether more is waiting. */
    boolean turn() {
        long sessionNanos = session.nanoTime();
        long size = session.log().size();
        long target = Math.min(size, fold.playhead() + RECORDS_PER_TURN);
        boolean more = target < size;
        fold.foldTo(target);
        if (!more) {
            knownNanos = Math.max(knownNanos, sessionNanos);
        }
        publish(realClock.getAsLong());
        return more;
    }

    private void publish(long real) {
        ProjectedFrame last = newest;
        ScopeSnapshot snapshot = last.snapshot();
        History history = last.history();
        long timeNanos = last.timeNanos();
        boolean snapshotDue = real - snapshotAt >= SNAPSHOT_INTERVAL_NANOS;
        if (fold.playhead() == snapshot.playhead()) {
            timeNanos = timeNanos();
        } else if (snapshotDue) {
            history = fold.history();
            snapshot = fold.snapshot(history);
            // Kept by the time that was due, not by the one it came at: where a rest of 8 ms lasts 15.6, every second
            // one would be left out.
            snapshotAt = Math.max(snapshotAt + SNAPSHOT_INTERVAL_NANOS, real - SNAPSHOT_INTERVAL_NANOS / 2);
            timeNanos = timeNanos();
        }
        newest = new ProjectedFrame(snapshot, history, timeNanos);
        long size = session.log().size();
        boolean news = snapshot.playhead() != last.snapshot().playhead() || size != knownSize;
        if (size != knownSize) {
            knownSize = size;
            lookForEnd(size);
        }
        report(news, real);
    }

    /** Session time up to which every record is folded; a log that has ended stands at its last record. */
    private long timeNanos() {
        boolean ended = fold.playhead() > 0 && session.log().kind(fold.playhead() - 1) == RecordKind.LOG_SEALED;
        knownNanos = ended ? fold.timeNanos() : Math.max(knownNanos, fold.timeNanos());
        return knownNanos;
    }

    private void report(boolean news, long real) {
        if (news) {
            newsAt = real;
        }
        if (news || real - clockAt >= CLOCK_INTERVAL_NANOS) {
            clockAt = real;
            pump.wake();
        }
    }

    /** A log that is full says so with its last record. */
    private void lookForEnd(long size) {
        TraceReader log = session.log();
        if (size > 0
                && log.kind(size - 1) == RecordKind.LOG_SEALED
                && ((TraceRecord.LogSealed) log.read(size - 1)).reason() == SealReason.LIMIT_REACHED) {
            trouble = new Trouble(Trouble.Kind.LOG_FULL, log.timeNanos(size - 1), size);
        }
    }
}

package org.wskscope.app.feed;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.state.DisplayMode;
import org.wskscope.app.state.Trouble;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.SealReason;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/**
 * Reads the log at its own pace on the thread {@code wsk-projector}, folds it, and keeps the newest snapshot where the FX thread can take it. The engine never waits for it,
 * and it never waits for the FX thread.
 */
public final class Projector implements AutoCloseable {
    /** At most 60 snapshots a second. */
    static final long SNAPSHOT_INTERVAL_NANOS = 16_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final long TURN_NANOS = 8_000_000;
    /** A turn that finds nothing costs some microseconds; a record after a silence waits this long at most. */
    private static final long IDLE_TURN_NANOS = 32_000_000;

    private static final long PAUSED_TURN_NANOS = 100_000_000;
    /** So long without news, and turns are idle ones. */
    private static final long IDLE_AFTER_NANOS = 1_000_000_000;

    /** How often the clock of a window at rest goes on. */
    private static final long CLOCK_INTERVAL_NANOS = 1_000_000_000;

    private static final long PEERS_INTERVAL_NANOS = 100_000_000;
    private static final long RECORDS_PER_TURN = 50_000;
    private static final long JOIN_MILLIS = 5_000;

    private final Session session;
    private final LongSupplier realClock;
    private final ScopeFold fold;
    private final PlayheadPacer pacer;
    private final Thread thread;

    private volatile ProjectedFrame newest;
    private volatile Pace pace = Pace.LIVE;
    private volatile boolean closed;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile PumpRest pump = new PumpRest(() -> {});

    private long snapshotAt;
    private long peersAt;
    private long newsAt;
    private long clockAt;
    private long knownSize;

    public Projector(Session session) {
        this(session, System::nanoTime);
    }

    /** {@code realClock} measures the display's own time, nanoseconds. */
    Projector(Session session, LongSupplier realClock) {
        this.session = session;
        this.realClock = realClock;
        this.fold = new ScopeFold(session.log());
        this.pacer = new PlayheadPacer(session.log(), fold);
        this.newest = new ProjectedFrame(fold.snapshot(), 0, List.of());
        this.snapshotAt = realClock.getAsLong() - SNAPSHOT_INTERVAL_NANOS;
        this.newsAt = realClock.getAsLong();
        this.clockAt = newsAt;
        this.peersAt = realClock.getAsLong() - PEERS_INTERVAL_NANOS;
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

    /** Changes how the playhead moves, from the next turn on. Any thread. */
    void setPace(Pace newPace) {
        if (!newPace.equals(pace)) {
            pace = newPace;
            LockSupport.unpark(thread);
        }
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

    private long restNanos() {
        if (pace.mode() == DisplayMode.PAUSED) {
            return PAUSED_TURN_NANOS;
        }
        boolean idle = pump.isResting() && realClock.getAsLong() - newsAt >= IDLE_AFTER_NANOS;
        return idle ? IDLE_TURN_NANOS : TURN_NANOS;
    }

    /** One bounded piece of work; returns whether more is waiting. */
    boolean turn() {
        long real = realClock.getAsLong();
        long sessionNanos = session.nanoTime();
        pacer.follow(pace, real);
        pacer.advance(sessionNanos, real, RECORDS_PER_TURN);
        boolean more = pacer.target() - fold.playhead() == RECORDS_PER_TURN;
        fold.foldTo(pacer.target());
        publish(realClock.getAsLong());
        return more;
    }

    private void publish(long real) {
        ProjectedFrame last = newest;
        ScopeSnapshot snapshot = last.snapshot();
        long timeNanos = last.timeNanos();
        boolean snapshotDue = real - snapshotAt >= SNAPSHOT_INTERVAL_NANOS;
        if (fold.playhead() == snapshot.playhead()) {
            timeNanos = pacer.timeNanos();
        } else if (snapshotDue) {
            snapshot = fold.snapshot();
            snapshotAt = real;
            timeNanos = pacer.timeNanos();
        }
        List<PeerRow> peers = last.peers();
        if (real - peersAt >= PEERS_INTERVAL_NANOS) {
            peersAt = real;
            List<PeerRow> now = session.peers();
            peers = now.equals(peers) ? peers : now;
        }
        newest = new ProjectedFrame(snapshot, timeNanos, peers);
        long size = session.log().size();
        boolean news = snapshot.playhead() != last.snapshot().playhead() || peers != last.peers() || size != knownSize;
        if (size != knownSize) {
            knownSize = size;
            lookForEnd(size);
        }
        tell(news, real);
    }

    private void tell(boolean news, long real) {
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

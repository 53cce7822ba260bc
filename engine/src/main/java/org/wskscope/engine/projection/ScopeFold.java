package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/**
 * Folds the records of one log, in order, into what the views show. A snapshot depends on nothing but the records before its playhead: folding in steps and folding at
 * once give equal snapshots, and later folding changes none that was taken. Owned by one thread; the snapshots may go anywhere.
 */
@ProjectorThread
public final class ScopeFold {
    /** Larger ids can come only from a damaged file; their records concern no socket that is shown. */
    static final int MAX_SOCKETS = 1 << 22;

    private final TraceReader log;
    private final RecordCursor cursor;
    private final List<@Nullable SocketFold> sockets = new ArrayList<>();
    private final List<@Nullable ProcessorFold> processors = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final SocketNames names = new SocketNames();
    private final Tally tally = new Tally();

    private final RowsFold rows = new RowsFold();
    private final Pages<LaneColumns> lanePages = new Pages<>(this::addLanes);
    private final Pages<Finding> findingPages = new Pages<>((item, page) -> page.add(findings.get(item)));

    private final Map<SocketId, SharedLanes> byListener = new HashMap<>();
    /** Replaced, never changed: the snapshots hold it. */
    private NavigableMap<LaneKey, LaneColumns> shared = new TreeMap<>();

    private long playhead;
    private long nowNanos;

    public ScopeFold(TraceReader log) {
        this.log = log;
        this.cursor = log.cursor();
    }

    /** Number of records folded. */
    public long playhead() {
        return playhead;
    }

    /** Session time of the playhead. */
    public long timeNanos() {
        return nowNanos;
    }

    /**
     * Folds on until {@code target} records are folded; does nothing when they already are.
     *
     * @throws IndexOutOfBoundsException when the log is shorter
     */
    public void foldTo(long target) {
        while (playhead < target) {
            cursor.moveTo(playhead);
            playhead++;
            fold();
        }
    }

    /** Everything as it is at the playhead. Costs what changed since the last call. */
    public ScopeSnapshot snapshot() {
        List<LaneColumns> ofProcessors = new ArrayList<>();
        for (ProcessorFold processor : processors) {
            if (processor != null) {
                ofProcessors.add(processor.lane());
            }
        }
        List<LaneColumns> ofSockets = lanePages.toList(sockets.size());
        return new ScopeSnapshot(
                log,
                playhead,
                nowNanos,
                rows.toTable(),
                new LaneList(ofSockets, ofProcessors, shared, playhead, nowNanos),
                findingPages.toList(findings.size()),
                tally.totals(playhead));
    }

    private void fold() {
        nowNanos = Math.max(nowNanos, cursor.timeNanos());
        SocketFold socket = socket(cursor.socket());
        ProcessorFold processor = processor(cursor.processor());
        switch (cursor.kind()) {
            case SOCKET_CREATED -> created(socket);
            case SOCKET_ACCEPTED -> {
                socket.handedOver();
                SocketFold accepted = socket(cursor.accepted());
                accepted.acceptedFrom(socket.id(), cursor.route());
                accepted.share(sharedLanes(socket.id()));
            }
            case VIOLATION_FOUND -> found(socket);
            case DEADLOCK_FOUND -> {
                explained(cursor.began());
                socket.stuck(cursor);
            }
            case CALLBACK_ENTERED -> socket.callbackEntered(cursor, nowNanos, processor);
            case FUNCTION_CALLED -> socket.functionCalled(cursor, nowNanos, processor);
            default -> socket.fold(cursor, nowNanos);
        }
        socket.seen(cursor.sequence());
    }

    private SharedLanes sharedLanes(SocketId listener) {
        SharedLanes lanes = byListener.get(listener);
        if (lanes == null) {
            lanes = SharedLanes.of(listener);
            byListener.put(listener, lanes);
            NavigableMap<LaneKey, LaneColumns> more = new TreeMap<>(shared);
            lanes.addTo(more);
            shared = more;
        }
        return lanes;
    }

    private void created(SocketFold socket) {
        if (socket.id().value() > 0 && !socket.exists()) {
            socket.created(cursor, names.created(cursor.socket(), cursor.category()));
        }
    }

    private void found(SocketFold socket) {
        socket.violated(cursor.violation());
        findingPages.touch(findings.size());
        findings.add(new Finding(
                cursor.sequence(),
                nowNanos,
                new SocketId(cursor.socket()),
                cursor.violation(),
                cursor.about(),
                Finding.UNEXPLAINED));
    }

    /** What is about a wait comes soon after it; the newest findings are looked at first. */
    private void explained(long wait) {
        for (int item = findings.size() - 1; item >= 0 && findings.get(item).sequence() > wait; item--) {
            if (findings.get(item).about() == wait) {
                findings.set(item, findings.get(item).explainedBy(cursor.sequence()));
                findingPages.touch(item);
            }
        }
    }

    /** Records without a socket are folded into one that no view shows. */
    private SocketFold socket(int value) {
        int id = value < 0 || value > MAX_SOCKETS ? 0 : value;
        while (sockets.size() <= id) {
            sockets.add(null);
        }
        SocketFold socket = sockets.get(id);
        if (socket == null) {
            socket = new SocketFold(
                    id, sharedLanes(SharedLanes.NO_LISTENER), tally, rows::touch, () -> lanePages.touch(id));
            sockets.set(id, socket);
        }
        return socket;
    }

    private @Nullable ProcessorFold processor(int number) {
        if (number < 0) {
            return null;
        }
        while (processors.size() <= number) {
            processors.add(null);
        }
        ProcessorFold processor = processors.get(number);
        if (processor == null) {
            processor = new ProcessorFold(number);
            processors.set(number, processor);
        }
        return processor;
    }

    private void addLanes(int id, List<LaneColumns> page) {
        SocketFold socket = sockets.get(id);
        if (socket != null && socket.exists()) {
            socket.addLanes(page);
        }
    }
}

package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;

/**
 * The one fold of records, in order, into how things stand; what it comes across on the way it tells a sink. Goes on from any {@link State}, and touches of it only the sockets
 * its records are about. Owned by one thread.
 */
@ProjectorThread
final class StateFold {
    /** Larger ids can come only from a damaged file; their records concern no socket that is shown. */
    static final int MAX_SOCKETS = 1 << 22;

    /** Before the first record. */
    static final State START = new State(
            new State.Place(0, new Totals(0, 0, 0, 0, 0, 0), Environment.NONE),
            IdTree.empty(),
            SocketTable.EMPTY,
            new int[0],
            new int[SocketCategory.values().length]);

    private static final int PAGE_BITS = 6;
    private static final int PAGE = 1 << PAGE_BITS;

    private final RecordCursor cursor;
    private final FoldSink sink;
    private final TotalsBuilder tally;
    private final Processors processors;
    private final EnvironmentFold environment;
    private final int[] names;
    private final List<SocketFold> stale = new ArrayList<>();
    private final List<SocketFold> unkept = new ArrayList<>();
    private final SocketFold.Owner owner = new Owner();

    /** The sockets that were touched, by pages of ids. */
    private @Nullable SocketFold[][] touched = new SocketFold[1][];

    private IdTree<SocketFold> kept;
    private SocketTable rows;
    private long sequence;
    private long nowNanos;

    /** Begins at the first record of the log. */
    StateFold(TraceReader log, FoldSink sink) {
        this(log, START, sink);
    }

    /** Goes on from {@code from}. */
    StateFold(TraceReader log, State from, FoldSink sink) {
        cursor = log.cursor();
        this.sink = sink;
        tally = new TotalsBuilder(from.totals());
        processors = new Processors(sink, from.running());
        environment = new EnvironmentFold(from.environment());
        names = from.names();
        kept = from.folds();
        rows = from.sockets();
        sequence = from.sequence();
        nowNanos = from.timeNanos();
    }

    /** Number of records folded. */
    long sequence() {
        return sequence;
    }

    long timeNanos() {
        return nowNanos;
    }

    /** How many sockets are not what they were when the last state was taken. */
    int changedSockets() {
        return unkept.size();
    }

    /**
     * Folds on until {@code target} records are folded; does nothing when they already are.
     *
     * @throws IndexOutOfBoundsException when the log is shorter
     */
    void foldTo(long target) {
        while (sequence < target) {
            cursor.moveTo(sequence);
            sequence++;
            fold();
        }
    }

    /** The sockets as they are now. Costs what changed since the last call. */
    SocketTable sockets() {
        if (stale.isEmpty()) {
            return rows;
        }
        List<SocketRow> fresh = new ArrayList<>(stale.size());
        for (SocketFold socket : stale) {
            socket.listed();
            if (socket.exists()) {
                fresh.add(socket.row());
            }
        }
        stale.clear();
        rows = rows.with(fresh);
        return rows;
    }

    /** What surrounds the kernel now. Costs what changed since the last call. */
    Environment environment() {
        return environment.now();
    }

    Totals totals() {
        return tally.totals(sequence);
    }

    /** The waits of the client that are inside no socket's code. */
    List<OpenWait> clientWaits() {
        return socket(0).waits();
    }

    /** Everything as it is now. Costs what changed since the last call. */
    State state() {
        SocketTable table = sockets();
        for (SocketFold socket : unkept) {
            socket.kept();
            kept = kept.with(socket.id().value(), new SocketFold(socket, null, LaneSink.NOTHING));
        }
        unkept.clear();
        return new State(
                new State.Place(nowNanos, totals(), environment()), kept, table, processors.running(), names.clone());
    }

    private void fold() {
        nowNanos = Math.max(nowNanos, cursor.timeNanos());
        SocketFold socket = socket(cursor.socket());
        switch (cursor.kind()) {
            case SOCKET_CREATED -> created(socket);
            case SOCKET_ACCEPTED -> {
                socket.handedOver();
                SocketFold accepted = socket(cursor.accepted());
                accepted.acceptedFrom(socket.id(), cursor.route());
                sink.accepted(accepted.id().value(), socket.id().value());
            }
            case VIOLATION_FOUND -> {
                socket.violated(cursor.violation());
                sink.found(new Finding(
                        cursor.sequence(),
                        nowNanos,
                        new SocketId(cursor.socket()),
                        cursor.violation(),
                        cursor.about(),
                        Finding.UNEXPLAINED));
            }
            case DEADLOCK_FOUND -> {
                sink.explained(cursor.began(), cursor.sequence());
                socket.stuck(cursor);
            }
            case BEHAVIOUR_SET -> socket.behaves(cursor, socket(cursor.copiedFrom()));
            case CHOICES_SET, PEER_STARTED, PEER_BOUND, PEER_CHANGED -> environment.fold(cursor);
            case CALLBACK_ENTERED -> socket.callbackEntered(cursor, nowNanos);
            case FUNCTION_CALLED -> socket.functionCalled(cursor, nowNanos);
            default -> socket.fold(cursor, nowNanos);
        }
        socket.seen(cursor.sequence());
    }

    private void created(SocketFold socket) {
        if (socket.id().value() > 0 && !socket.exists()) {
            SocketCategory category = cursor.category();
            socket.created(cursor, category.letter() + Integer.toString(++names[category.ordinal()]));
            sink.created(cursor.socket(), cursor.sequence());
        }
    }

    /** Records without a socket are folded into one that no view shows. */
    private SocketFold socket(int value) {
        int id = value < 0 || value > MAX_SOCKETS ? 0 : value;
        int page = id >> PAGE_BITS;
        if (page >= touched.length) {
            touched = Arrays.copyOf(touched, Math.max(page + 1, touched.length * 2));
        }
        if (touched[page] == null) {
            touched[page] = new SocketFold[PAGE];
        }
        SocketFold socket = touched[page][id & PAGE - 1];
        if (socket == null) {
            SocketFold before = kept.get(id);
            LaneSink lanes = sink.ofSocket(id);
            socket = before == null ? new SocketFold(id, owner, lanes) : new SocketFold(before, owner, lanes);
            touched[page][id & PAGE - 1] = socket;
        }
        return socket;
    }

    private final class Owner implements SocketFold.Owner {
        @Override
        public TotalsBuilder tally() {
            return tally;
        }

        @Override
        public Processors processors() {
            return processors;
        }

        @Override
        public void stale(SocketFold socket) {
            stale.add(socket);
        }

        @Override
        public void unkept(SocketFold socket) {
            unkept.add(socket);
        }
    }
}

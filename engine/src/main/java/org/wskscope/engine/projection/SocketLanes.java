package org.wskscope.engine.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.wsk.SocketId;

/** The lanes of one socket, each of which exists from its first bar on. Its bars are on the lanes of its listener's connections, or of all other sockets, too. */
@ProjectorThread
final class SocketLanes implements LaneSink {
    private static final long UNKNOWN = Long.MAX_VALUE;

    private final SocketId socket;
    private final Runnable onLaneAdded;
    private final SharedLanes byItself;
    private final @Nullable LaneColumns[] lanes = new LaneColumns[LaneKind.PROCESSOR.ordinal()];
    private SharedLanes shared;
    private long created = UNKNOWN;

    /** {@code byItself}: where its bars are as long as no listener is known. */
    SocketLanes(SocketId socket, SharedLanes byItself, Runnable onLaneAdded) {
        this.socket = socket;
        this.byItself = byItself;
        this.shared = byItself;
        this.onLaneAdded = onLaneAdded;
    }

    void created(long sequence) {
        created = sequence;
        for (LaneColumns lane : lanes) {
            if (lane != null) {
                lane.listFrom(sequence);
            }
        }
        onLaneAdded.run();
    }

    /** Bars from now on are on these lanes too. */
    void share(SharedLanes with) {
        shared = with;
    }

    /** Nothing while its creation is unknown. */
    void addTo(List<LaneColumns> page) {
        for (LaneColumns lane : lanes) {
            if (lane != null && created != UNKNOWN) {
                page.add(lane);
            }
        }
    }

    @Override
    public void opened(LaneKind kind, RecordCursor record, long nowNanos, int code, long detail) {
        int irp = kind == LaneKind.IRPS || kind == LaneKind.CONTROL ? record.irp() : 0;
        lane(kind).open(record.sequence(), nowNanos, code, detail, irp);
        LaneColumns many = shared.lane(kind);
        if (many != null) {
            many.open(record.sequence(), nowNanos, code, detail, irp);
        }
    }

    @Override
    public void paused(LaneKind kind, long began, long sequence) {
        lane(kind).pause(lane(kind).indexOf(began), sequence);
    }

    @Override
    public void answered(long began, long sequence, int status) {
        LaneColumns lane = lane(LaneKind.CONTROL);
        lane.answer(lane.indexOf(began), sequence, status);
    }

    @Override
    public void closed(LaneKind kind, long began, RecordCursor record, long nowNanos) {
        LaneColumns lane = lane(kind);
        lane.close(lane.indexOf(began), record.sequence(), nowNanos);
        closeShared(kind, began, record, nowNanos);
    }

    @Override
    public void closed(LaneKind kind, long began, RecordCursor record, long nowNanos, int status) {
        LaneColumns lane = lane(kind);
        lane.close(lane.indexOf(began), record.sequence(), nowNanos, status);
        closeShared(kind, began, record, nowNanos);
    }

    /** A bar stays where it began, though its socket's listener became known meanwhile. */
    private void closeShared(LaneKind kind, long began, RecordCursor record, long nowNanos) {
        LaneColumns many = shared.lane(kind);
        if (many == null) {
            return;
        }
        int bar = many.indexOf(began);
        if (bar < 0) {
            many = byItself.lane(kind);
            bar = many == null ? -1 : many.indexOf(began);
        }
        if (many != null && bar >= 0) {
            many.close(bar, record.sequence(), nowNanos);
        }
    }

    private LaneColumns lane(LaneKind kind) {
        LaneColumns lane = lanes[kind.ordinal()];
        if (lane == null) {
            lane = new LaneColumns(LaneKey.of(kind, socket));
            lane.listFrom(created);
            lanes[kind.ordinal()] = lane;
            onLaneAdded.run();
        }
        return lane;
    }
}

package org.wskscope.engine.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketId;

/** The lanes of one socket; each exists from its first bar on. */
@ProjectorThread
final class SocketLanes {
    private final SocketId socket;
    private final Runnable onLaneAdded;
    private final @Nullable LaneColumns[] lanes = new LaneColumns[LaneKind.PROCESSOR.ordinal()];

    SocketLanes(SocketId socket, Runnable onLaneAdded) {
        this.socket = socket;
        this.onLaneAdded = onLaneAdded;
    }

    LaneColumns lane(LaneKind kind) {
        LaneColumns lane = lanes[kind.ordinal()];
        if (lane == null) {
            lane = new LaneColumns(LaneKey.of(kind, socket));
            lanes[kind.ordinal()] = lane;
            onLaneAdded.run();
        }
        return lane;
    }

    void addTo(List<LaneColumns> page) {
        for (LaneColumns lane : lanes) {
            if (lane != null) {
                page.add(lane);
            }
        }
    }
}

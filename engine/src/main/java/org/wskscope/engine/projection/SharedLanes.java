package org.wskscope.engine.projection;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketId;

/** What happened on many sockets, as if they were one: on all connections of one listener, or on all sockets that are no listener's. */
@ProjectorThread
record SharedLanes(LaneColumns callbacks, LaneColumns irps, LaneColumns control) {
    /** Stands for the sockets that no listener gave to the client. */
    static final SocketId NO_LISTENER = new SocketId(0);

    static SharedLanes of(SocketId listener) {
        return new SharedLanes(
                lane(LaneKind.SHARED_CALLBACKS, listener),
                lane(LaneKind.SHARED_IRPS, listener),
                lane(LaneKind.SHARED_CONTROL, listener));
    }

    /** The one that has the bars of a socket's lane of this kind too, or null. */
    @Nullable
    LaneColumns lane(LaneKind kind) {
        return switch (kind) {
            case CALLBACKS -> callbacks;
            case IRPS -> irps;
            case CONTROL -> control;
            default -> null;
        };
    }

    private static LaneColumns lane(LaneKind kind, SocketId listener) {
        LaneColumns lane = new LaneColumns(LaneKey.of(kind, listener));
        lane.listFrom(-1);
        return lane;
    }

    void addTo(Map<LaneKey, LaneColumns> lanes) {
        lanes.put(callbacks.key(), callbacks);
        lanes.put(irps.key(), irps);
        lanes.put(control.key(), control);
    }
}

package org.wskscope.engine.projection;

import java.util.Map;
import org.wskscope.engine.wsk.SocketId;

/** What happened on many sockets, as if they were one: on all connections of one listener, or on all sockets that are no listener's. */
@ProjectorThread
record SharedLanes(LaneColumns callbacks, LaneColumns irps, LaneColumns control) {
    /** Stands for the sockets that no listener gave to the client. */
    static final SocketId NO_LISTENER = new SocketId(0);

    static SharedLanes of(SocketId listener) {
        return new SharedLanes(
                new LaneColumns(LaneKey.of(LaneKind.SHARED_CALLBACKS, listener)),
                new LaneColumns(LaneKey.of(LaneKind.SHARED_IRPS, listener)),
                new LaneColumns(LaneKey.of(LaneKind.SHARED_CONTROL, listener)));
    }

    void addTo(Map<LaneKey, LaneColumns> lanes) {
        lanes.put(callbacks.key(), callbacks);
        lanes.put(irps.key(), irps);
        lanes.put(control.key(), control);
    }
}

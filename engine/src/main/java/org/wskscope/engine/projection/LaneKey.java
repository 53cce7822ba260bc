package org.wskscope.engine.projection;

import org.wskscope.engine.wsk.SocketId;

/**
 * Names a lane.
 *
 * @param kind which of a socket's lanes, or a processor lane
 * @param number the socket id, or the processor number for {@link LaneKind#PROCESSOR}
 */
public record LaneKey(LaneKind kind, int number) {
    public static LaneKey of(LaneKind kind, SocketId socket) {
        return new LaneKey(kind, socket.value());
    }
}

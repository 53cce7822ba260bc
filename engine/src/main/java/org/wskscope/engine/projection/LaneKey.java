package org.wskscope.engine.projection;

import java.util.Comparator;
import org.wskscope.engine.wsk.SocketId;

/**
 * Names a lane.
 *
 * @param kind which of a socket's lanes, or a processor lane
 * @param number the socket id, the listener's for a lane its connections share, or the processor number for {@link LaneKind#PROCESSOR}
 */
public record LaneKey(LaneKind kind, int number) implements Comparable<LaneKey> {
    private static final Comparator<LaneKey> ORDER = Comparator.comparing(LaneKey::isProcessor)
            .thenComparingInt(LaneKey::number)
            .thenComparing(LaneKey::kind);

    public static LaneKey of(LaneKind kind, SocketId socket) {
        return new LaneKey(kind, socket.value());
    }

    public boolean isProcessor() {
        return kind == LaneKind.PROCESSOR;
    }

    /** True for a lane that many sockets share; each of its bars is on a lane of one of them too, and only that one tells more than when and of what code it is. */
    public boolean isShared() {
        return kind.compareTo(LaneKind.PROCESSOR) > 0;
    }

    /** The order lanes have in a snapshot: by socket, then kind; processors last. */
    @Override
    public int compareTo(LaneKey other) {
        return ORDER.compare(this, other);
    }
}

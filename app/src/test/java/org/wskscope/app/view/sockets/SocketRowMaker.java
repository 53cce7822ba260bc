package org.wskscope.app.view.sockets;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.ReceiveGate;
import org.wskscope.engine.projection.SocketCounters;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;

/** Makes socket rows for tests. */
final class SocketRowMaker {
    private SocketRowMaker() {}

    static SocketRow listener(int id) {
        return row(id, SocketCategory.LISTEN, SocketState.LISTENING, null, EventMask.NONE, 0);
    }

    static SocketRow datagram(int id) {
        return row(id, SocketCategory.DATAGRAM, SocketState.BOUND, null, EventMask.NONE, 0);
    }

    /** A listener in conditional-accept mode with these open requests. */
    static SocketRow conditional(int id, OpenInspection... requests) {
        SocketRow row = listener(id);
        return new SocketRow(
                row.id(),
                row.name(),
                row.category(),
                row.state(),
                row.owner(),
                row.local(),
                row.remote(),
                row.listener(),
                row.route(),
                row.mask(),
                row.lockedMask(),
                row.waitingMask(),
                row.inheritedMask(),
                row.callbacks(),
                row.irps(),
                row.queued(),
                row.retained(),
                row.gate(),
                row.finQueued(),
                true,
                List.of(requests),
                row.waits(),
                row.counters(),
                row.behaviours());
    }

    static OpenInspection request(int serialNumber, OpenInspection.Stage stage) {
        return new OpenInspection(serialNumber, loopback(41_000 + serialNumber), 0, serialNumber, stage);
    }

    static SocketRow accepted(int id, int listener, long lastSequence) {
        return row(
                id,
                SocketCategory.CONNECTION,
                SocketState.CONNECTED,
                new SocketId(listener),
                EventMask.NONE,
                lastSequence);
    }

    static SocketRow waiting(int id, int listener, EventMask waiting) {
        return row(id, SocketCategory.CONNECTION, SocketState.CONNECTED, new SocketId(listener), waiting, 0);
    }

    static SocketRow closed(int id) {
        return row(id, SocketCategory.CONNECTION, SocketState.CLOSED, null, EventMask.NONE, 0);
    }

    static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @SuppressWarnings("checkstyle:ParameterNumber")
    private static SocketRow row(
            int id,
            SocketCategory category,
            SocketState state,
            @Nullable SocketId listener,
            EventMask waiting,
            long lastSequence) {
        boolean connection = category == SocketCategory.CONNECTION;
        return new SocketRow(
                new SocketId(id),
                category.letter() + Integer.toString(id),
                category,
                state,
                0,
                loopback(50_007),
                connection ? loopback(40_000 + id) : null,
                listener,
                listener == null ? null : AcceptRoute.EVENT,
                EventMask.NONE,
                EventMask.NONE,
                waiting,
                EventMask.NONE,
                List.of(),
                List.of(),
                0,
                0,
                ReceiveGate.OPEN,
                false,
                false,
                List.of(),
                List.of(),
                new SocketCounters(0, 0, 0, 0, 0, 0, 0, 0, lastSequence),
                null);
    }
}

package org.wskscope.app.view.timeline;

import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** A log of a listener, socket 1, and its connections, sockets 2 and up; a microsecond from record to record. */
final class ManySockets {
    static final int LISTENER = 1;

    private final TraceLog log;
    private final TraceStamp at = new TraceStamp();
    private long nowNanos;

    ManySockets(int records) {
        log = new TraceLog(records);
        log.socketCreated(at(), LISTENER, SocketCategory.LISTEN, 2, 0);
        log.socketStateChanged(at(), LISTENER, SocketState.CREATED, SocketState.LISTENING);
    }

    TraceLog log() {
        return log;
    }

    long nowNanos() {
        return nowNanos;
    }

    /** Accepts connections until there are so many, each with one callback that returned. */
    ManySockets connections(int count) {
        for (int socket = 2; socket <= count + 1; socket++) {
            log.socketCreated(at(), socket, SocketCategory.CONNECTION, 2, socket % 2);
            log.socketAccepted(at(), LISTENER, socket, AcceptRoute.EVENT);
            returned(socket, receives(socket));
        }
        return this;
    }

    long receives(int socket) {
        return log.callbackEntered(at(), socket, WskCallback.RECEIVE, 0, 64, 0);
    }

    void returned(int socket, long entered) {
        log.callbackReturned(at(), socket, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
    }

    void held(int socket, long entered) {
        log.callbackDeferred(at(), socket, WskCallback.RECEIVE, entered);
    }

    long pends(int socket, int irp) {
        return log.irpPended(at(), socket, WskFunction.WSK_SEND, irp, 64);
    }

    long completes(int socket, int irp) {
        return log.irpCompleted(at(), socket, WskFunction.WSK_SEND, irp, NtStatus.STATUS_SUCCESS, 64);
    }

    ManySockets closes(int socket) {
        log.socketClosed(at(), socket);
        return this;
    }

    /** Sockets that were never anybody's connection, each closed at once. */
    ManySockets comeAndGone(int first, int count) {
        for (int socket = first; socket < first + count; socket++) {
            log.socketCreated(at(), socket, SocketCategory.CONNECTION, 2, 0);
            returned(socket, receives(socket));
            log.socketClosed(at(), socket);
        }
        return this;
    }

    void passes(long nanos) {
        nowNanos += nanos;
    }

    ScopeSnapshot folded() {
        return TimelineLayoutTest.folded(log);
    }

    private TraceStamp at() {
        nowNanos += 1_000;
        return at.set(nowNanos, 0, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE);
    }
}

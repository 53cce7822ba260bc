package org.wskscope.engine.program;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;

/** Tells the oracle what the network and the kernel did, record by record, and checks each transition when it is read. */
final class LogFollower {
    private final Oracle oracle;
    private final TraceReader log;
    private long position;
    private boolean unowned;

    LogFollower(Oracle oracle, TraceReader log) {
        this.oracle = oracle;
        this.log = log;
    }

    void creatingUnowned(boolean now) {
        unowned = now;
    }

    void follow() {
        while (position < log.size()) {
            RecordKind kind = log.kind(position);
            long at = position++;
            switch (kind) {
                case SOCKET_CREATED,
                        SOCKET_BOUND,
                        SOCKET_CONNECTED,
                        SOCKET_STATE_CHANGED,
                        SOCKET_ACCEPTED,
                        CONNECTION_ARRIVED,
                        BYTES_ARRIVED,
                        DATAGRAM_ARRIVED,
                        DATAGRAM_DROPPED,
                        INPUT_FINISHED,
                        CONNECTION_RESET,
                        CALLBACK_ENTERED,
                        CALLBACK_RETURNED,
                        LOG_SEALED -> read(log.read(at));
                default -> {}
            }
        }
    }

    private void read(TraceRecord record) {
        int id = record.head().socket().value();
        if (record instanceof TraceRecord.SocketCreated created) {
            SocketModel socket = new SocketModel(id, created.category());
            socket.unowned = unowned;
            socket.binding = unowned;
            if (socket.category != SocketCategory.STREAM) {
                socket.statics = oracle.staticMask & socket.ownEvents();
            }
            oracle.sockets.put(id, socket);
            return;
        }
        if (record instanceof TraceRecord.LogSealed) {
            throw new IllegalStateException("the log of a program is full");
        }
        SocketModel socket = oracle.model(id);
        if (record instanceof TraceRecord.SocketStateChanged changed) {
            change(socket, changed);
        } else if (record instanceof TraceRecord.CallbackEntered entered) {
            socket.inFlight.add(entered.callback());
            socket.enabledSinceEntered = false;
        } else if (record instanceof TraceRecord.CallbackReturned returned) {
            returned(socket, returned);
        } else {
            network(socket, record);
        }
    }

    private void change(SocketModel socket, TraceRecord.SocketStateChanged changed) {
        SocketState to = changed.to();
        oracle.check(
                changed.from() == socket.state || socket.category == SocketCategory.STREAM,
                "2.1",
                socket + " is said to leave " + changed.from());
        boolean legal = StateRules.allows(socket, changed.from(), to);
        oracle.check(legal, "2.1", socket + " went from " + changed.from() + " to " + to + " without a reason");
        socket.aborted |= changed.from() == SocketState.CONNECTING && to == SocketState.DISCONNECTED;
        socket.state = to;
        if (to == SocketState.BOUND || to == SocketState.LISTENING) {
            socket.binding = false;
        }
        boolean roleTaken = to == SocketState.LISTENING || to == SocketState.CONNECTED;
        if (socket.category == SocketCategory.STREAM && roleTaken) {
            beginStatically(socket);
        }
    }

    /** Section 4.5. */
    void beginStatically(SocketModel socket) {
        socket.statics = oracle.staticMask & socket.ownEvents();
        socket.may |= socket.statics & socket.pointers;
        socket.sure |= socket.statics & socket.pointers;
    }

    private void network(SocketModel socket, TraceRecord record) {
        if (record instanceof TraceRecord.SocketBound bound) {
            socket.local = bound.local();
        } else if (record instanceof TraceRecord.SocketConnected connected) {
            socket.remote = connected.remote();
        } else if (record instanceof TraceRecord.SocketAccepted accepted) {
            socket.takenConnections++;
            oracle.model(accepted.accepted().value()).inspected = socket.conditional;
        } else if (record instanceof TraceRecord.ConnectionArrived) {
            socket.arrivedConnections++;
        } else if (record instanceof TraceRecord.BytesArrived arrived) {
            socket.arrivedBytes += arrived.bytes();
        } else if (record instanceof TraceRecord.DatagramArrived) {
            socket.arrivedDatagrams++;
        } else if (record instanceof TraceRecord.DatagramDropped) {
            socket.droppedDatagrams++;
        } else if (record instanceof TraceRecord.InputFinished) {
            socket.finSeen = true;
        } else if (record instanceof TraceRecord.ConnectionReset) {
            socket.resetSeen = true;
        }
    }

    private void returned(SocketModel socket, TraceRecord.CallbackReturned returned) {
        socket.inFlight.remove(returned.callback());
        boolean refusedDatagrams = returned.callback() == WskCallback.RECEIVE_FROM
                && returned.status().equals(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        if (refusedDatagrams && (socket.statics & SocketModel.RECEIVE_FROM) == 0) {
            socket.sure &= ~SocketModel.RECEIVE_FROM;
            if (!socket.enabledSinceEntered) {
                socket.may &= ~SocketModel.RECEIVE_FROM;
            }
        }
    }
}

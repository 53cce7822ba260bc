package org.wskscope.engine.projection;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/**
 * What moved through one socket and what waits in it. The queue is followed from arrivals, indications and completed requests, and set right whenever a record states its
 * length.
 */
@ProjectorThread
final class TrafficFold {
    private long bytesReceived;
    private long bytesSent;
    private long datagramsReceived;
    private long datagramsDropped;
    private long accepted;
    private long queued;
    private ReceiveGate gate = ReceiveGate.OPEN;
    private boolean refused;
    private long messages;
    private boolean finQueued;
    /** The gate was opened by a request that is about to complete: the length it told has no longer what that request takes. */
    private boolean takenAlready;

    TrafficFold() {}

    TrafficFold(TrafficFold other) {
        bytesReceived = other.bytesReceived;
        bytesSent = other.bytesSent;
        datagramsReceived = other.datagramsReceived;
        datagramsDropped = other.datagramsDropped;
        accepted = other.accepted;
        queued = other.queued;
        gate = other.gate;
        refused = other.refused;
        messages = other.messages;
        finQueued = other.finQueued;
        takenAlready = other.takenAlready;
    }

    /** What decides how it goes on and a row does not tell. */
    void describe(StringBuilder text) {
        text.append(counters(0, 0, 0))
                .append(queued)
                .append(gate)
                .append(refused)
                .append(finQueued)
                .append(takenAlready);
    }

    void fold(RecordCursor record) {
        takenAlready = record.kind() == RecordKind.GATE_CHANGED && record.open();
        switch (record.kind()) {
            case CONNECTION_ARRIVED -> queued = record.waiting();
            case BYTES_ARRIVED -> {
                messages++;
                bytesReceived += record.bytes();
                queued += record.bytes();
            }
            case DATAGRAM_ARRIVED -> {
                messages++;
                datagramsReceived++;
                queued++;
            }
            case DATAGRAM_DROPPED -> {
                datagramsDropped = record.total();
                take(1);
            }
            case BYTES_SENT -> bytesSent += record.bytes();
            case INPUT_FINISHED -> finQueued = true;
            case CONNECTION_RESET -> {
                queued = 0;
                finQueued = false;
            }
            case INDICATION_BUFFERED -> {
                queued = record.queued();
                refused = record.bufferReason() == BufferReason.NOT_TAKEN;
            }
            case GATE_CHANGED -> {
                gate = record.open() ? ReceiveGate.OPEN : refused ? ReceiveGate.REFUSED : ReceiveGate.PAUSED;
                queued = record.queued();
            }
            default -> throw new IllegalArgumentException(record.kind() + " moves nothing");
        }
    }

    /** Nothing waits in a socket that is gone. */
    void socketClosed() {
        queued = 0;
        finQueued = false;
    }

    void accepted() {
        accepted++;
        take(1);
    }

    void indicated(WskCallback callback, long amount) {
        if (callback == WskCallback.RECEIVE_FROM) {
            take(amount);
        } else if (callback == WskCallback.DISCONNECT) {
            finQueued = false;
        }
    }

    /**
     * Bytes stay in a connection's queue until the callback has taken them (section 2.3); datagrams leave theirs when they are indicated, and come back when they
     * are refused (section 2.5).
     */
    void returned(RecordCursor record, long amount) {
        boolean refused = record.statusCode() == NtStatus.STATUS_DATA_NOT_ACCEPTED.code();
        boolean partly = record.statusCode() == NtStatus.STATUS_SUCCESS.code();
        if (record.callback() == WskCallback.RECEIVE_FROM && refused) {
            queued += amount;
        } else if (record.callback() == WskCallback.RECEIVE && !refused) {
            take(partly ? Math.min(amount, Math.max(0, record.bytesAccepted())) : amount);
        }
    }

    void completed(RecordCursor record) {
        if (record.statusCode() < 0) {
            return;
        }
        if (record.function() == WskFunction.WSK_RECEIVE) {
            take(takenAlready ? 0 : record.information());
            takenAlready = false;
        } else if (record.function() == WskFunction.WSK_RECEIVE_FROM) {
            take(1);
        }
    }

    SocketCounters counters(long callbacks, long violations, long lastSequence) {
        return new SocketCounters(
                messages,
                bytesReceived,
                bytesSent,
                datagramsReceived,
                datagramsDropped,
                accepted,
                callbacks,
                violations,
                lastSequence);
    }

    long queued() {
        return queued;
    }

    ReceiveGate gate() {
        return gate;
    }

    boolean finQueued() {
        return finQueued;
    }

    private void take(long amount) {
        queued = Math.max(0, queued - amount);
    }
}

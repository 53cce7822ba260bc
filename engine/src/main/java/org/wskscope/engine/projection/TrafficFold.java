package org.wskscope.engine.projection;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordCursor;
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
    private boolean gateOpen = true;
    private boolean finQueued;

    void fold(RecordCursor record) {
        switch (record.kind()) {
            case CONNECTION_ARRIVED -> queued = record.waiting();
            case BYTES_ARRIVED -> {
                bytesReceived += record.bytes();
                queued += record.bytes();
            }
            case DATAGRAM_ARRIVED -> {
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
            case INDICATION_BUFFERED -> queued = record.queued();
            case GATE_CHANGED -> {
                gateOpen = record.open();
                queued = record.queued();
            }
            default -> throw new IllegalArgumentException(record.kind() + " moves nothing");
        }
    }

    void accepted() {
        accepted++;
        take(1);
    }

    void indicated(WskCallback callback, long amount) {
        if (carriesInput(callback)) {
            take(amount);
        } else if (callback == WskCallback.DISCONNECT) {
            finQueued = false;
        }
    }

    /** What a callback did not take goes back to the head of the queue (section 2.3). */
    void returned(RecordCursor record, long amount) {
        WskCallback callback = record.callback();
        if (!carriesInput(callback)) {
            return;
        }
        int status = record.statusCode();
        if (status == NtStatus.STATUS_DATA_NOT_ACCEPTED.code()) {
            queued += amount;
        } else if (status == NtStatus.STATUS_SUCCESS.code() && callback == WskCallback.RECEIVE) {
            queued += Math.max(0, amount - record.bytesAccepted());
        }
    }

    void completed(RecordCursor record) {
        if (record.statusCode() < 0) {
            return;
        }
        if (record.function() == WskFunction.WSK_RECEIVE) {
            take(record.information());
        } else if (record.function() == WskFunction.WSK_RECEIVE_FROM) {
            take(1);
        }
    }

    SocketCounters counters(long callbacks, long violations, long lastSequence) {
        return new SocketCounters(
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

    boolean gateOpen() {
        return gateOpen;
    }

    boolean finQueued() {
        return finQueued;
    }

    private void take(long amount) {
        queued = Math.max(0, queued - amount);
    }

    private static boolean carriesInput(WskCallback callback) {
        return callback == WskCallback.RECEIVE || callback == WskCallback.RECEIVE_FROM;
    }
}

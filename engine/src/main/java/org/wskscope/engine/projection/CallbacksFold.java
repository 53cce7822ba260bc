package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** The callbacks of one socket that are in progress, and the lists the client kept from them. */
@ProjectorThread
final class CallbacksFold {
    private final LaneSink sink;
    private final List<Call> inProgress;
    private final List<KeptList> kept;
    private long count;

    CallbacksFold(LaneSink sink) {
        this.sink = sink;
        inProgress = new ArrayList<>(2);
        kept = new ArrayList<>(0);
    }

    /** A copy that tells {@code sink}. */
    CallbacksFold(CallbacksFold other, LaneSink sink) {
        this.sink = sink;
        inProgress = new ArrayList<>(other.inProgress);
        kept = new ArrayList<>(other.kept);
        count = other.count;
    }

    void entered(RecordCursor record, long nowNanos, TotalsBuilder tally, Processors processors) {
        count++;
        tally.callbacksInFlight++;
        sink.opened(LaneKind.CALLBACKS, record, nowNanos, record.callback().ordinal(), record.amount());
        int processor = processors.begin(record, nowNanos);
        CallbackInFlight view = new CallbackInFlight(
                record.callback(), record.sequence(), nowNanos, false, record.amount(), new SocketId(record.subject()));
        inProgress.add(new Call(view, processor));
    }

    /** The call goes on without its thread (C-40). */
    void deferred(RecordCursor record, long nowNanos, TotalsBuilder tally, Processors processors) {
        int at = indexOf(record.entered());
        if (at < 0 || inProgress.get(at).view.deferred()) {
            return;
        }
        Call call = inProgress.get(at);
        CallbackInFlight view = call.view;
        tally.callbacksHeld++;
        sink.paused(LaneKind.CALLBACKS, view.entered(), record.sequence());
        processors.end(call.processor, view.entered(), record, nowNanos);
        inProgress.set(
                at,
                new Call(
                        new CallbackInFlight(
                                view.callback(),
                                view.entered(),
                                view.sinceNanos(),
                                true,
                                view.amount(),
                                view.subject()),
                        Processors.NONE));
    }

    /** Returns what the call was given: bytes, datagrams or the backlog size. */
    long returned(RecordCursor record, long nowNanos, TotalsBuilder tally, Processors processors) {
        int at = indexOf(record.entered());
        if (at < 0) {
            return 0;
        }
        Call call = inProgress.remove(at);
        tally.callbacksInFlight--;
        if (call.view.deferred()) {
            tally.callbacksHeld--;
        }
        long entered = call.view.entered();
        sink.closed(LaneKind.CALLBACKS, entered, record, nowNanos, record.statusCode());
        processors.end(call.processor, entered, record, nowNanos);
        return call.view.amount();
    }

    void retained(RecordCursor record, long nowNanos, WskCallback by) {
        for (int at = 0; at < kept.size(); at++) {
            KeptList list = kept.get(at);
            if (list.entered == record.entered()) {
                kept.set(at, list.with(list.left + record.bytes()));
                return;
            }
        }
        sink.opened(LaneKind.RETAINED, record, nowNanos, by.ordinal(), record.bytes());
        kept.add(new KeptList(record.entered(), record.sequence(), record.bytes()));
    }

    void released(RecordCursor record, long nowNanos) {
        for (int at = 0; at < kept.size(); at++) {
            KeptList list = kept.get(at);
            if (list.entered == record.entered()) {
                long left = list.left - record.bytes();
                if (left > 0) {
                    kept.set(at, list.with(left));
                } else {
                    kept.remove(at);
                    sink.closed(LaneKind.RETAINED, list.began, record, nowNanos);
                }
                return;
            }
        }
    }

    void socketClosed(RecordCursor record, long nowNanos) {
        for (KeptList list : kept) {
            sink.closed(LaneKind.RETAINED, list.began, record, nowNanos);
        }
        kept.clear();
    }

    long count() {
        return count;
    }

    /** Bytes of the lists that are kept. */
    long retained() {
        long bytes = 0;
        for (KeptList list : kept) {
            bytes += list.left;
        }
        return bytes;
    }

    List<CallbackInFlight> inFlight() {
        return inProgress.stream().map(Call::view).toList();
    }

    /** Everything that decides how it goes on. */
    void describe(StringBuilder text) {
        text.append(inProgress).append(kept).append(count);
    }

    private int indexOf(long entered) {
        for (int at = inProgress.size() - 1; at >= 0; at--) {
            if (inProgress.get(at).view.entered() == entered) {
                return at;
            }
        }
        return -1;
    }

    /** {@code processor}: the one to be told of its end. */
    private record Call(CallbackInFlight view, int processor) {}

    /** {@code began}: the record with which the list was kept. */
    private record KeptList(long entered, long began, long left) {
        KeptList with(long bytes) {
            return new KeptList(entered, began, bytes);
        }
    }
}

package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** The callbacks of one socket that are in progress, and the lists the client kept from them. */
@ProjectorThread
final class CallbacksFold {
    private final SocketLanes lanes;
    private final Tally tally;
    private final List<Call> inProgress = new ArrayList<>();
    private final List<KeptList> kept = new ArrayList<>();
    private LaneColumns shared;
    private long count;

    CallbacksFold(SocketLanes lanes, LaneColumns shared, Tally tally) {
        this.lanes = lanes;
        this.shared = shared;
        this.tally = tally;
    }

    /** Callbacks from now on are on this lane too. */
    void share(LaneColumns lane) {
        shared = lane;
    }

    void entered(RecordCursor record, long nowNanos, @Nullable ProcessorFold processor) {
        count++;
        tally.callbacksInFlight++;
        SharedBar bar = SharedBar.open(
                lanes.lane(LaneKind.CALLBACKS),
                shared,
                new SharedBar.Beginning(
                        record.sequence(), nowNanos, record.callback().ordinal(), record.amount(), 0));
        int work = processor == null ? ProcessorFold.NO_BAR : processor.begin(record, nowNanos);
        CallbackInFlight view = new CallbackInFlight(
                record.callback(), record.sequence(), nowNanos, false, record.amount(), new SocketId(record.subject()));
        inProgress.add(new Call(view, bar, processor, work));
    }

    /** The call goes on without its thread (C-40). */
    void deferred(RecordCursor record, long nowNanos) {
        int at = indexOf(record.entered());
        if (at < 0 || inProgress.get(at).view.deferred()) {
            return;
        }
        Call call = inProgress.get(at);
        tally.callbacksHeld++;
        call.bar.pause(record.sequence());
        call.leaveProcessor(record, nowNanos);
        CallbackInFlight view = call.view;
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
                        call.bar,
                        null,
                        ProcessorFold.NO_BAR));
    }

    /** Returns what the call was given: bytes, datagrams or the backlog size. */
    long returned(RecordCursor record, long nowNanos) {
        int at = indexOf(record.entered());
        if (at < 0) {
            return 0;
        }
        Call call = inProgress.remove(at);
        tally.callbacksInFlight--;
        if (call.view.deferred()) {
            tally.callbacksHeld--;
        }
        call.bar.close(record.sequence(), nowNanos, record.statusCode());
        call.leaveProcessor(record, nowNanos);
        return call.view.amount();
    }

    void retained(RecordCursor record, long nowNanos, WskCallback by) {
        for (KeptList list : kept) {
            if (list.entered == record.entered()) {
                list.left += record.bytes();
                return;
            }
        }
        int bar = lanes.lane(LaneKind.RETAINED).open(record.sequence(), nowNanos, by.ordinal(), record.bytes(), 0);
        kept.add(new KeptList(record.entered(), bar, record.bytes()));
    }

    void released(RecordCursor record, long nowNanos) {
        for (int at = 0; at < kept.size(); at++) {
            KeptList list = kept.get(at);
            if (list.entered == record.entered()) {
                list.left -= record.bytes();
                if (list.left <= 0) {
                    kept.remove(at);
                    lanes.lane(LaneKind.RETAINED).close(list.bar, record.sequence(), nowNanos);
                }
                return;
            }
        }
    }

    void socketClosed(RecordCursor record, long nowNanos) {
        for (KeptList list : kept) {
            lanes.lane(LaneKind.RETAINED).close(list.bar, record.sequence(), nowNanos);
        }
        kept.clear();
    }

    long count() {
        return count;
    }

    /** Bytes of the lists that are kept. */
    long retained() {
        return kept.stream().mapToLong(list -> list.left).sum();
    }

    List<CallbackInFlight> inFlight() {
        return inProgress.stream().map(Call::view).toList();
    }

    private int indexOf(long entered) {
        for (int at = inProgress.size() - 1; at >= 0; at--) {
            if (inProgress.get(at).view.entered() == entered) {
                return at;
            }
        }
        return -1;
    }

    private record Call(
            CallbackInFlight view, SharedBar bar, @Nullable ProcessorFold processor, int work) {
        void leaveProcessor(RecordCursor record, long nowNanos) {
            if (processor != null) {
                processor.end(work, record, nowNanos);
            }
        }
    }

    private static final class KeptList {
        final long entered;
        final int bar;
        long left;

        KeptList(long entered, int bar, long left) {
            this.entered = entered;
            this.bar = bar;
            this.left = left;
        }
    }
}

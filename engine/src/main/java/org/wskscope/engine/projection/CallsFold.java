package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The client's calls on one socket: bars of the control lane for functions that move no data, and work on a processor where the call was made on one. A disable that waits
 * (CTL-ECB-09, -10) and a close that waits stay open after they were answered, until what they asked for has happened.
 */
@ProjectorThread
final class CallsFold {
    private final SocketLanes lanes;
    private LaneColumns shared;
    private final List<Call> open = new ArrayList<>();

    CallsFold(SocketLanes lanes, LaneColumns shared) {
        this.lanes = lanes;
        this.shared = shared;
    }

    /** Calls from now on are on this lane too. */
    void share(LaneColumns lane) {
        shared = lane;
    }

    void called(RecordCursor record, long nowNanos, @Nullable ProcessorFold processor) {
        WskFunction function = record.function();
        int work = processor == null ? ProcessorFold.NO_BAR : processor.begin(record, nowNanos);
        SharedBar bar = movesData(function) || record.socket() == 0
                ? null
                : SharedBar.open(
                        lanes.lane(LaneKind.CONTROL),
                        shared,
                        new SharedBar.Beginning(
                                record.sequence(), nowNanos, function.ordinal(), record.detail(), record.irp()));
        if (bar != null || work != ProcessorFold.NO_BAR) {
            open.add(new Call(record.sequence(), function, bar, processor, work));
        }
    }

    void returned(RecordCursor record, long nowNanos) {
        for (int at = open.size() - 1; at >= 0; at--) {
            Call call = open.get(at);
            if (call.called == record.called()) {
                if (call.processor != null) {
                    call.processor.end(call.work, record, nowNanos);
                }
                answered(call, record, nowNanos);
                return;
            }
        }
    }

    /** The disable being called waits; its call is the record's cause, or else the newest control call that is not answered. */
    void disableRequested(RecordCursor record) {
        for (int at = open.size() - 1; at >= 0; at--) {
            Call call = open.get(at);
            boolean candidate = call.function == WskFunction.WSK_CONTROL_SOCKET && !call.answered;
            if (candidate && (record.cause() == call.called || record.cause() < 0)) {
                call.waitsFor |= record.event().bit();
                return;
            }
        }
    }

    void disabled(RecordCursor record, long nowNanos) {
        for (int at = 0; at < open.size(); at++) {
            Call call = open.get(at);
            if ((call.waitsFor & record.event().bit()) != 0) {
                call.waitsFor = 0;
                if (call.answered && call.bar != null) {
                    call.bar.close(record.sequence(), nowNanos);
                    open.remove(at--);
                }
            }
        }
    }

    /** What waited for the close has happened; what waited for anything else never will. */
    void socketClosed(RecordCursor record, long nowNanos) {
        for (Call call : open) {
            if (call.bar != null && call.answered) {
                call.bar.close(record.sequence(), nowNanos);
            } else {
                call.waitsFor = 0;
                call.socketGone = true;
            }
        }
        open.removeIf(call -> call.answered);
    }

    private void answered(Call call, RecordCursor record, long nowNanos) {
        int status = record.statusCode();
        boolean closeWaits = call.function == WskFunction.WSK_CLOSE_SOCKET
                && status == NtStatus.STATUS_PENDING.code()
                && !call.socketGone;
        if (call.bar != null && (call.waitsFor != 0 || closeWaits)) {
            call.answered = true;
            call.bar.answer(record.sequence(), status);
            return;
        }
        open.remove(call);
        if (call.bar != null) {
            call.bar.close(record.sequence(), nowNanos, status);
        }
    }

    /** These show as IRPs. */
    private static boolean movesData(WskFunction function) {
        return switch (function) {
            case WSK_SEND, WSK_RECEIVE, WSK_SEND_TO, WSK_RECEIVE_FROM, WSK_SEND_MESSAGES, WSK_ACCEPT -> true;
            default -> false;
        };
    }

    private static final class Call {
        final long called;
        final WskFunction function;
        final @Nullable SharedBar bar;
        final @Nullable ProcessorFold processor;
        final int work;
        int waitsFor;
        boolean answered;
        boolean socketGone;

        Call(long called, WskFunction function, @Nullable SharedBar bar, @Nullable ProcessorFold processor, int work) {
            this.called = called;
            this.function = function;
            this.bar = bar;
            this.processor = processor;
            this.work = work;
        }
    }
}

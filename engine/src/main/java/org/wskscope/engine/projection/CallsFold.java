package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The client's calls on one socket: intervals of the control lane for functions that move no data, and work on a processor where the call was made on one. A disable that
 * waits (CTL-ECB-09, -10) and a close that waits stay open after they were answered, until what they asked for has happened.
 */
@ProjectorThread
final class CallsFold {
    private final LaneSink sink;
    private final List<Call> open;

    CallsFold(LaneSink sink) {
        this.sink = sink;
        open = new ArrayList<>(2);
    }

    /** A copy that tells {@code sink}. */
    CallsFold(CallsFold other, LaneSink sink) {
        this.sink = sink;
        open = new ArrayList<>(other.open.size());
        other.open.forEach(call -> open.add(call.copy()));
    }

    void called(RecordCursor record, long nowNanos, Processors processors) {
        WskFunction function = record.function();
        int processor = processors.begin(record, nowNanos);
        boolean shown = !movesData(function) && record.socket() != 0;
        if (shown) {
            sink.opened(LaneKind.CONTROL, record, nowNanos, function.ordinal(), record.detail());
        }
        if (shown || processor != Processors.NONE) {
            open.add(new Call(record.sequence(), function, shown, processor));
        }
    }

    void returned(RecordCursor record, long nowNanos, Processors processors) {
        for (int at = open.size() - 1; at >= 0; at--) {
            Call call = open.get(at);
            if (call.called == record.called()) {
                processors.end(call.processor, call.called, record, nowNanos);
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
                if (call.answered && call.shown) {
                    sink.closed(LaneKind.CONTROL, call.called, record, nowNanos);
                    open.remove(at--);
                }
            }
        }
    }

    /** What waited for the close has happened; what waited for anything else never will. */
    void socketClosed(RecordCursor record, long nowNanos) {
        for (Call call : open) {
            if (call.shown && call.answered) {
                sink.closed(LaneKind.CONTROL, call.called, record, nowNanos);
            } else {
                call.waitsFor = 0;
                call.socketGone = true;
            }
        }
        open.removeIf(call -> call.answered);
    }

    /** Everything that decides how it goes on. */
    void describe(StringBuilder text) {
        open.forEach(call -> text.append(call).append(' '));
    }

    private void answered(Call call, RecordCursor record, long nowNanos) {
        int status = record.statusCode();
        boolean closeWaits = call.function == WskFunction.WSK_CLOSE_SOCKET
                && status == NtStatus.STATUS_PENDING.code()
                && !call.socketGone;
        if (call.shown && (call.waitsFor != 0 || closeWaits)) {
            call.answered = true;
            call.processor = Processors.NONE;
            sink.answered(call.called, record.sequence(), status);
            return;
        }
        open.remove(call);
        if (call.shown) {
            sink.closed(LaneKind.CONTROL, call.called, record, nowNanos, status);
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
        /** It is an interval of the control lane. */
        final boolean shown;

        int processor;
        int waitsFor;
        boolean answered;
        boolean socketGone;

        Call(long called, WskFunction function, boolean shown, int processor) {
            this.called = called;
            this.function = function;
            this.shown = shown;
            this.processor = processor;
        }

        Call copy() {
            Call copy = new Call(called, function, shown, processor);
            copy.waitsFor = waitsFor;
            copy.answered = answered;
            copy.socketGone = socketGone;
            return copy;
        }

        @Override
        public String toString() {
            return called + " " + function + ' ' + shown + ' ' + processor + ' ' + waitsFor + ' ' + answered + ' '
                    + socketGone;
        }
    }
}

package org.wskscope.engine.testkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** What holds for the records of one socket, in their order. */
final class SocketInvariants {
    private final LogInvariants log;
    private final int socket;
    private final boolean parallelDatagram;
    private final ByteBalance bytes;

    private final List<TraceRecord.CallbackEntered> inProgress = new ArrayList<>();
    private final Set<WskEvent> enabled = EnumSet.noneOf(WskEvent.class);
    private final Map<WskEvent, Long> disabledAt = new HashMap<>();
    private final Set<Integer> pending = new HashSet<>();
    private long closing = -1;
    private long closed = -1;
    private long closeCompleted = -1;

    SocketInvariants(LogInvariants log, int socket, boolean parallelDatagram) {
        this.log = log;
        this.socket = socket;
        this.parallelDatagram = parallelDatagram;
        this.bytes = new ByteBalance(log, socket);
    }

    void add(TraceRecord record) {
        checkOver(record);
        bytes.add(record);
        if (record instanceof TraceRecord.CallbackEntered entered) {
            entered(entered);
        } else if (record instanceof TraceRecord.CallbackReturned returned) {
            returned(returned);
        } else if (record instanceof TraceRecord.CallbackEnabled on) {
            for (WskEvent event : WskEvent.values()) {
                if (on.enabled().contains(event)) {
                    enabled.add(event);
                }
            }
        } else if (record instanceof TraceRecord.CallbackDisableRequested requested) {
            disableRequested(requested);
        } else if (record instanceof TraceRecord.CallbackDisabled off) {
            disabled(off);
        } else if (record instanceof TraceRecord.SocketStateChanged changed && changed.to() == SocketState.CLOSING) {
            closing = sequence(record);
        } else if (record instanceof TraceRecord.SocketClosed) {
            closed(sequence(record));
        } else {
            request(record);
        }
    }

    private static long sequence(TraceRecord record) {
        return record.head().sequence();
    }

    /** After SocketClosed only the close itself is answered; after its IRP nothing but calls that are refused. */
    private void checkOver(TraceRecord record) {
        boolean aboutCalls = record instanceof TraceRecord.FunctionCalled
                || record instanceof TraceRecord.FunctionReturned
                || record instanceof TraceRecord.ViolationFound
                || record instanceof TraceRecord.CommandIssued
                || record instanceof TraceRecord.CommandSettled;
        boolean completion = record instanceof TraceRecord.IrpCompleted;
        if (closed >= 0 && !aboutCalls && !completion) {
            fault("something follows the end of the socket", closed, sequence(record));
        }
    }

    private void entered(TraceRecord.CallbackEntered entered) {
        long now = sequence(entered);
        boolean mayOverlap = parallelDatagram && entered.callback() == WskCallback.RECEIVE_FROM;
        if (!mayOverlap && !inProgress.isEmpty()) {
            fault("two callbacks are in progress", sequence(inProgress.get(0)), now);
        }
        if (closing >= 0) {
            fault("a callback began after WskCloseSocket", closing, now);
        }
        WskEvent event = entered.callback().event();
        if (event != null && !enabled.contains(event)) {
            fault("a callback began while its event was off", disabledAt.getOrDefault(event, -1L), now);
        }
        inProgress.add(entered);
    }

    private void returned(TraceRecord.CallbackReturned returned) {
        if (!inProgress.removeIf(entered -> sequence(entered) == returned.entered())) {
            fault("a callback returned that was not in progress", returned.entered(), sequence(returned));
        }
    }

    private void disableRequested(TraceRecord.CallbackDisableRequested requested) {
        long running = inProgress.stream()
                .filter(entered -> entered.callback().event() == requested.event())
                .count();
        if (running != requested.inProgress() || running == 0) {
            fault(running + " calls are in progress, the disable counts otherwise", sequence(requested));
        }
        enabled.remove(requested.event());
        disabledAt.put(requested.event(), sequence(requested));
    }

    private void disabled(TraceRecord.CallbackDisabled off) {
        boolean refused = off.reason() == org.wskscope.engine.trace.DisableReason.DATA_NOT_ACCEPTED;
        for (TraceRecord.CallbackEntered entered : inProgress) {
            if (entered.callback().event() == off.event() && !refused) {
                fault("an event was reported off while its callback is in progress", sequence(entered), sequence(off));
            }
        }
        enabled.remove(off.event());
        disabledAt.put(off.event(), sequence(off));
    }

    private void request(TraceRecord record) {
        if (record instanceof TraceRecord.IrpPended pended) {
            pending.add(pended.irp());
        } else if (record instanceof TraceRecord.IrpCompleted completed) {
            pending.remove(completed.irp());
            completed(completed);
        }
    }

    private void completed(TraceRecord.IrpCompleted completed) {
        if (closeCompleted >= 0 && !completed.status().equals(NtStatus.STATUS_INVALID_HANDLE)) {
            fault("a request completed after the close", closeCompleted, sequence(completed));
        }
        boolean closes = completed.function() == WskFunction.WSK_CLOSE_SOCKET;
        if (closes && completed.status().equals(NtStatus.STATUS_SUCCESS)) {
            closeCompleted = sequence(completed);
            if (closed < 0) {
                fault("the close completed before the socket was gone", closing, closeCompleted);
            }
            if (!pending.isEmpty()) {
                fault("the close completed while requests " + pending + " are pending", closing, closeCompleted);
            }
        }
    }

    private void closed(long sequence) {
        closed = sequence;
        for (TraceRecord.CallbackEntered entered : inProgress) {
            fault("the socket is gone, its callback is in progress", sequence(entered), sequence);
        }
    }

    void end() {
        for (TraceRecord.CallbackEntered entered : inProgress) {
            fault("a callback never returned", sequence(entered));
        }
        if (closing >= 0 && closed < 0) {
            fault("a close never ended", closing);
        }
    }

    private void fault(String text, long... records) {
        log.fault("socket " + socket + ": " + text, records);
    }
}

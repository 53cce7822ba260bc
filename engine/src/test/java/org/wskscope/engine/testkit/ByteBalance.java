package org.wskscope.engine.testkit;

import java.util.HashMap;
import java.util.Map;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** The bytes (datagrams, for a datagram socket) that came to one socket and where they went, and the lists the client keeps. What nobody took may be lost with the socket only. */
final class ByteBalance {
    private final LogInvariants log;
    private final int socket;
    private final Map<Long, Long> indicated = new HashMap<>();
    private final Map<Long, Long> kept = new HashMap<>();
    private long arrived;
    private long taken;
    private long retained;

    ByteBalance(LogInvariants log, int socket) {
        this.log = log;
        this.socket = socket;
    }

    void add(TraceRecord record) {
        long now = record.head().sequence();
        if (record instanceof TraceRecord.BytesArrived came) {
            arrived += came.bytes();
        } else if (record instanceof TraceRecord.DatagramArrived) {
            arrived++;
        } else if (record instanceof TraceRecord.DatagramDropped) {
            take(1, now);
        } else if (record instanceof TraceRecord.CallbackEntered entered && hasData(entered.callback())) {
            entered(entered, now);
        } else if (record instanceof TraceRecord.CallbackReturned returned && hasData(returned.callback())) {
            take(takenBy(returned), now);
        } else if (record instanceof TraceRecord.IrpCompleted completed) {
            completed(completed, now);
        } else if (record instanceof TraceRecord.ListRetained list) {
            retained(list, now);
        } else if (record instanceof TraceRecord.ListReleased list) {
            released(list, now);
        }
    }

    private static boolean hasData(WskCallback callback) {
        return callback == WskCallback.RECEIVE || callback == WskCallback.RECEIVE_FROM;
    }

    private void entered(TraceRecord.CallbackEntered entered, long now) {
        long lent = indicated.values().stream().mapToLong(Long::longValue).sum();
        if (entered.amount() > arrived - taken - lent) {
            fault(entered.amount() + " indicated, only " + (arrived - taken - lent) + " are there", now);
        }
        indicated.put(now, entered.amount());
    }

    private long takenBy(TraceRecord.CallbackReturned returned) {
        Long amount = indicated.remove(returned.entered());
        if (amount == null || returned.status().equals(NtStatus.STATUS_DATA_NOT_ACCEPTED)) {
            return 0;
        }
        boolean part =
                returned.callback() == WskCallback.RECEIVE && returned.status().equals(NtStatus.STATUS_SUCCESS);
        return part ? Math.max(0, Math.min(amount, returned.bytesAccepted())) : amount;
    }

    private void completed(TraceRecord.IrpCompleted completed, long now) {
        if (completed.function() == WskFunction.WSK_RECEIVE) {
            take(completed.information(), now);
        } else if (completed.function() == WskFunction.WSK_RECEIVE_FROM
                && completed.status().isSuccess()) {
            take(1, now);
        }
    }

    private void take(long count, long now) {
        taken += count;
        if (taken > arrived) {
            fault("the client got " + taken + ", only " + arrived + " arrived", now);
        }
    }

    private void retained(TraceRecord.ListRetained list, long now) {
        retained += list.bytes();
        if (kept.put(list.entered(), list.bytes()) != null || list.retained() != retained) {
            fault(retained + " are retained, the record says otherwise", list.entered(), now);
        }
    }

    private void released(TraceRecord.ListReleased list, long now) {
        Long left = kept.get(list.entered());
        if (left == null) {
            if (!indicated.containsKey(list.entered())) {
                fault("a list was released that was neither retained nor indicated", list.entered(), now);
            }
            return;
        }
        retained -= list.bytes();
        if (list.bytes() > left) {
            fault("more was released than retained", list.entered(), now);
        }
        kept.put(list.entered(), left - list.bytes());
    }

    private void fault(String text, long... records) {
        log.fault("socket " + socket + ": " + text, records);
    }
}

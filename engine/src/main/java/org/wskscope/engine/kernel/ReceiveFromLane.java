package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.ReceiveFromEventFlags;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/**
 * One place where a receive-from callback of a socket can be in progress, and the list that call has. A socket has one; with {@code parallelDatagram} it has more
 * ({@link ParallelLanes}). Guarded by the socket's lock; while a call is in progress its
 * arguments stay as they are, so that the client may be given them without.
 */
final class ReceiveFromLane {
    private final DatagramSocketCore core;
    private final CallbackPump pump;
    private @Nullable Datagram lent;
    private ReceiveFromEventFlags flags = new ReceiveFromEventFlags(0);

    ReceiveFromLane(DatagramSocketCore core, CallbackPump pump) {
        this.core = core;
        this.pump = pump;
    }

    /** The record that began the call in progress here. */
    long entered() {
        return pump.entered();
    }

    /** Lends at most {@code max} datagrams to a call that is about to begin; null when there is nothing to tell. */
    @Nullable
    WskCallback next(int max) {
        if (core.queue.size() == 0 || !core.mayCall(WskEvent.WSK_EVENT_RECEIVE_FROM)) {
            return null;
        }
        Datagram first = core.queue.lend(this, max);
        lent = first;
        setFlags(pump.levelBit() | first.flags);
        pump.prepare(flags.bits(), first.listLength, 0, core.lastArrival());
        return WskCallback.RECEIVE_FROM;
    }

    /** The call with NULL that tells of a dead socket (EVT-RFR-11). */
    WskCallback death() {
        lent = null;
        setFlags(pump.levelBit());
        pump.prepare(flags.bits(), 0, 0, RecordHead.NO_CAUSE);
        return WskCallback.RECEIVE_FROM;
    }

    private void setFlags(int bits) {
        if (flags.bits() != bits) {
            flags = new ReceiveFromEventFlags(bits);
        }
    }

    ReceiveFromEventFlags flags() {
        return flags;
    }

    @Nullable
    DatagramIndication list() {
        return lent;
    }

    /** The call returned (section 3.5; unknown returns consume, C-23). */
    void returned(NtStatus status) {
        Datagram list = lent;
        lent = null;
        if (list == null) {
            return;
        }
        if (status.equals(NtStatus.STATUS_PENDING)) {
            core.queue.retain(list, pump.entered());
        } else if (!status.equals(NtStatus.STATUS_DATA_NOT_ACCEPTED)) {
            core.queue.consume(list);
        } else if (core.gates.of(WskEvent.WSK_EVENT_RECEIVE_FROM).isStatic()) {
            core.queue.drop(list);
        } else {
            core.queue.putBack(list);
            core.refused();
        }
    }
}

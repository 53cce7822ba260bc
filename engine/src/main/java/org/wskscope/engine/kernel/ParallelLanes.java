package org.wskscope.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.Transport;

/**
 * The option {@code parallelDatagram} of one socket (C-15, EVT-RFR-15): besides the socket's own pump there is one on every other processor, and all of them may have
 * a receive-from callback in progress at once. What waits is shared out among those that are free, so that a burst really overlaps; the
 * socket's own processor comes last, because it reads nothing while it calls. All share the socket's
 * lock, its queue and its gate: the gate counts the calls, so that a disable is told when the last of them has returned, and close waits for all. Exists only
 * with the option. Guarded by the socket's lock.
 */
final class ParallelLanes {
    private final CallbackPump own;
    private final LanePump[] others;

    ParallelLanes(DatagramSocketCore core) {
        Transport transport = core.kernel.transport;
        own = core.pump;
        others = new LanePump[transport.processorCount() - 1];
        int at = 0;
        for (int number = 0; number < transport.processorCount(); number++) {
            if (number != core.processor.number()) {
                others[at++] = new LanePump(core, transport.processor(number));
            }
        }
    }

    /** Something waits: every other processor that is free gets a turn. A lane in progress is left alone, or two held calls would wake each other for ever. */
    void request() {
        for (LanePump pump : others) {
            if (!pump.isInFlight()) {
                pump.request();
            }
        }
    }

    /** All of them, the socket's own first. */
    List<CallbackPump> pumps() {
        List<CallbackPump> pumps = new ArrayList<>(List.of(others));
        pumps.add(0, own);
        return pumps;
    }

    /** A call is in progress on a processor that is not the socket's own. */
    boolean isAnyInFlight() {
        for (LanePump pump : others) {
            if (pump.isInFlight()) {
                return true;
            }
        }
        return false;
    }

    /** Lanes with no call in progress, the socket's own included. */
    int free() {
        int free = own.isInFlight() ? 0 : 1;
        for (LanePump pump : others) {
            free += pump.isInFlight() ? 0 : 1;
        }
        return free;
    }

    /** The pump whose callback runs on this thread; null when none does. */
    @Nullable
    CallbackPump ofThisThread() {
        for (LanePump pump : others) {
            if (pump.isOnThisThread()) {
                return pump;
            }
        }
        return null;
    }
}

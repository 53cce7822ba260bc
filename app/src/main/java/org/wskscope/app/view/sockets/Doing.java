package org.wskscope.app.view.sockets;

import org.wskscope.app.theme.Hue;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.ReceiveGate;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketState;

/** What a socket is about, in one word; what needs attention most comes first. */
enum Doing {
    /** Misused, dead, or with a wait that cannot end. */
    PROBLEM(Hue.ERROR),
    /** A disable or a close that is pending, a wait, or a shut gate. */
    WAITING(Hue.WAITING),
    /** A callback in progress, held or at work. */
    IN_FLIGHT(Hue.RECEIVE),
    IDLE(Hue.NEUTRAL);

    /** A callback that returns sooner would only flicker. */
    static final long SHOWN_AFTER_NANOS = 40_000_000;

    private final Hue hue;

    Doing(Hue hue) {
        this.hue = hue;
    }

    Hue hue() {
        return hue;
    }

    /** What the socket is about at {@code nowNanos} of session time. */
    static Doing of(SocketRow row, long nowNanos) {
        boolean stuck = row.waits().stream().anyMatch(OpenWait::isStuck);
        if (stuck || row.counters().violations() > 0 || row.state() == SocketState.DEAD) {
            return PROBLEM;
        }
        boolean waits = row.waits().stream().anyMatch(wait -> lasts(wait.sinceNanos(), nowNanos));
        if (waits
                || row.waitingMask().bits() != 0
                || row.state() == SocketState.CLOSING
                || row.receiveGate() != ReceiveGate.OPEN) {
            return WAITING;
        }
        return row.callbacks().stream().anyMatch(call -> isSeen(call, nowNanos)) ? IN_FLIGHT : IDLE;
    }

    /** Whether the call lasts long enough to be seen. */
    static boolean isSeen(CallbackInFlight call, long nowNanos) {
        return call.deferred() || lasts(call.sinceNanos(), nowNanos);
    }

    /** Whether the wait lasts long enough to be seen. */
    static boolean isSeen(OpenWait wait, long nowNanos) {
        return wait.isStuck() || lasts(wait.sinceNanos(), nowNanos);
    }

    /** Whether a call or wait of the socket is still too young to be seen: time alone will change what it is about. */
    static boolean willChange(SocketRow row, long nowNanos) {
        return row.callbacks().stream().anyMatch(call -> !isSeen(call, nowNanos))
                || row.waits().stream().anyMatch(wait -> !isSeen(wait, nowNanos));
    }

    /** Whether its code holds its processor, so that the processor's other sockets have to wait. */
    static boolean blocksProcessor(SocketRow row, long nowNanos) {
        return row.callbacks().stream().anyMatch(call -> !call.deferred() && lasts(call.sinceNanos(), nowNanos));
    }

    private static boolean lasts(long sinceNanos, long nowNanos) {
        return nowNanos - sinceNanos > SHOWN_AFTER_NANOS;
    }
}

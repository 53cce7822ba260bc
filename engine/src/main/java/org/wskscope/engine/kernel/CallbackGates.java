package org.wskscope.engine.kernel;

import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.WskEvent;

/** The gates of one socket, and a listener's defaults for the sockets it accepts (section 4.2). Guarded by the socket's lock. */
final class CallbackGates {
    private static final WskEvent[] EVENTS = WskEvent.values();

    private final CallbackGate[] gates = new CallbackGate[EVENTS.length];
    private int inheritableBits;

    CallbackGates() {
        for (WskEvent event : EVENTS) {
            gates[event.ordinal()] = new CallbackGate();
        }
    }

    CallbackGate of(WskEvent event) {
        return gates[event.ordinal()];
    }

    /** What accepted sockets get when they come by the accept event (CTL-INH-01, -02). */
    EventMask inheritable() {
        return new EventMask(inheritableBits);
    }

    /** Adds to the defaults (CTL-INH-09); returns the bits that are new. */
    int addInheritable(int bits) {
        int added = bits & ~inheritableBits;
        inheritableBits |= bits;
        return added;
    }

    /** Turns on the registration's static events that fit, for ever (section 4.5); those without a pointer stay without effect (C-24). */
    void enableStatically(SocketCore core) {
        int bits = core.client.staticMask().bits() & core.eventScope().directBits();
        for (WskEvent event : EVENTS) {
            if ((bits & event.bit()) != 0) {
                of(event).enableStatically();
            }
        }
        recordStatics(core);
    }

    /** Static events that have a pointer are on: known at once, or when an accept callback writes the table. */
    void recordStatics(SocketCore core) {
        int live = 0;
        for (WskEvent event : EVENTS) {
            live |= of(event).isStatic() && core.hasCallback(event) ? event.bit() : 0;
        }
        if (live != 0) {
            core.trace.callbackEnabled(core.stamp, core.id, live, maskBits(core), EnableOrigin.STATIC);
        }
    }

    /** The bits that are on and have a callback to call (EVT-GEN-16), and the defaults for accepted sockets. */
    int maskBits(SocketCore core) {
        int bits = inheritableBits;
        for (WskEvent event : EVENTS) {
            if (of(event).isEnabled() && core.hasCallback(event)) {
                bits |= event.bit();
            }
        }
        return bits;
    }
}

package org.wskscope.engine.projection;

/** The counts of {@link Totals} while they are folded. */
@ProjectorThread
final class Tally {
    int openSockets;
    int closedSockets;
    int callbacksInFlight;
    int callbacksHeld;
    int irpsPending;

    Totals totals(long records) {
        return new Totals(openSockets, closedSockets, callbacksInFlight, callbacksHeld, irpsPending, records);
    }
}

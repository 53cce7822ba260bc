package org.wskscope.engine.projection;

/** The counts of {@link Totals} while they are folded. */
@ProjectorThread
final class TotalsBuilder {
    int openSockets;
    int closedSockets;
    int callbacksInFlight;
    int callbacksHeld;
    int irpsPending;

    TotalsBuilder() {}

    TotalsBuilder(Totals from) {
        openSockets = from.openSockets();
        closedSockets = from.closedSockets();
        callbacksInFlight = from.callbacksInFlight();
        callbacksHeld = from.callbacksHeld();
        irpsPending = from.irpsPending();
    }

    Totals totals(long records) {
        return new Totals(openSockets, closedSockets, callbacksInFlight, callbacksHeld, irpsPending, records);
    }
}

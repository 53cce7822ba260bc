package org.wskscope.engine.projection;

/** Counts for the status bar. */
public record Totals(
        int openSockets, int closedSockets, int callbacksInFlight, int callbacksHeld, int irpsPending, long records) {}

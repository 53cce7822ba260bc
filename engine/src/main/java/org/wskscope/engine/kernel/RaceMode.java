package org.wskscope.engine.kernel;

/** Whether the races the documentation warns of happen (C-41). */
public enum RaceMode {
    /** A pending request always goes before the event: the documented races are excluded. */
    DETERMINISTIC,
    /**
     * The races are provoked, from the seed of the options: an event may be called although a request for the same thing is pending (EVT-ACC-04, EVT-RCV-04,
     * EVT-RFR-10), and a
     * request the client rejects late may be reported as aborted (EVT-INS-14). Only disabling the event excludes that, as with the original. Nothing is lost, doubled or moved (EVT-RCV-20).
     */
    CHAOS
}

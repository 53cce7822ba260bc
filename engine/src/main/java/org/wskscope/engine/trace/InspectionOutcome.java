package org.wskscope.engine.trace;

/** How the inspection of a connection request ended (EVT-INS-17). {@code ordinal()} is stored in trace records: append only. */
public enum InspectionOutcome {
    /** The request became a connection. */
    ACCEPTED,
    /** The client said Reject, or answered what no inspection may (C-23). */
    REJECTED,
    /** The request was dropped by its peer, by the network, or on this side. */
    ABORTED
}

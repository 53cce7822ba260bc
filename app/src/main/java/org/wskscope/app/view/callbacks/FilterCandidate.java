package org.wskscope.app.view.callbacks;

/** A record a filter looks at; what costs decoding is asked for only when a term needs it. */
interface FilterCandidate {
    RecordGroup group();

    /** For example {@code C1}; empty when the record concerns no socket. */
    String socketName();

    RecordLine line();
}

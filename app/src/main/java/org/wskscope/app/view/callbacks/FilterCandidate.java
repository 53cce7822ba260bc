package org.wskscope.app.view.callbacks;

/** A record a filter looks at, as the table words it; each word is made when a term needs it. */
interface FilterCandidate {
    long sequence();

    RecordGroup group();

    /** For example {@code C1}; empty when the record concerns no socket. */
    String socketName();

    String time();

    String cpu();

    String irql();

    String event();

    String detail();

    String status();
}

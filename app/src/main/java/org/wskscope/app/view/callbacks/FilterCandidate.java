package org.wskscope.app.view.callbacks;

import org.wskscope.engine.trace.RecordCursor;

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

    /** Stands on the record; for its fields. */
    RecordCursor at();

    /** How long what ends with the record took: a callback, a call or a wait, in nanoseconds; −1 when nothing ends with it. */
    long durationNanos();

    /** The name of a socket by its id's value. */
    String nameOf(int socket);
}

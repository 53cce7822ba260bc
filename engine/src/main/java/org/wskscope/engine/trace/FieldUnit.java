package org.wskscope.engine.trace;

/** What a number of a record counts. */
public enum FieldUnit {
    NONE,
    BYTES,
    /** Bytes from the beginning. */
    OFFSET,
    DATAGRAMS,
    CONNECTIONS,
    CALLS,
    MESSAGES
}

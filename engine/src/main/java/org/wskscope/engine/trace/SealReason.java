package org.wskscope.engine.trace;

/** Why a log takes no more records. {@code ordinal()} is stored: append only. */
public enum SealReason {
    CLOSED,
    LIMIT_REACHED
}

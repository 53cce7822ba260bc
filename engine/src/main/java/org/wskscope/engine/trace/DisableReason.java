package org.wskscope.engine.trace;

/** Why an event is off now. {@code ordinal()} is stored: append only. */
public enum DisableReason {
    OPTION,
    DATA_NOT_ACCEPTED
}

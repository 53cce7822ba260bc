package org.wskscope.engine.trace;

/** Why the demonstration client behaves as it does from now on; {@code ordinal()} is stored: append only. */
public enum BehaviourOrigin {
    /** A new socket of its own. */
    CREATED,
    /** A connection that a listener took: a copy of the listener's. */
    INHERITED,
    /** Somebody said so. */
    COMMAND,
    /** A hold for one call is used up. */
    HOLD_USED
}

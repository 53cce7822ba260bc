package org.wskscope.engine.wsk;

/** {@code WSK_INSPECT_ACTION}: the answer to a connection request; {@code ordinal()} is the C value. */
public enum InspectAction {
    WskInspectReject,
    WskInspectAccept,
    WskInspectPend
}

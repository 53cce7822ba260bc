package org.wskscope.engine.wsk;

import java.util.Locale;

/** The misuse the engine detects (section 5.6). {@code ordinal()} + 1 is the VIO number: append only. */
public enum Violation {
    WAIT_INSIDE_CALLBACK,
    WAIT_INSIDE_COMPLETION_ROUTINE,
    USE_AFTER_CLOSE,
    CLOSE_DURING_CALL,
    CLOSE_WITH_RETAINED_LISTS,
    RETURN_OUTSIDE_PERMITTED_SET,
    IRP_ON_ENABLE,
    COMPLETION_ROUTINE_RETURN,
    IRP_REUSED_WHILE_PENDING,
    IRP_WITHOUT_COMPLETION_ROUTINE,
    CALLBACK_OVER_DISPATCH_BUDGET,
    CALL_FROM_COMPLETION_ROUTINE,
    RELEASE_ASAP_HELD_TOO_LONG,
    ADDRESS_USED_AFTER_RETURN,
    INDICATION_USED_AFTER_RETURN,
    CLIENT_FUNCTION_AFTER_RELEASE,
    DEAD_SOCKET_NOT_CLOSED,
    ACCEPT_PARAMETERS_NOT_WRITTEN,
    LIST_RELEASED_TWICE,
    IRQL_TOO_HIGH,
    NULL_PAYLOAD_USED;

    /** {@code VIO-01} … {@code VIO-21}. */
    public String code() {
        return String.format(Locale.ROOT, "VIO-%02d", ordinal() + 1);
    }
}

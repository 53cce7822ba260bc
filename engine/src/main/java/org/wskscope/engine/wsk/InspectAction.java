package org.wskscope.engine.wsk;

import java.util.Optional;
import org.wskscope.engine.nt.NtStatus;

/** {@code WSK_INSPECT_ACTION}: the answer to a connection request; {@code ordinal()} is the C value. */
public enum InspectAction {
    WskInspectReject,
    WskInspectAccept,
    WskInspectPend;

    private static final InspectAction[] ACTIONS = values();

    private final NtStatus asReturn = new NtStatus(ordinal());

    /** The value as callbacks return values here: 32 bits in an {@code NTSTATUS}. An inspect callback is the only one whose return is no status. */
    public NtStatus asReturn() {
        return asReturn;
    }

    /** The action with this C value; empty outside the range. */
    public static Optional<InspectAction> of(int value) {
        return value >= 0 && value < ACTIONS.length ? Optional.of(ACTIONS[value]) : Optional.empty();
    }

    /** {@code Reject}, {@code Accept}, {@code Pend}: as the trace notation prints it. */
    public String shortName() {
        return name().substring("WskInspect".length());
    }
}

package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskEvent;

/**
 * The validation order of {@code SO_WSK_EVENT_CALLBACK} (section 4.4, C-20): the first rule that matches gives the status. Rule 1 (a dead socket) is
 * applied to every function before this; rule 8 (an IRP on enable) refuses nothing.
 */
final class EventMaskRules {
    private static final int EVENT_BITS = eventBits();

    private EventMaskRules() {}

    /** The status of the first rule that is broken, or null when the request may be carried out. With the socket's lock. */
    static @Nullable NtStatus refusal(SocketCore core, ControlParameters parameters) {
        if (isMalformed(parameters)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        EventCallbackControl control = control(parameters);
        if (isForeignInterface(control) || isBasic(core) || isQuery(parameters)) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        EventMask mask = control.eventMask();
        if (isBadMask(core.eventScope(), mask)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (isTooEarly(core, mask)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        if (touchesStatic(core, mask) || takesBackDefault(core.eventScope(), mask)) {
            return NtStatus.STATUS_INVALID_DEVICE_REQUEST;
        }
        return lacksCallback(core, mask) ? NtStatus.STATUS_INVALID_PARAMETER : null;
    }

    /** The control structure of parameters that are not malformed. */
    static EventCallbackControl control(ControlParameters parameters) {
        if (parameters.inputBuffer() instanceof EventCallbackControl control) {
            return control;
        }
        throw new IllegalArgumentException("not an event callback request: " + parameters);
    }

    /** Rule 2 (CTL-ECB-05): level, buffer, sizes, NpiId. */
    static boolean isMalformed(ControlParameters parameters) {
        return parameters.level() != ControlCode.SOL_SOCKET
                || !(parameters.inputBuffer() instanceof EventCallbackControl control)
                || parameters.inputSize() < EventCallbackControl.SIZE
                || parameters.outputSize() != 0
                || control.npiId() == null;
    }

    /** Rule 3 (CTL-ECB-11, CTL-XIF-03): no extension interface is defined, so only the standard id is known. */
    static boolean isForeignInterface(EventCallbackControl control) {
        return !NpiId.NPI_WSK_INTERFACE_ID.equals(control.npiId());
    }

    /** Rule 3 (CTL-ECB-02). */
    static boolean isBasic(SocketCore core) {
        return core.identity.category() == SocketCategory.BASIC;
    }

    /** Rule 3: the option cannot be read. */
    static boolean isQuery(ControlParameters parameters) {
        return parameters.requestType() != ControlType.WskSetOption;
    }

    /** Rule 4 (CTL-ECB-14, -19, -20): no bit, an undefined bit, a bit of another category, or a disable of other than one event. */
    static boolean isBadMask(EventScope scope, EventMask mask) {
        int events = mask.bits() & ~WskEvent.WSK_EVENT_DISABLE;
        int valid = scope.directBits() | scope.inheritableBits();
        return events == 0 || (events & ~valid) != 0 || (mask.isDisable() && Integer.bitCount(events) != 1);
    }

    /** Rule 5 (CTL-ECB-03, -04, C-04): before bind, before connect, or enabling after the disconnect. */
    static boolean isTooEarly(SocketCore core, EventMask mask) {
        return !core.eventScope().isTime(core.state(), mask.isDisable());
    }

    /** Rule 6 (CTL-STC-04): static events can be neither disabled nor enabled again. */
    static boolean touchesStatic(SocketCore core, EventMask mask) {
        for (WskEvent event : WskEvent.values()) {
            if (mask.contains(event) && core.gates.of(event).isStatic()) {
                return true;
            }
        }
        return false;
    }

    /** Rule 6 (CTL-INH-04): a listener's defaults stay. */
    static boolean takesBackDefault(EventScope scope, EventMask mask) {
        return mask.isDisable() && (mask.bits() & scope.inheritableBits()) != 0;
    }

    /** Rule 7 (C-24): enabling needs a callback pointer; defaults for accepted sockets do not. */
    static boolean lacksCallback(SocketCore core, EventMask mask) {
        if (mask.isDisable()) {
            return false;
        }
        int direct = mask.bits() & core.eventScope().directBits();
        for (WskEvent event : WskEvent.values()) {
            if ((direct & event.bit()) != 0 && !core.hasCallback(event)) {
                return true;
            }
        }
        return false;
    }

    /** CTL-STC-05: the mask of a static request may mix categories, but has only defined events and no disable. */
    static boolean isBadStaticMask(EventMask mask) {
        return mask.bits() == 0 || (mask.bits() & ~EVENT_BITS) != 0;
    }

    private static int eventBits() {
        return EventMask.of(WskEvent.values()).bits();
    }
}

package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskEvent;

/** {@code SO_WSK_EVENT_CALLBACK}: enables many, disables one (sections 2.6, 4.3). With the socket's lock. */
final class EventControl {
    private EventControl() {}

    static NtStatus perform(SocketCore core, Request request) {
        @Nullable NtStatus refusal = EventMaskRules.refusal(core, request.control());
        if (refusal != null) {
            return refusal;
        }
        EventMask mask = EventMaskRules.control(request.control()).eventMask();
        return mask.isDisable() ? disable(core, only(mask), request) : enable(core, mask, request);
    }

    private static NtStatus enable(SocketCore core, EventMask mask, Request request) {
        if (request.irp != null) {
            core.violation(Violation.IRP_ON_ENABLE, request.called);
            if (core.kernel.options.strictIrpOnEnable()) {
                return NtStatus.STATUS_INVALID_PARAMETER;
            }
        }
        EventScope scope = core.eventScope();
        int added = scope == EventScope.LISTEN ? core.gates.addInheritable(mask.bits() & scope.inheritableBits()) : 0;
        for (WskEvent event : WskEvent.values()) {
            if ((mask.bits() & scope.directBits() & event.bit()) != 0
                    && core.gates.of(event).enable()) {
                added |= event.bit();
            }
        }
        if (added != 0) {
            core.trace.callbackEnabled(core.stamp, core.id, added, core.maskBits(), EnableOrigin.OPTION);
            core.eventsEnabled(added);
            core.pump.request();
        }
        return NtStatus.STATUS_SUCCESS;
    }

    private static NtStatus disable(SocketCore core, WskEvent event, Request request) {
        CallbackGate gate = core.gates.of(event);
        boolean alreadyDraining = gate.isDraining();
        return switch (gate.disable()) {
            case WAS_DISABLED -> NtStatus.STATUS_SUCCESS;
            case DISABLED -> {
                core.disabled(event, DisableReason.OPTION);
                yield NtStatus.STATUS_SUCCESS;
            }
            case DRAINING -> {
                if (!alreadyDraining || request.irp != null) {
                    core.trace.callbackDisableRequested(core.stamp, core.id, event, gate.inProgress(), request.number);
                }
                if (request.irp == null) {
                    yield NtStatus.STATUS_EVENT_PENDING;
                }
                gate.await(request);
                yield core.pend(request, 0, Hindrance.by(Hindrance.Kind.CALLBACK, core.callInProgress()));
            }
        };
    }

    private static WskEvent only(EventMask mask) {
        for (WskEvent event : WskEvent.values()) {
            if (mask.contains(event)) {
                return event;
            }
        }
        throw new IllegalArgumentException("no event in " + mask.hex());
    }
}

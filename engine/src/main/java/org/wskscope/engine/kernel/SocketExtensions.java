package org.wskscope.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;

/** The extension interfaces in use on one socket (CTL-XIF-01, EVT-GEN-14). Guarded by the socket's lock unless said otherwise. */
final class SocketExtensions {
    private final SocketCore core;
    private final List<AttachedExtension> attached = new ArrayList<>(0);
    private @Nullable AttachedExtension calling;
    private int callingBit;

    SocketExtensions(SocketCore core) {
        this.core = core;
    }

    /** {@code SIO_WSK_REGISTER_EXTENSION}: once for each extension and socket, without IRP. */
    NtStatus register(Request request) {
        ControlParameters parameters = request.control();
        if (request.irp != null
                || !(parameters.inputBuffer() instanceof ExtensionControlIn in)
                || parameters.inputSize() < ExtensionControlIn.SIZE
                || !(parameters.outputBuffer() instanceof ExtensionControlOut out)
                || parameters.outputSize() < ExtensionControlOut.SIZE
                || in.npiId() == null) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        Extension extension = core.kernel.extension(in.npiId());
        if (extension == null) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        if (of(parameters) != null) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        AttachedExtension fresh = new AttachedExtension(extension, in, this);
        Extension.Attachment place = new Extension.Attachment(new SocketId(core.id), core.identity.category());
        NtStatus status = extension.attach(place, in, out, fresh);
        if (status.equals(NtStatus.STATUS_SUCCESS)) {
            attached.add(fresh);
            request.information = ExtensionControlOut.SIZE;
        }
        return status;
    }

    /** The attached extension a control call speaks of; null when it speaks of none. */
    @Nullable
    AttachedExtension of(ControlParameters parameters) {
        Object input = parameters.inputBuffer();
        for (AttachedExtension each : attached) {
            boolean meant = input instanceof EventCallbackControl control && each.is(control.npiId());
            if (meant || (input instanceof ExtensionControlIn in && each.is(in.npiId()))) {
                return each;
            }
        }
        return null;
    }

    /** {@code SO_WSK_EVENT_CALLBACK} for events of an extension: with the outcomes of section 4.3. */
    NtStatus control(AttachedExtension extension, Request request) {
        ControlParameters parameters = request.control();
        if (EventMaskRules.isMalformed(parameters)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (EventMaskRules.isQuery(parameters)) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        EventMask mask = EventMaskRules.control(parameters).eventMask();
        NtStatus refusal = extension.refusal(mask);
        if (refusal != null) {
            return refusal;
        }
        return mask.isDisable() ? disable(extension, mask, request) : enable(extension, mask, request);
    }

    private NtStatus enable(AttachedExtension extension, EventMask mask, Request request) {
        if (request.irp != null) {
            core.violation(Violation.IRP_ON_ENABLE, request.called);
            if (core.kernel.options.strictIrpOnEnable()) {
                return NtStatus.STATUS_INVALID_PARAMETER;
            }
        }
        for (int rest = mask.bits(); rest != 0; rest &= rest - 1) {
            extension.gate(Integer.lowestOneBit(rest)).enable();
        }
        return NtStatus.STATUS_SUCCESS;
    }

    private NtStatus disable(AttachedExtension extension, EventMask mask, Request request) {
        CallbackGate gate = extension.gate(mask.bits() & ~Integer.MIN_VALUE);
        if (gate.disable() != CallbackGate.Outcome.DRAINING) {
            return NtStatus.STATUS_SUCCESS;
        }
        if (request.irp == null) {
            return NtStatus.STATUS_EVENT_PENDING;
        }
        gate.await(request);
        return core.pend(request, 0);
    }

    /** An extension has something to tell; a stream socket that listens has it told in that role. Any thread, without the lock. */
    void raise(AttachedExtension extension, int eventBit) {
        Runnable then = null;
        SocketCore role;
        synchronized (core.lock) {
            role = core.role();
            if (role == core && !core.isClosing()) {
                extension.makeDue(eventBit);
                core.pump.request();
                then = core.takeAction();
            }
        }
        core.settle(null, then);
        if (role != core) {
            role.extensions.raise(extension, eventBit);
        }
    }

    /** The callback that is due, with its arguments prepared and its gate entered; null when none is. */
    @Nullable
    WskCallback next() {
        // By index: this is asked after every callback, and an iterator would be garbage each time.
        for (int i = 0; i < attached.size(); i++) {
            AttachedExtension each = attached.get(i);
            int bit = each.takeDue();
            if (bit != 0) {
                calling = each;
                callingBit = bit;
                each.gate(bit).enter();
                core.pump.prepare(0, Integer.toUnsignedLong(bit), 0, RecordHead.NO_CAUSE);
                return WskCallback.EXTENSION;
            }
        }
        return null;
    }

    /** Calls the client. On the socket's processor, without the lock. */
    NtStatus invoke() {
        return present().call(callingBit);
    }

    /** The callback returned: a disable that waited for it ends; another event may have become due meanwhile. */
    void returned() {
        CallbackGate gate = present().gate(callingBit);
        calling = null;
        if (gate.leave()) {
            for (Request waiter = gate.pollWaiter(); waiter != null; waiter = gate.pollWaiter()) {
                core.complete(waiter, NtStatus.STATUS_SUCCESS, 0);
            }
            gate.enableIfAsked();
        }
    }

    private AttachedExtension present() {
        AttachedExtension present = calling;
        if (present == null) {
            throw new IllegalStateException("no extension callback of socket " + core.id + " is in progress");
        }
        return present;
    }

    /** Takes a disable that waits out of its queue; false when it is in none. */
    boolean abandon(Request request) {
        for (AttachedExtension each : attached) {
            for (CallbackGate gate : each.gates()) {
                if (gate.abandon(request)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Disables that wait end with {@code status}. */
    void completeDisables(NtStatus status) {
        for (AttachedExtension each : attached) {
            for (CallbackGate gate : each.gates()) {
                for (Request waiter = gate.pollWaiter(); waiter != null; waiter = gate.pollWaiter()) {
                    core.complete(waiter, status, 0);
                }
            }
        }
    }

    /** A stream socket goes on as a listener: its extensions go with it, and what they have raised and not told. With both locks. */
    void takeOver(SocketExtensions before) {
        attached.addAll(before.attached);
        before.attached.clear();
        if (!attached.isEmpty()) {
            core.pump.request();
        }
    }
}

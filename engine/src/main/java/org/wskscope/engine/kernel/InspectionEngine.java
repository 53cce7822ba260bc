package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.InspectionOutcome;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.ConnectionRequest;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientListenDispatch;

/**
 * Conditional accept (section 6): whether a listener inspects, which requests are open, and which inspect or abort callback is due. Guarded by the listener's lock
 * except where said otherwise.
 *
 * <p>As many inspections may be open as connections may wait at the listener (C-10): both are strangers that cost memory before anybody vouched for them. More
 * are refused.
 */
final class InspectionEngine {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);

    private final ListenSocketCore core;
    private final Map<Integer, Inspection> open = new LinkedHashMap<>();
    private final ArrayDeque<Inspection> toAsk = new ArrayDeque<>();
    private final ArrayDeque<Inspection> toAbort = new ArrayDeque<>();
    private boolean on;
    private int lastSerial;
    private @Nullable Inspection announced;
    private List<CallScopedAddress> addresses = List.of();

    InspectionEngine(ListenSocketCore core) {
        this.core = core;
    }

    /** The listener is in conditional-accept mode. */
    boolean isOn() {
        return on;
    }

    /** {@code SO_CONDITIONAL_ACCEPT} (EVT-INS-03); level and IRP are checked. */
    NtStatus option(Request request) {
        ControlParameters parameters = request.control();
        if (parameters.requestType() == ControlType.WskGetOption) {
            return ControlRequests.answer(request, on ? 1 : 0, Integer.BYTES);
        }
        if (!(parameters.inputBuffer() instanceof Integer value)
                || parameters.inputSize() < Integer.BYTES
                || value < 0
                || value > 1) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (core.state() != SocketState.CREATED || core.isOpening()) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        boolean wanted = value == 1;
        WskClientListenDispatch table = core.table();
        if (wanted && (table == null || table.inspectEvent() == null || table.abortEvent() == null)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (wanted != on) {
            on = wanted;
            core.trace.conditionalAcceptChanged(core.stamp, core.id, on);
        }
        return NtStatus.STATUS_SUCCESS;
    }

    /**
     * {@code WskInspectComplete} (C-18). One answer is heeded. An id that needs none any more is answered SUCCESS without effect (EVT-INS-15); an id the client was
     * never told is unknown.
     */
    NtStatus complete(Request request) {
        if (core.isWrongState(request)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        if (!on) {
            return NtStatus.STATUS_INVALID_DEVICE_REQUEST;
        }
        InspectAction answer = InspectAction.of(request.code).orElse(InspectAction.WskInspectPend);
        if (answer == InspectAction.WskInspectPend || !(request.list instanceof InspectId id) || !isIssued(id)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        Inspection inspection = open.get(id.serialNumber());
        if (inspection == null) {
            return NtStatus.STATUS_SUCCESS;
        }
        switch (inspection.stage) {
            case ARRIVED -> {
                return NtStatus.STATUS_INVALID_PARAMETER;
            }
            case ASKED -> inspection.early = inspection.early == null ? answer : inspection.early;
            case PENDED -> applyLate(inspection, answer);
            case ACCEPTED, ENDED -> {}
        }
        return NtStatus.STATUS_SUCCESS;
    }

    /** In chaos mode the request may just have been dropped when the client rejects it: it ends aborted, and the client hears of that (EVT-INS-14, C-41). */
    private void applyLate(Inspection inspection, InspectAction answer) {
        if (answer == InspectAction.WskInspectReject && core.races.eventOvertakes()) {
            abort(inspection);
            core.after(inspection.request::reject);
        } else {
            apply(inspection, answer);
        }
    }

    private boolean isIssued(InspectId id) {
        return id.key() == core.id && id.serialNumber() > 0 && id.serialNumber() <= lastSerial;
    }

    // ---- the transport; on the listener's processor, without its lock

    /** Somebody wants to connect. */
    void requested(ConnectionRequest request) {
        boolean refuse;
        synchronized (core.lock) {
            core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
            boolean listening = core.state() == SocketState.LISTENING;
            refuse = !listening || open.size() >= core.kernel.options.acceptBacklog();
            if (!refuse) {
                begin(request);
            } else if (listening) {
                core.trace.connectionRefused(core.stamp, core.id, request.remoteAddress(), open.size());
            }
        }
        if (refuse) {
            request.reject();
        } else {
            core.pump.run();
        }
    }

    private void begin(ConnectionRequest request) {
        lastSerial++;
        long record = core.trace.connectionRequested(core.stamp, core.id, request.remoteAddress(), lastSerial);
        Inspection inspection = new Inspection(request, new InspectId(core.id, lastSerial), record);
        open.put(lastSerial, inspection);
        toAsk.add(inspection);
    }

    /** The request ended before it was established: the client hears of it if its answer was Accept or Pend (EVT-ABT-02). */
    void dropped(ConnectionRequest request) {
        synchronized (core.lock) {
            Inspection inspection = find(request);
            if (inspection == null) {
                return;
            }
            core.kernel.stamp(core.stamp, inspection.record);
            switch (inspection.stage) {
                case ARRIVED -> {
                    toAsk.remove(inspection);
                    end(inspection, InspectionOutcome.ABORTED);
                }
                case ASKED -> inspection.isDropped = true;
                case PENDED, ACCEPTED -> abort(inspection);
                case ENDED -> {}
            }
        }
        core.pump.run();
    }

    private @Nullable Inspection find(ConnectionRequest request) {
        for (Inspection inspection : open.values()) {
            if (inspection.request == request) {
                return inspection;
            }
        }
        return null;
    }

    // ---- what becomes of a request; with the lock

    /**
     * The request is a connection now; there is {@code room} for it, or it is dropped here (EVT-ABT-03). Gives its id; null when nobody waits for it any more or it
     * was dropped.
     */
    @Nullable
    InspectId established(ConnectionRequest request, boolean room) {
        Inspection inspection = find(request);
        if (inspection == null) {
            return null;
        }
        core.stamp.causedBy(inspection.record);
        if (!room) {
            abort(inspection);
            return null;
        }
        core.stamp.causedBy(end(inspection, InspectionOutcome.ACCEPTED));
        return inspection.id;
    }

    /** The socket closes or is dead: what is open vanishes, and no callback tells of it (C-30, EVT-ABT-05). */
    void vanish() {
        for (Inspection inspection : List.copyOf(open.values())) {
            end(inspection, InspectionOutcome.ABORTED);
            core.after(inspection.request::reject);
        }
    }

    private void apply(Inspection inspection, InspectAction answer) {
        switch (answer) {
            case WskInspectReject -> {
                end(inspection, InspectionOutcome.REJECTED);
                core.after(inspection.request::reject);
            }
            case WskInspectAccept -> {
                if (inspection.isDropped) {
                    abort(inspection);
                } else {
                    inspection.stage = Inspection.Stage.ACCEPTED;
                    core.after(inspection.request::accept);
                }
            }
            case WskInspectPend -> {
                if (inspection.isDropped) {
                    abort(inspection);
                } else {
                    inspection.stage = Inspection.Stage.PENDED;
                }
            }
        }
    }

    private void abort(Inspection inspection) {
        end(inspection, InspectionOutcome.ABORTED);
        toAbort.add(inspection);
        core.pump.request();
    }

    private long end(Inspection inspection, InspectionOutcome outcome) {
        int serial = inspection.id.serialNumber();
        open.remove(serial);
        inspection.stage = Inspection.Stage.ENDED;
        return core.trace.inspectionEnded(core.stamp, core.id, serial, outcome);
    }

    // ---- the pump; with the lock except invoke

    @Nullable
    WskCallback nextAbort() {
        return report(toAbort.poll(), WskCallback.ABORT);
    }

    @Nullable
    WskCallback nextInspect() {
        Inspection inspection = toAsk.poll();
        if (inspection != null) {
            inspection.stage = Inspection.Stage.ASKED;
        }
        return report(inspection, WskCallback.INSPECT);
    }

    /** The NULL call of a dead listener (EVT-INS-11). */
    WskCallback nextOfDead() {
        announced = null;
        core.pump.prepare(0, 0, 0, RecordHead.NO_CAUSE);
        return WskCallback.INSPECT;
    }

    private @Nullable WskCallback report(@Nullable Inspection inspection, WskCallback callback) {
        if (inspection == null) {
            return null;
        }
        announced = inspection;
        core.pump.prepare(0, inspection.id.serialNumber(), 0, inspection.record);
        return callback;
    }

    /** Calls the client. On the socket's processor, without the lock. */
    NtStatus invoke(WskCallback callback, WskClientListenDispatch table) {
        Inspection inspection = announced;
        if (callback == WskCallback.ABORT && table.abortEvent() != null && inspection != null) {
            // Another object than the inspect callback got, as on Windows: ids are compared by content.
            InspectId id = new InspectId(inspection.id.key(), inspection.id.serialNumber());
            return table.abortEvent().abortEvent(core.context, id);
        }
        if (callback != WskCallback.INSPECT || table.inspectEvent() == null) {
            throw new IllegalStateException("socket " + core.id + " has no pointer for " + callback.functionName());
        }
        CallScopedAddress local =
                new CallScopedAddress(inspection == null ? NOWHERE : inspection.request.localAddress());
        CallScopedAddress remote =
                new CallScopedAddress(inspection == null ? NOWHERE : inspection.request.remoteAddress());
        addresses = List.of(local, remote);
        InspectId id = inspection == null ? null : inspection.id;
        InspectAction answer = table.inspectEvent().inspectEvent(core.context, local, remote, id);
        return answer == null ? CallbackPump.THREW : answer.asReturn();
    }

    /** The answer of an inspect callback; whatever is no answer means Reject (C-23). An answer that came before Pend counts now (EVT-INS-19). */
    void returned(WskCallback callback, NtStatus status) {
        Inspection inspection = announced;
        announced = null;
        addresses.forEach(CallScopedAddress::end);
        addresses = List.of();
        if (callback == WskCallback.ABORT || inspection == null || inspection.stage != Inspection.Stage.ASKED) {
            return;
        }
        InspectAction answer = InspectAction.of(status.code()).orElse(InspectAction.WskInspectReject);
        InspectAction early = inspection.early;
        apply(inspection, answer == InspectAction.WskInspectPend && early != null ? early : answer);
    }
}

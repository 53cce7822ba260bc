package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.ReceiveEventFlags;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.UsedAfterReturnException;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/**
 * The receiving side of a connection (section 2.3): queued bytes, pending {@code WskReceive} requests, the pause gate and the end of the input. Guarded by the
 * socket's lock.
 */
final class ReceiveEngine {
    /** How the input ended. */
    enum End {
        NONE,
        /** The peer finished in order. */
        FIN,
        /** The peer reset the connection. */
        RST,
        /** This side aborted it. */
        ABORTED
    }

    private static final int KNOWN_FLAGS = ReceiveFlags.WSK_FLAG_WAITALL | ReceiveFlags.WSK_FLAG_DRAIN;

    private final ConnectionSocketCore core;
    private final ByteQueue rx = new ByteQueue();
    private final ArrayDeque<Request> irps = new ArrayDeque<>(2);
    private final RetainedLists retained;
    private final BytesAccepted bytesAccepted = new BytesAccepted(0);
    private End end = End.NONE;
    private boolean shut;
    private boolean resumedDuringCall;
    private boolean overtaking;
    /** The last read loop took all there was. Only the processor looks at it, so it needs no lock. */
    private boolean drained;

    private long lastArrival = RecordHead.NO_CAUSE;
    private @Nullable StreamIndication lent;
    private long indicated;
    private ReceiveEventFlags flags = ReceiveEventFlags.of(0);

    ReceiveEngine(ConnectionSocketCore core) {
        this.core = core;
        this.retained = new RetainedLists(core, this);
    }

    long queuedBytes() {
        return rx.size();
    }

    /** Notes what only time could tell. */
    void inspect(long nowNanos) {
        retained.inspect(nowNanos);
    }

    boolean hasRetainedLists() {
        return retained.bytes() > 0;
    }

    End end() {
        return end;
    }

    /** The record that told of the input the next transition acts on. */
    long lastArrival() {
        return lastArrival;
    }

    /** Bytes came in; false when the socket should stop reading. */
    void arrived(ByteBuffer bytes) {
        lastArrival = core.trace.bytesArrived(core.stamp, core.id, bytes);
        rx.append(bytes);
        drained = false;
        BufferReason reason = waitReason();
        if (reason != null) {
            core.stamp.causedBy(lastArrival);
            core.trace.indicationBuffered(core.stamp, core.id, rx.size(), reason);
        }
    }

    /** On the socket's processor, without the lock. */
    void readCompleted(boolean nowDrained) {
        drained = nowDrained;
    }

    /** Whether the transport may go on reading: stopped at the limit, on again at half (the queue is bounded). */
    boolean wantsReading(boolean readingNow) {
        long limit = core.options.receiveBufferBytes;
        long retainedLimit = core.kernel.options.retainedLimitBytes();
        return readingNow
                ? rx.size() < limit && retained.bytes() < retainedLimit
                : rx.size() <= limit / 2 && retained.bytes() <= retainedLimit / 2;
    }

    /** The peer finished; what is queued comes first (C-08). */
    void finished(long record) {
        end = End.FIN;
        lastArrival = record;
    }

    /** The connection broke: queued bytes are gone, pending requests end (step 1, C-09). */
    void broken(End how, NtStatus status, long record) {
        end = how;
        lastArrival = record;
        completeAll(status);
        if (lent == null) {
            rx.clear();
        }
    }

    /** What waits is gone, except what a callback looks at now (CTL-OPT-06). */
    void discard() {
        if (lent == null) {
            rx.clear();
        }
    }

    void completeAll(NtStatus status) {
        for (Request request = irps.poll(); request != null; request = irps.poll()) {
            core.complete(request, status, request.transferred);
        }
    }

    /** The request is cancelled; it has completed with that, so a pause it was issued in ends (C-07). */
    boolean abandon(Request request) {
        boolean waited = irps.remove(request);
        if (waited && (lent == null || request.called > core.pump.entered())) {
            resume();
        }
        return waited;
    }

    /** {@code WskReceive}. */
    NtStatus receive(Request request) {
        int bits = request.flags;
        boolean drain = (bits & ReceiveFlags.WSK_FLAG_DRAIN) != 0;
        if ((bits & ~KNOWN_FLAGS) != 0) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        if (bits == KNOWN_FLAGS
                || (drain && request.buffer.length() != 0)
                || !BufferChain.isSound(request.buffer, true)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (core.isWrongState(request)) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        if (end == End.RST) {
            return NtStatus.STATUS_CONNECTION_RESET;
        }
        if (end == End.ABORTED) {
            return NtStatus.STATUS_CONNECTION_ABORTED;
        }
        return request.buffer.length() == 0 && !drain ? resumeOnly() : receiveOrPend(request);
    }

    /** A zero-length receive takes nothing and lifts the pause (C-07, EVT-RCV-11). */
    private NtStatus resumeOnly() {
        resume();
        return NtStatus.STATUS_SUCCESS;
    }

    private NtStatus receiveOrPend(Request request) {
        if (irps.isEmpty() && lent == null) {
            if (!core.kernel.mayCompleteInline()) {
                core.pump.request();
            } else if (serve(request)) {
                request.information = request.transferred;
                return NtStatus.STATUS_SUCCESS;
            }
        }
        irps.add(request);
        return core.pend(request, request.buffer.length());
    }

    /** Serves pending requests from the queue, oldest first; nothing while a callback looks at the head (steps 2 and 4, EVT-RCV-25). */
    void advance() {
        overtaking = false;
        while (lent == null && !irps.isEmpty()) {
            Request head = irps.element();
            if (core.conduct.isBufferGone(head, core.stamp)) {
                irps.remove();
                core.complete(head, NtStatus.STATUS_INVALID_PARAMETER, head.transferred);
                continue;
            }
            overtaking = mayBeOvertaken(head) && core.races.eventOvertakes();
            if (overtaking || !serve(head)) {
                return;
            }
            irps.remove();
            core.stamp.causedBy(lastArrival);
            core.complete(head, NtStatus.STATUS_SUCCESS, head.transferred);
        }
    }

    /** The event could have the bytes instead (C-41). A request that has some of its bytes gets the next ones too, or their order would be lost (EVT-RCV-20). */
    private boolean mayBeOvertaken(Request request) {
        return request.transferred == 0 && isOpenForEvent() && !core.pump.isInFlight() && !core.isAcceptInProgress();
    }

    private boolean isOpenForEvent() {
        return !shut && !core.control.isSilent() && rx.size() > 0 && core.mayCall(WskEvent.WSK_EVENT_RECEIVE);
    }

    /** Gives {@code request} what there is; true when its condition holds: any byte, all bytes for WAITALL, or the end of the input. */
    private boolean serve(Request request) {
        boolean done;
        if ((request.flags & ReceiveFlags.WSK_FLAG_DRAIN) != 0) {
            rx.clear();
            done = false;
        } else {
            long wanted = request.buffer.length();
            request.transferred += rx.moveTo(request.buffer, request.transferred, wanted - request.transferred);
            boolean waitAll = (request.flags & ReceiveFlags.WSK_FLAG_WAITALL) != 0;
            done = waitAll ? request.transferred == wanted : request.transferred > 0;
        }
        if (done) {
            resume();
        }
        boolean over = end == End.FIN && rx.size() == 0;
        if (over) {
            // What is told after the last byte is due now, also when a call took that byte (EVT-DIS-07).
            core.pump.request();
        }
        return done || over;
    }

    /** The pause ends when a receive completes that was issued since the pausing indication began (C-07). */
    private void resume() {
        if (lent != null) {
            resumedDuringCall = true;
        } else if (shut) {
            shut = false;
            core.trace.gateChanged(core.stamp, core.id, true, rx.size());
        }
        core.pump.request();
    }

    /** Bytes wait and may be indicated now. */
    boolean isIndicable() {
        return (irps.isEmpty() || overtaking) && isOpenForEvent();
    }

    /** Nothing more will be taken from the queue before a graceful disconnect may be told. */
    boolean isFinishedAndEmpty() {
        return end == End.FIN
                && (rx.size() == 0 || core.kernel.options.gracefulDisconnect() == GracefulDisconnect.EAGER);
    }

    /** Lends the head of the queue to a receive callback. */
    void prepareIndication() {
        indicated = Math.min(rx.size(), core.kernel.options.maxIndicationBytes());
        lent = rx.lend(this, indicated);
        resumedDuringCall = false;
        int bits = core.pump.levelBit();
        if (retained.bytes() > core.kernel.options.releaseAsapBytes()) {
            bits |= ReceiveEventFlags.WSK_FLAG_RELEASE_ASAP;
        }
        if (drained && indicated == rx.size() && core.kernel.options.entireMessageWhenDrained()) {
            bits |= ReceiveEventFlags.WSK_FLAG_ENTIRE_MESSAGE;
        }
        flags = ReceiveEventFlags.of(bits);
        bytesAccepted.set(indicated);
        core.pump.prepare(bits, indicated, 0, lastArrival);
    }

    /** The one call with NULL that tells of a dead socket (EVT-RCV-17). */
    void prepareDeath() {
        indicated = 0;
        lent = null;
        flags = ReceiveEventFlags.of(core.pump.levelBit());
        bytesAccepted.set(0);
        core.pump.prepare(flags.bits(), 0, 0, RecordHead.NO_CAUSE);
    }

    @Nullable
    DataIndication indication() {
        return lent;
    }

    long indicatedBytes() {
        return indicated;
    }

    ReceiveEventFlags flags() {
        return flags;
    }

    /** What the client wrote there, as far as it can be meant: no more than was indicated (C-43). */
    long acceptedBytes() {
        return Math.max(0, Math.min(bytesAccepted.get(), indicated));
    }

    BytesAccepted bytesAccepted() {
        return bytesAccepted;
    }

    /** Applies the return of a receive callback (table in section 2.3; unknown returns consume, C-23). */
    void returned(NtStatus status) {
        StreamIndication list = lent;
        lent = null;
        if (list == null) {
            return;
        }
        long taken = takenBytes(status);
        boolean keep = status.equals(NtStatus.STATUS_PENDING);
        if (keep) {
            retained.retain(list, core.pump.entered());
        } else {
            RetainedLists.takeBack(list, core.pump.entered());
        }
        rx.skip(taken);
        if (end == End.RST || end == End.ABORTED || core.control.isSilent()) {
            rx.clear();
            return;
        }
        if (taken < indicated) {
            pause(taken == 0 && status.equals(NtStatus.STATUS_DATA_NOT_ACCEPTED));
        }
    }

    private long takenBytes(NtStatus status) {
        if (status.equals(NtStatus.STATUS_DATA_NOT_ACCEPTED)) {
            return 0;
        }
        if (!status.equals(NtStatus.STATUS_SUCCESS)) {
            return indicated;
        }
        long accepted = bytesAccepted.get();
        if (accepted > indicated || accepted < 0) {
            core.violation(Violation.RETURN_OUTSIDE_PERMITTED_SET, core.pump.entered());
        }
        return Math.max(0, Math.min(accepted, indicated));
    }

    private void pause(boolean rejected) {
        core.trace.indicationBuffered(
                core.stamp, core.id, rx.size(), rejected ? BufferReason.NOT_TAKEN : BufferReason.PAUSED);
        if (!resumedDuringCall && !shut) {
            shut = true;
            core.trace.gateChanged(core.stamp, core.id, false, rx.size());
        }
    }

    /** {@code WskRelease}. */
    NtStatus release(DataIndication list, long called) {
        NtStatus status = retained.release(list, called);
        if (!core.input.isReading()) {
            core.pump.request();
        }
        return status;
    }

    /** The client looked at an indication that is no longer its own (VIO-15): what to throw. Any thread, without the lock. */
    UsedAfterReturnException usedAfterReturn(long entered) {
        synchronized (core.lock) {
            core.kernel.stamp(core.stamp, entered);
            core.violation(Violation.INDICATION_USED_AFTER_RETURN, entered);
        }
        return new UsedAfterReturnException("the list of record " + entered + " is no longer the client's");
    }

    private @Nullable BufferReason waitReason() {
        if (!irps.isEmpty() && lent == null) {
            return null;
        }
        if (core.isAcceptInProgress()) {
            return BufferReason.ACCEPT_IN_PROGRESS;
        }
        if (!core.mayCall(WskEvent.WSK_EVENT_RECEIVE) && !core.pump.isInFlight(WskCallback.RECEIVE)) {
            return BufferReason.EVENT_DISABLED;
        }
        if (core.pump.isInFlight()) {
            return BufferReason.CALLBACK_IN_FLIGHT;
        }
        return shut ? BufferReason.PAUSED : null;
    }
}

package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;

/** How a socket ends: close (section 2.7), and the failure of its transport (C-35). Guarded by the socket's lock unless said otherwise. */
final class CloseEngine {
    private final SocketCore core;
    private @Nullable Request request;
    private boolean transportOpen;
    private long deathReported = RecordHead.NO_CAUSE;
    private long notifiedBy = RecordHead.NO_CAUSE;
    private long deathReportedNanos;

    CloseEngine(SocketCore core) {
        this.core = core;
    }

    /** {@code WskCloseSocket}: SUCCESS when all of it finished inline, else PENDING. */
    NtStatus close(Request closeRequest) {
        if (core.hasRetainedLists()) {
            core.violation(Violation.CLOSE_WITH_RETAINED_LISTS, closeRequest.called);
        }
        begin();
        if (finish()) {
            return NtStatus.STATUS_SUCCESS;
        }
        request = closeRequest;
        return core.pend(closeRequest, 0, hindrance());
    }

    /** WSK itself closes a socket that the client never got (EVT-ACC-06, a failed WskSocketConnect). */
    void closeUnowned() {
        if (!core.isClosing()) {
            begin();
            finish();
        }
    }

    /** Enters CLOSING: no callback begins any more (C-30), pending requests end (C-31). */
    private void begin() {
        core.closing(core.state());
        core.changeState(SocketState.CLOSING);
        core.completeAll(NtStatus.STATUS_CANCELLED);
        core.controls.closing();
        transportOpen = core.tearDown();
    }

    /** Frees the socket when nothing of it is in progress; true when that is so. */
    private boolean finish() {
        if (core.state() != SocketState.CLOSING || transportOpen || core.isCallInProgress()) {
            return false;
        }
        if (!core.routines.isOverOrAwaited()) {
            return false;
        }
        core.kernel.addresses.release(core.id);
        core.changeState(SocketState.CLOSED);
        core.trace.socketClosed(core.stamp, core.id);
        core.after(() -> {
            core.kernel.forget(core.id);
            core.client.socketClosed();
        });
        return true;
    }

    /** What keeps the close, the innermost thing first: the address is let go of without anybody's help. */
    private Hindrance hindrance() {
        long call = core.callInProgress();
        if (call != RecordHead.NO_CAUSE) {
            return Hindrance.by(Hindrance.Kind.CALLBACK, call);
        }
        if (!core.routines.isOverOrAwaited()) {
            return Hindrance.by(Hindrance.Kind.ROUTINE, core.routines.newest());
        }
        return Hindrance.by(Hindrance.Kind.ENDPOINT, core.created());
    }

    /** A callback returned, or the transport is gone: close goes on if it waited for that. */
    void proceed() {
        Request waiting = request;
        if (finish() && waiting != null) {
            request = null;
            core.complete(waiting, NtStatus.STATUS_SUCCESS, 0);
        }
    }

    /** The transport's channel is closed. On the socket's processor, without the lock. */
    void transportClosed() {
        goOn(true);
    }

    /** The last completion routine that ran elsewhere has returned. Any thread, without the lock. */
    void routinesEnded() {
        goOn(false);
    }

    private void goOn(boolean isTransportClosed) {
        Request done;
        Runnable then;
        synchronized (core.lock) {
            core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
            transportOpen &= !isTransportClosed;
            proceed();
            done = core.takeDone();
            then = core.takeAction();
        }
        core.settle(done, then);
    }

    /** The transport failed for good: the socket is DEAD, pending requests end first. On the socket's processor, without the lock. */
    void fail() {
        Request done = null;
        Runnable then = null;
        synchronized (core.lock) {
            if (!core.isClosing() && core.state() != SocketState.DEAD) {
                core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
                core.changeState(SocketState.DEAD);
                core.completeAll(NtStatus.STATUS_FILE_FORCED_CLOSED);
                core.controls.completeWaiting(NtStatus.STATUS_FILE_FORCED_CLOSED);
                core.pump.request();
                done = core.takeDone();
                then = core.takeAction();
            }
        }
        core.settle(done, then);
    }

    /** The client is told of the death by the callback of this record; it should close soon (EVT-GEN-10). */
    void deathReported(long entered, long nowNanos) {
        deathReported = entered;
        notifiedBy = entered;
        deathReportedNanos = nowNanos;
    }

    /** The callback of this record told of the death, with a NULL payload. */
    boolean isDeathReported(long entered) {
        return notifiedBy == entered;
    }

    /** Notes a dead socket whose client was told and did not close it (VIO-17); once. */
    void inspect(long nowNanos) {
        boolean late =
                nowNanos - deathReportedNanos >= core.kernel.options.limits().deadSocketNanos();
        if (deathReported != RecordHead.NO_CAUSE && core.state() == SocketState.DEAD && late) {
            core.kernel.stamp(core.stamp, deathReported);
            core.violation(Violation.DEAD_SOCKET_NOT_CLOSED, deathReported);
            deathReported = RecordHead.NO_CAUSE;
        }
    }
}

package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.WskCallback;

/** A callback or completion routine that the kernel runs on a thread: one level of that thread's {@link CallContext}. Used again and again by that thread. */
final class ClientCode {
    /** The socket; null for the completion routine of a client-level request. */
    @Nullable
    SocketCore core;

    /** Null for a completion routine. */
    @Nullable
    WskCallback callback;

    /** The IRP of a completion routine, else 0. */
    int irp;

    /** The record of the callback's beginning or of the completion; −1 when unknown. */
    long record = RecordHead.NO_CAUSE;

    /** The level it was called at; null when it is the caller's. */
    @Nullable
    Irql level;

    void begin(@Nullable SocketCore ofCore, @Nullable WskCallback ofCallback, int ofIrp, long ofRecord) {
        core = ofCore;
        callback = ofCallback;
        irp = ofIrp;
        record = ofRecord;
        level = null;
    }

    void end() {
        core = null;
        level = null;
    }

    /** As explanations call it: {@code RCV(C1)}, or {@code I3's completion routine}. */
    String name(Kernel kernel) {
        SocketCore socket = core;
        WskCallback call = callback;
        if (call == null) {
            return "I" + irp + "'s completion routine";
        }
        return socket == null
                ? WaitTarget.name(call)
                : WaitTarget.name(call) + "(" + kernel.socketName(socket.id) + ")";
    }
}

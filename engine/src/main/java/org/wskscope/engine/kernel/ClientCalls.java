package org.wskscope.engine.kernel;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The pending client-level requests of one registration (API-REG-10). As many as the client has IRPs; each is counted as a call of the registration until its completion
 * routine has returned. Any thread; its lock is never held while client code runs.
 */
final class ClientCalls implements Irp.CancelRoutine {
    private final ClientRegistration client;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final Set<Request> pending = Collections.newSetFromMap(new IdentityHashMap<>());

    ClientCalls(ClientRegistration client) {
        this.client = client;
    }

    /** {@code request} stays with the kernel; the calling function answers PENDING. */
    void pend(Request request) {
        Irp irp = request.irp;
        if (irp == null) {
            throw new IllegalStateException(request.function + " has no IRP to pend");
        }
        client.callBegan();
        synchronized (lock) {
            pending.add(request);
        }
        Kernel kernel = client.kernel;
        int none = RecordHead.NO_SOCKET.value();
        kernel.trace.irpPended(
                kernel.stamp(new TraceStamp(), request.called), none, request.function, request.number, 0);
        if (!irp.markPending(this)) {
            cancel(irp);
        }
    }

    /** {@code IoCancelIrp}. */
    @Override
    public void cancel(Irp irp) {
        if (irp.driverContext() instanceof Request request && take(request)) {
            Kernel kernel = client.kernel;
            kernel.trace.irpCancelRequested(
                    kernel.stamp(new TraceStamp(), request.called),
                    RecordHead.NO_SOCKET.value(),
                    request.function,
                    request.number);
            finish(request, NtStatus.STATUS_CANCELLED, null);
        }
    }

    /** The request ends; nothing happens when it was cancelled before. */
    void complete(Request request, NtStatus status, @Nullable Object pointer) {
        if (take(request)) {
            finish(request, status, pointer);
        }
    }

    /** Every pending control request with this code ends. */
    void completeAll(int controlCode, NtStatus status) {
        List<Request> ending = new ArrayList<>();
        synchronized (lock) {
            for (Request request : pending) {
                if (request.function == WskFunction.WSK_CONTROL_CLIENT && request.code == controlCode) {
                    ending.add(request);
                }
            }
            ending.forEach(pending::remove);
        }
        ending.forEach(request -> finish(request, status, null));
    }

    /** The request waits and was not cancelled. */
    boolean isPending(Request request) {
        synchronized (lock) {
            return pending.contains(request);
        }
    }

    /** Makes the caller the one who ends the request, by {@link #finish}; false when it was cancelled before. */
    boolean take(Request request) {
        synchronized (lock) {
            return pending.remove(request);
        }
    }

    void finish(Request request, NtStatus status, @Nullable Object pointer) {
        Kernel kernel = client.kernel;
        Irp irp = request.irp;
        long completed = kernel.trace.irpCompleted(
                kernel.stamp(new TraceStamp(), request.called),
                RecordHead.NO_SOCKET.value(),
                request.function,
                request.number,
                status,
                0);
        // What a look-up still answers must not find a request that carries another call.
        request.detach();
        try {
            if (irp != null) {
                IrpFinisher.complete(kernel, irp, status, pointer, completed);
            }
        } finally {
            client.callEnded();
        }
    }
}

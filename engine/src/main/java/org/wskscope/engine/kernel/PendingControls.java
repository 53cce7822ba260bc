package org.wskscope.engine.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.WskEvent;

/**
 * The control calls of one socket that wait: for a change of the address list (THR-16), for callbacks to return (CTL-ECB-09), or because their code is held. As many as
 * the client has IRPs. Guarded by the socket's lock unless said otherwise.
 */
final class PendingControls {
    private final SocketCore core;
    private final ArrayDeque<Request> waiting = new ArrayDeque<>(0);

    PendingControls(SocketCore core) {
        this.core = core;
    }

    NtStatus add(Request request) {
        waiting.add(request);
        return core.pend(request, 0);
    }

    /** Takes a request out of its queue; false when it is in none. */
    boolean abandon(Request request) {
        for (WskEvent event : WskEvent.values()) {
            if (core.gates.of(event).abandon(request)) {
                return true;
            }
        }
        return waiting.remove(request) || core.extensions.abandon(request);
    }

    /** The socket closes: disables end too. */
    void closing() {
        completeWaiting(NtStatus.STATUS_CANCELLED);
        for (WskEvent event : WskEvent.values()) {
            CallbackGate gate = core.gates.of(event);
            for (Request waiter = gate.pollWaiter(); waiter != null; waiter = gate.pollWaiter()) {
                core.complete(waiter, NtStatus.STATUS_CANCELLED, 0);
            }
        }
        core.extensions.completeDisables(NtStatus.STATUS_CANCELLED);
    }

    /** Everything that waits ends, disables excepted: they wait for callbacks of the client's own. */
    void completeWaiting(NtStatus status) {
        for (Request request = waiting.poll(); request != null; request = waiting.poll()) {
            core.complete(request, status, 0);
        }
    }

    /** What requests with this code waited for has come. Any thread, without the lock. */
    void finish(int code) {
        SocketCore role = finishHere(code);
        if (role != core) {
            // It began to listen while this thread waited for the lock.
            role.controls.finish(code);
        }
    }

    /** Returns who answers for the socket by now. */
    private SocketCore finishHere(int code) {
        SocketCore role;
        Request done;
        Runnable then;
        synchronized (core.lock) {
            role = core.role();
            List<Request> ending = new ArrayList<>();
            waiting.removeIf(request -> request.code == code && ending.add(request));
            core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
            for (Request request : ending) {
                core.stamp.causedBy(request.called);
                core.complete(request, NtStatus.STATUS_SUCCESS, 0);
            }
            done = core.takeDone();
            then = core.takeAction();
        }
        core.settle(done, then);
        return role;
    }

    /** A stream socket goes on as a listener: who waits, waits there. With both locks. */
    void takeOver(PendingControls before) {
        for (Request request : before.waiting) {
            request.core = core;
            waiting.add(request);
        }
        before.waiting.clear();
    }
}

package org.wskscope.engine.kernel;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.CapturedProvider;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ProviderCharacteristics;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/** One registered client: its captures, its sockets and its static events (sections 1.1, 4.5). */
final class ClientRegistration implements WskRegistration {
    final Kernel kernel;
    private final WskClientNpi npi;
    private final Object lock = new Object();

    @GuardedBy("lock")
    private final List<Teller> waiting = new ArrayList<>(0);

    final ClientCalls calls = new ClientCalls(this);
    private final ClientProvider provider;

    @GuardedBy("lock")
    private boolean ready;

    @GuardedBy("lock")
    private boolean deregistering;

    @GuardedBy("lock")
    private int captures;

    @GuardedBy("lock")
    private long lastCapture = RecordHead.NO_CAUSE;

    @GuardedBy("lock")
    private int openSockets;

    @GuardedBy("lock")
    private int callsInProgress;

    @GuardedBy("lock")
    private boolean socketCreated;

    @GuardedBy("lock")
    private EventMask staticMask = EventMask.NONE;

    ClientRegistration(Kernel kernel, WskClientNpi npi, boolean ready) {
        this.kernel = kernel;
        this.npi = npi;
        this.ready = ready;
        this.provider = new ClientProvider(this);
        long called = kernel.called(WskFunction.WSK_REGISTER, npi.dispatch().version());
        kernel.trace.clientRegistered(
                kernel.stamp(new TraceStamp(), called),
                npi.name(),
                npi.dispatch().version());
        kernel.answered(WskFunction.WSK_REGISTER, NtStatus.STATUS_SUCCESS, called);
    }

    @Override
    public CapturedProvider captureProviderNpi(int waitTimeoutMillis) {
        long called = kernel.called(WskFunction.WSK_CAPTURE_PROVIDER_NPI, Integer.toUnsignedLong(waitTimeoutMillis));
        NtStatus status = NtStatus.STATUS_POSSIBLE_DEADLOCK;
        try {
            if (waitTimeoutMillis != WSK_NO_WAIT) {
                ClientWait wait = kernel.waits.begin(new Waiting(WaitFor.PROVIDER));
                kernel.waits.run(wait, nanos(waitTimeoutMillis));
            }
            status = capture(called);
        } finally {
            kernel.answered(WskFunction.WSK_CAPTURE_PROVIDER_NPI, status, called);
        }
        return new CapturedProvider(status, status.isSuccess() ? provider : null);
    }

    private NtStatus capture(long called) {
        synchronized (lock) {
            if (!ready || deregistering) {
                return NtStatus.STATUS_DEVICE_NOT_READY;
            }
            if (!isSupported(npi.dispatch().version())) {
                return NtStatus.STATUS_NOINTERFACE;
            }
            captures++;
            lastCapture = called;
            return NtStatus.STATUS_SUCCESS;
        }
    }

    private static long nanos(int waitTimeoutMillis) {
        return waitTimeoutMillis == WSK_INFINITE_WAIT
                ? Long.MAX_VALUE
                : TimeUnit.MILLISECONDS.toNanos(Integer.toUnsignedLong(waitTimeoutMillis));
    }

    @Override
    public ProviderCharacteristics queryProviderCharacteristics() {
        synchronized (lock) {
            NtStatus status = ready && !deregistering ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_DEVICE_NOT_READY;
            return new ProviderCharacteristics(status, kernel.options.providerVersion(), WskVersion.WSK_VERSION_1_0);
        }
    }

    @Override
    public void releaseProviderNpi() {
        long called = kernel.called(WskFunction.WSK_RELEASE_PROVIDER_NPI, 0);
        boolean held;
        synchronized (lock) {
            held = captures > 0;
            captures -= held ? 1 : 0;
            wake();
        }
        if (!held) {
            violation(Violation.CLIENT_FUNCTION_AFTER_RELEASE, called);
        }
        kernel.answered(WskFunction.WSK_RELEASE_PROVIDER_NPI, NtStatus.STATUS_SUCCESS, called);
    }

    @Override
    public void deregister() {
        long called = kernel.called(WskFunction.WSK_DEREGISTER, 0);
        NtStatus status = NtStatus.STATUS_POSSIBLE_DEADLOCK;
        try {
            status = deregister(called);
        } finally {
            kernel.answered(WskFunction.WSK_DEREGISTER, status, called);
        }
    }

    private NtStatus deregister(long called) {
        ClientWait wait = kernel.waits.begin(new Waiting(WaitFor.DEREGISTRATION));
        boolean first;
        synchronized (lock) {
            first = !deregistering;
            deregistering = true;
            wake();
        }
        if (first) {
            calls.completeAll(ControlCode.WSK_TRANSPORT_LIST_CHANGE, NtStatus.STATUS_CANCELLED);
        } else {
            violation(Violation.CLIENT_FUNCTION_AFTER_RELEASE, called);
        }
        NtStatus ended = kernel.waits.run(wait, Long.MAX_VALUE);
        // A wait that was broken off leaves captures or sockets behind: nothing is deregistered then (API-REG-10).
        if (first && ended.isSuccess()) {
            kernel.trace.clientDeregistered(kernel.stamp(new TraceStamp(), called), npi.name());
        }
        return ended;
    }

    /** Lets go on who waits for what is there now. With the lock; the waits only count down, and take themselves off the list. */
    @GuardedBy("lock")
    private void wake() {
        for (Teller each : waiting) {
            if (isThere(each.target.kind())) {
                each.toNotify.run();
            }
        }
    }

    /** What the two functions that may wait wait for. */
    private final class Waiting implements WaitTarget {
        private final WaitFor kind;

        Waiting(WaitFor kind) {
            this.kind = kind;
        }

        @Override
        public WaitFor kind() {
            return kind;
        }

        @Override
        public Hindrance hindrance() {
            return kind == WaitFor.PROVIDER ? hindranceOfCapture() : hindranceOfDeregistration();
        }

        @Override
        public String name(Kernel ofKernel) {
            return kind == WaitFor.PROVIDER ? "the provider" : "the end of registration \"" + npi.name() + "\"";
        }

        @Override
        public boolean report(Runnable toNotify) {
            synchronized (lock) {
                return !isThere(kind) && waiting.add(new Teller(this, toNotify));
            }
        }

        @Override
        public void forget(Runnable toNotify) {
            synchronized (lock) {
                waiting.removeIf(each -> each.toNotify == toNotify);
            }
        }

        /** Deregistration needs every socket closed, and a socket closes when its callbacks have returned (API-CLO-02). */
        @Override
        public List<CallContext.CallInProgress> neededReturns() {
            List<CallContext.CallInProgress> calls = new ArrayList<>();
            if (kind == WaitFor.DEREGISTRATION) {
                for (SocketCore core : kernel.sockets.values()) {
                    if (core.client == ClientRegistration.this) {
                        calls.addAll(WaitTarget.inProgress(core));
                    }
                }
            }
            return calls;
        }
    }

    /** Tells the client of an event that belongs to no socket; false when it has no callback for that. */
    boolean raise(int eventType, @Nullable Object information, long length) {
        return new ClientEventCall(kernel, npi).make(eventType, information, length);
    }

    /** Somebody who waits. */
    private record Teller(Waiting target, Runnable toNotify) {}

    private Hindrance hindranceOfCapture() {
        synchronized (lock) {
            boolean waits = !ready && !deregistering;
            return waits ? Hindrance.by(Hindrance.Kind.PROVIDER, RecordHead.NO_CAUSE) : Hindrance.NONE;
        }
    }

    /** The oldest socket that is open, else a capture, else a call; and how many more there are of all three (API-REG-10). */
    private Hindrance hindranceOfDeregistration() {
        SocketCore oldest = kernel.oldestSocketOf(this);
        synchronized (lock) {
            int others = openSockets + captures + callsInProgress - 1;
            if (others < 0) {
                return Hindrance.NONE;
            }
            if (oldest != null) {
                return new Hindrance(Hindrance.Kind.SOCKET, oldest.created(), oldest.id, others);
            }
            return captures > 0
                    ? new Hindrance(Hindrance.Kind.CAPTURE, lastCapture, 0, others)
                    : new Hindrance(Hindrance.Kind.CALL, RecordHead.NO_CAUSE, 0, others);
        }
    }

    /** Deregistered, and nothing of it is left. */
    boolean isGone() {
        synchronized (lock) {
            return deregistering && isIdle();
        }
    }

    /** What a wait of that kind waits for is there. With the lock. A capture ends its wait also when it can no longer succeed (API-REG-09). */
    @GuardedBy("lock")
    private boolean isThere(WaitFor kind) {
        return kind == WaitFor.PROVIDER ? ready || deregistering : isIdle();
    }

    /** Nothing of the client is captured, open or under way (API-REG-10). With the lock. */
    @GuardedBy("lock")
    private boolean isIdle() {
        return captures == 0 && openSockets == 0 && callsInProgress == 0;
    }

    boolean isDeregistering() {
        synchronized (lock) {
            return deregistering;
        }
    }

    boolean hasCreatedSockets() {
        synchronized (lock) {
            return socketCreated;
        }
    }

    /** A client-level function was entered, or its IRP pends. */
    void callBegan() {
        synchronized (lock) {
            callsInProgress++;
        }
    }

    void callEnded() {
        synchronized (lock) {
            callsInProgress--;
            wake();
        }
    }

    void setReady(boolean nowReady) {
        synchronized (lock) {
            ready = nowReady;
            wake();
        }
    }

    boolean isCaptured() {
        synchronized (lock) {
            return captures > 0;
        }
    }

    void socketOpened() {
        synchronized (lock) {
            socketCreated = true;
            openSockets++;
        }
    }

    void socketClosed() {
        synchronized (lock) {
            openSockets--;
            wake();
        }
    }

    EventMask staticMask() {
        synchronized (lock) {
            return staticMask;
        }
    }

    /** The last call before the first socket wins (C-28); later ones are too late (CTL-STC-02). */
    NtStatus setStaticMask(EventMask mask) {
        synchronized (lock) {
            if (socketCreated) {
                return NtStatus.STATUS_INVALID_DEVICE_STATE;
            }
            staticMask = mask;
            return NtStatus.STATUS_SUCCESS;
        }
    }

    /** {@code about} is the record it concerns, or −1. */
    void violation(Violation violation, long about) {
        kernel.trace.violationFound(
                kernel.stamp(new TraceStamp(), about), RecordHead.NO_SOCKET.value(), violation, about);
    }

    /** A provider serves every client of its major version that asks for no more than it has (API-REG-06, -07). */
    private boolean isSupported(int version) {
        return version >= WskVersion.WSK_VERSION_1_0 && version <= kernel.options.providerVersion();
    }
}

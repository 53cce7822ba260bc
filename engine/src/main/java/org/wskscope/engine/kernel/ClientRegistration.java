package org.wskscope.engine.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Teller> waiting = new ArrayList<>(0);
    final ClientCalls calls = new ClientCalls(this);
    private final ClientProvider provider;
    private boolean ready;
    private boolean deregistering;
    private int captures;
    private long lastCapture = RecordHead.NO_CAUSE;
    private int openSockets;
    private int callsInProgress;
    private boolean socketCreated;
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
        lock.lock();
        try {
            if (!ready || deregistering) {
                return NtStatus.STATUS_DEVICE_NOT_READY;
            }
            if (!isSupported(npi.dispatch().version())) {
                return NtStatus.STATUS_NOINTERFACE;
            }
            captures++;
            lastCapture = called;
            return NtStatus.STATUS_SUCCESS;
        } finally {
            lock.unlock();
        }
    }

    private static long nanos(int waitTimeoutMillis) {
        return waitTimeoutMillis == WSK_INFINITE_WAIT
                ? Long.MAX_VALUE
                : TimeUnit.MILLISECONDS.toNanos(Integer.toUnsignedLong(waitTimeoutMillis));
    }

    @Override
    public ProviderCharacteristics queryProviderCharacteristics() {
        lock.lock();
        try {
            NtStatus status = ready && !deregistering ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_DEVICE_NOT_READY;
            return new ProviderCharacteristics(status, kernel.options.providerVersion(), WskVersion.WSK_VERSION_1_0);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void releaseProviderNpi() {
        long called = kernel.called(WskFunction.WSK_RELEASE_PROVIDER_NPI, 0);
        boolean held;
        lock.lock();
        try {
            held = captures > 0;
            captures -= held ? 1 : 0;
            wake();
        } finally {
            lock.unlock();
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
        lock.lock();
        try {
            first = !deregistering;
            deregistering = true;
            wake();
        } finally {
            lock.unlock();
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
    private void wake() {
        for (Teller each : waiting) {
            if (each.target.isThereNow()) {
                each.told.run();
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
        public boolean tell(Runnable told) {
            lock.lock();
            try {
                return !isThereNow() && waiting.add(new Teller(this, told));
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void forget(Runnable told) {
            lock.lock();
            try {
                waiting.removeIf(each -> each.told == told);
            } finally {
                lock.unlock();
            }
        }

        /** With the lock. A capture ends its wait also when it can no longer succeed (API-REG-09). */
        private boolean isThereNow() {
            return kind == WaitFor.PROVIDER ? ready || deregistering : isIdle();
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
    private record Teller(Waiting target, Runnable told) {}

    private Hindrance hindranceOfCapture() {
        lock.lock();
        try {
            boolean waits = !ready && !deregistering;
            return waits ? Hindrance.by(Hindrance.Kind.PROVIDER, RecordHead.NO_CAUSE) : Hindrance.NONE;
        } finally {
            lock.unlock();
        }
    }

    /** The oldest socket that is open, else a capture, else a call; and how many more there are of all three (API-REG-10). */
    private Hindrance hindranceOfDeregistration() {
        SocketCore oldest = kernel.oldestSocketOf(this);
        lock.lock();
        try {
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
        } finally {
            lock.unlock();
        }
    }

    /** Deregistered, and nothing of it is left. */
    boolean isGone() {
        lock.lock();
        try {
            return deregistering && isIdle();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing of the client is captured, open or under way (API-REG-10). With the lock. */
    private boolean isIdle() {
        return captures == 0 && openSockets == 0 && callsInProgress == 0;
    }

    boolean isDeregistering() {
        lock.lock();
        try {
            return deregistering;
        } finally {
            lock.unlock();
        }
    }

    boolean hasCreatedSockets() {
        lock.lock();
        try {
            return socketCreated;
        } finally {
            lock.unlock();
        }
    }

    /** A client-level function was entered, or its IRP pends. */
    void callBegan() {
        lock.lock();
        try {
            callsInProgress++;
        } finally {
            lock.unlock();
        }
    }

    void callEnded() {
        lock.lock();
        try {
            callsInProgress--;
            wake();
        } finally {
            lock.unlock();
        }
    }

    void setReady(boolean nowReady) {
        lock.lock();
        try {
            ready = nowReady;
            wake();
        } finally {
            lock.unlock();
        }
    }

    boolean isCaptured() {
        lock.lock();
        try {
            return captures > 0;
        } finally {
            lock.unlock();
        }
    }

    void socketOpened() {
        lock.lock();
        try {
            socketCreated = true;
            openSockets++;
        } finally {
            lock.unlock();
        }
    }

    void socketClosed() {
        lock.lock();
        try {
            openSockets--;
            wake();
        } finally {
            lock.unlock();
        }
    }

    EventMask staticMask() {
        lock.lock();
        try {
            return staticMask;
        } finally {
            lock.unlock();
        }
    }

    /** The last call before the first socket wins (C-28); later ones are too late (CTL-STC-02). */
    NtStatus setStaticMask(EventMask mask) {
        lock.lock();
        try {
            if (socketCreated) {
                return NtStatus.STATUS_INVALID_DEVICE_STATE;
            }
            staticMask = mask;
            return NtStatus.STATUS_SUCCESS;
        } finally {
            lock.unlock();
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

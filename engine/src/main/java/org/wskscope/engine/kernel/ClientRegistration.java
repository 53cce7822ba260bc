package org.wskscope.engine.kernel;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.CapturedProvider;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ProviderCharacteristics;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/** One registered client: its captures, its sockets and its static events (sections 1.1, 4.5). The only place of the kernel where a caller may wait. */
final class ClientRegistration implements WskRegistration {
    final Kernel kernel;
    private final WskClientNpi npi;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ClientProvider provider = new ClientProvider(this);
    private boolean ready;
    private boolean deregistering;
    private int captures;
    private int openSockets;
    private boolean socketCreated;
    private EventMask staticMask = EventMask.NONE;

    ClientRegistration(Kernel kernel, WskClientNpi npi, boolean ready) {
        this.kernel = kernel;
        this.npi = npi;
        this.ready = ready;
        kernel.trace.clientRegistered(
                kernel.stamp(new TraceStamp(), RecordHead.NO_CAUSE),
                npi.name(),
                npi.dispatch().version());
    }

    @Override
    public CapturedProvider captureProviderNpi(int waitTimeoutMillis) {
        boolean wait = waitTimeoutMillis != WSK_NO_WAIT && mayWait();
        lock.lock();
        try {
            if (wait && !awaitReady(waitTimeoutMillis)) {
                return new CapturedProvider(NtStatus.STATUS_DEVICE_NOT_READY, null);
            }
            if (!ready || deregistering) {
                return new CapturedProvider(NtStatus.STATUS_DEVICE_NOT_READY, null);
            }
            if (!isSupported(npi.dispatch().version())) {
                return new CapturedProvider(NtStatus.STATUS_NOINTERFACE, null);
            }
            captures++;
            return new CapturedProvider(NtStatus.STATUS_SUCCESS, provider);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the provider; false when the time ran out, the thread was interrupted or deregistration began (API-REG-05, -09). */
    private boolean awaitReady(int waitTimeoutMillis) {
        long left = waitTimeoutMillis == WSK_INFINITE_WAIT
                ? Long.MAX_VALUE
                : TimeUnit.MILLISECONDS.toNanos(Integer.toUnsignedLong(waitTimeoutMillis));
        try {
            while (!ready && !deregistering && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return ready && !deregistering;
    }

    @Override
    public ProviderCharacteristics queryProviderCharacteristics() {
        lock.lock();
        try {
            NtStatus status = ready && !deregistering ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_DEVICE_NOT_READY;
            return new ProviderCharacteristics(status, WskVersion.WSK_VERSION_1_0, WskVersion.WSK_VERSION_1_0);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void releaseProviderNpi() {
        lock.lock();
        try {
            if (captures == 0) {
                violation(Violation.CLIENT_FUNCTION_AFTER_RELEASE);
                return;
            }
            captures--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void deregister() {
        boolean wait = mayWait();
        lock.lock();
        try {
            if (deregistering) {
                return;
            }
            deregistering = true;
            changed.signalAll();
            while (wait && (captures > 0 || openSockets > 0)) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        kernel.trace.clientDeregistered(kernel.stamp(new TraceStamp(), RecordHead.NO_CAUSE), npi.name());
    }

    /** Inside a callback a wait can never end well: it is noted (VIO-01, VIO-20) and left out (THR-01, C-32). */
    private boolean mayWait() {
        @Nullable Irql level = kernel.callContext().callbackLevel();
        if (level == null) {
            return true;
        }
        violation(Violation.WAIT_INSIDE_CALLBACK);
        if (level != Irql.PASSIVE_LEVEL) {
            violation(Violation.IRQL_TOO_HIGH);
        }
        return false;
    }

    /** Deregistered, and nothing of it is left. */
    boolean isGone() {
        lock.lock();
        try {
            return deregistering && captures == 0 && openSockets == 0;
        } finally {
            lock.unlock();
        }
    }

    void setReady(boolean nowReady) {
        lock.lock();
        try {
            ready = nowReady;
            changed.signalAll();
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
            changed.signalAll();
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

    void violation(Violation violation) {
        kernel.trace.violationFound(
                kernel.stamp(new TraceStamp(), RecordHead.NO_CAUSE),
                RecordHead.NO_SOCKET.value(),
                violation,
                RecordHead.NO_CAUSE);
    }

    private static boolean isSupported(int version) {
        return version == WskVersion.WSK_VERSION_1_0;
    }
}

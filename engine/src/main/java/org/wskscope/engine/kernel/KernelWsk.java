package org.wskscope.engine.kernel;

import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceWriter;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.KernelCalls;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Wsk;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskRegistration;

/**
 * The WSK subsystem of one session: {@code WskRegister} and everything behind it, on a given network, writing a given log by a given clock. Owns no thread and
 * closes nothing it was given. Any thread.
 */
public final class KernelWsk implements Wsk {
    private final Kernel kernel;
    private final CopyOnWriteArrayList<ClientRegistration> registrations = new CopyOnWriteArrayList<>();
    private final KernelThreadCalls calls;
    private final Watchdog watchdog;
    private volatile boolean providerReady = true;

    public KernelWsk(Transport transport, TraceWriter trace, NanoClock clock, KernelOptions options) {
        this.kernel = new Kernel(transport, trace, clock, options);
        this.calls = new KernelThreadCalls(kernel);
        this.watchdog = new Watchdog(kernel);
    }

    @Override
    public WskRegistration register(WskClientNpi clientNpi) {
        kernel.transport.checkCaller();
        kernel.checkPassive(RecordHead.NO_SOCKET.value(), RecordHead.NO_CAUSE);
        registrations.removeIf(ClientRegistration::isGone);
        ClientRegistration registration = new ClientRegistration(kernel, clientNpi, providerReady);
        registrations.add(registration);
        return registration;
    }

    /** Whether captures succeed: a provider may come up after its clients (API-REG-04). True from the start. */
    public void setProviderReady(boolean ready) {
        providerReady = ready;
        registrations.forEach(registration -> registration.setReady(ready));
    }

    /**
     * The probe behind {@code WskSendBacklogEvent} (C-27, FID-4): the stack now thinks {@code bytes} worth keeping outstanding on a connection.
     *
     * @return false when no open connection has this id
     */
    public boolean setIdealSendBacklog(SocketId socket, long bytes) {
        if (kernel.sockets.get(socket.value()) instanceof ConnectionSocketCore connection) {
            connection.setIdealSendBacklog(bytes);
            return true;
        }
        return false;
    }

    /** From its next bind on the socket may be reached by every interface, whatever else its network lets it take then (FID-13). */
    public void permitEveryInterface(SocketId socket) {
        SocketCore core = kernel.sockets.get(socket.value());
        if (core != null) {
            synchronized (core.lock) {
                core.options.everyInterface = true;
            }
        }
    }

    /**
     * Makes a socket fail for good, as a transport failure would: it becomes DEAD (C-35).
     *
     * @return false when no open socket has this id
     */
    public boolean failSocket(SocketId socket) {
        SocketCore core = kernel.sockets.get(socket.value());
        if (core == null) {
            return false;
        }
        core.processor.execute(core.closer::fail);
        return true;
    }

    @Override
    public KernelCalls kernelCalls() {
        return calls;
    }

    /** Looks after what only time can tell. Whoever owns this object calls {@link Watchdog#inspect}. */
    public Watchdog watchdog() {
        return watchdog;
    }

    /** What happens to forbidden waits that begin from now on (C-32). */
    public void setWaitMode(WaitMode mode) {
        kernel.waits.setMode(mode);
    }

    public WaitMode waitMode() {
        return kernel.waits.mode();
    }

    /** Does {@code work} on the calling thread; the functions it calls outside of callbacks are recorded as called because of {@code record}. */
    public <T> T onBehalfOf(long record, Supplier<T> work) {
        CallContext here = kernel.callContext();
        long before = here.send(record);
        try {
            return work.get();
        } finally {
            here.send(before);
        }
    }

    /** The record because of which the calling thread does what it does now: of the callback or routine it runs, else of what it was sent for; −1 for none. */
    public long cause() {
        return kernel.callContext().cause();
    }

    /** Ends every wait of the client's threads now, with STATUS_CANCELLED: a circle can be opened so. Returns how many there were. */
    public int breakWaits() {
        return kernel.waits.breakAll();
    }

    /** As {@link #breakWaits}, and no wait begins any more: what must come before the processors end, because a stuck one never would. */
    public void endWaits() {
        kernel.waits.end();
    }

    /** From now on clients may register this extension on their sockets; one of the same id is replaced for sockets to come. */
    public void install(Extension extension) {
        kernel.install(extension);
    }

    /** The machine's addresses changed: every pending {@code SIO_ADDRESS_LIST_CHANGE} completes (THR-16). */
    public void addressListChanged() {
        kernel.sockets.values().forEach(core -> core.controls.finish(ControlCode.SIO_ADDRESS_LIST_CHANGE));
    }

    /** Socket control calls with this code take their time from now on: with an IRP they pend, without one they are refused (CTL-OPT-05). For tests. */
    public void holdControls(int controlCode) {
        kernel.heldControls.add(controlCode);
    }

    /** Ends what {@link #holdControls} began, and every call that waits because of it, with SUCCESS. */
    public void finishHeldControls(int controlCode) {
        kernel.heldControls.remove(controlCode);
        kernel.sockets.values().forEach(core -> core.controls.finish(controlCode));
    }

    /**
     * Tells a client, or every client, of an event of WSK's own (EVT-CLI-01). The interface defines none, so that nothing but a test or a demonstration calls this; the
     * callback runs on the calling thread.
     *
     * @return whether anybody had a {@code WskClientEvent} to be told by
     */
    public boolean raiseClientEvent(int eventType, @Nullable Object information, long length) {
        boolean reached = false;
        for (ClientRegistration registration : registrations) {
            reached |= registration.raise(eventType, information, length);
        }
        return reached;
    }

    /** Transports came or went: every pending {@code WSK_TRANSPORT_LIST_CHANGE} completes (THR-16). */
    public void transportListChanged() {
        registrations.forEach(registration ->
                registration.calls.completeAll(ControlCode.WSK_TRANSPORT_LIST_CHANGE, NtStatus.STATUS_SUCCESS));
    }

    /** The calling thread is inside of a callback or completion routine. */
    public boolean isInClientCode() {
        return kernel.callContext().innermost() != null;
    }

    /** Sockets that exist now, closing ones included. */
    public int openSocketCount() {
        return kernel.sockets.size();
    }
}

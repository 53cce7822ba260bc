package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.TraceWriter;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProviderBasicDispatch;
import org.wskscope.engine.wsk.WskSocket;

/**
 * What sockets of all categories have in common: the door every function call comes through, the state, the completion of IRPs, and close (section 2.7).
 *
 * <p>Every transition happens under {@link #lock} and writes its records there, so that the log's order is the order of the transitions. What a transition
 * wants from others (completion routines, the transport, the pump) is collected and done after the lock is released: {@link #takeDone}, {@link
 * #takeAction}, {@link #settle}. Methods without "any thread" in their comment are called with the lock held.
 */
abstract class SocketCore implements WskProviderBasicDispatch, Irp.CancelRoutine {
    final Kernel kernel;
    final ClientRegistration client;
    final SocketIdentity identity;
    final int id;
    final TransportProcessor processor;
    final TraceWriter trace;
    final Object lock = new Object();
    final TraceStamp stamp = new TraceStamp();
    final CallbackGates gates = new CallbackGates();
    final SocketOptions options;
    final CallbackPump pump;
    final RaceChooser races;
    final ChoiceStream levels;
    final CloseEngine closer = new CloseEngine(this);
    final RunningCompletions routines = new RunningCompletions();
    final MisuseChecks conduct;
    final SocketExtensions extensions = new SocketExtensions(this);
    final PendingControls controls = new PendingControls(this);

    @Nullable
    Object context;

    /** What the socket's connection request was inspected under; null for every socket that was not accepted by a conditional listener. */
    @Nullable
    InspectId inspectId;

    private SocketState state = SocketState.CREATED;
    private volatile long created = RecordHead.NO_CAUSE;
    private final Lending lending = new Lending(this);
    private final Afterwards afterwards = new Afterwards();

    SocketCore(ClientRegistration client, SocketIdentity identity) {
        this.client = client;
        this.kernel = client.kernel;
        this.identity = identity;
        this.id = identity.id();
        this.processor = identity.processor();
        this.trace = kernel.trace;
        this.options = new SocketOptions(kernel.options);
        this.races = new RaceChooser(kernel.options, id);
        this.levels =
                new ChoiceStream(kernel.options.choices(ChoicePoint.CALLBACK_LEVEL), ChoicePoint.CALLBACK_LEVEL, id);
        this.pump = new CallbackPump(this, processor);
        this.conduct = new MisuseChecks(kernel, id);
    }

    /** The handle the client holds. */
    abstract WskSocket handle();

    /** Carries out a function that is allowed to run now: PENDING when {@code request} was pended, else how it ended. */
    abstract NtStatus perform(Request request);

    /** Takes a pending request out of its queue; false when it is in none. */
    abstract boolean abandon(Request request);

    /** Completes every pending request with {@code status} (C-31, C-35). */
    abstract void completeAll(NtStatus status);

    /** Bytes, connections or lists the socket still holds go; returns whether the transport will report the end by {@link CloseEngine#transportClosed}. */
    abstract boolean tearDown();

    /** Serves pending requests from what has arrived. */
    abstract void advance();

    /** Chooses the callback that is due and prepares its arguments in {@link #pump}; null when none is. */
    abstract @Nullable WskCallback nextCall();

    /** Calls the client. Without the lock, on the socket's processor. */
    abstract NtStatus invoke(WskCallback callback);

    /** Applies what a permitted or unknown return means. */
    abstract void returned(WskCallback callback, NtStatus status);

    /** The client gave a pointer for this event's callback (C-24). */
    abstract boolean hasCallback(WskEvent event);

    /** What this category and role allows in an event mask. */
    abstract EventScope eventScope();

    /** The socket is about to enter CLOSING from {@code from}. */
    void closing(SocketState from) {}

    /** A plain option has a new value that the transport may have to know. */
    void optionWritten(int code) {}

    /** What the client wrote to {@code BytesAccepted}, for callbacks that have it. */
    long bytesAccepted(WskCallback callback) {
        return 0;
    }

    /** Events went on by the option: what they missed is looked at again, or not (C-12, EVT-BKL-06). */
    void eventsEnabled(int bits) {}

    /** One of the category's own ioctls or options. */
    NtStatus ioctl(int code, Request request) {
        return NtStatus.STATUS_NOT_SUPPORTED;
    }

    /** In silent mode only close remains, and giving back what was kept (CTL-OPT-06). */
    boolean isSilenced() {
        return false;
    }

    /** A callback of the socket is in progress: close waits for it. */
    boolean isCallInProgress() {
        return pump.isInFlight();
    }

    /** {@link WskSocket#deferReturn()}. */
    DeferredReturn defer() {
        return pump.defer();
    }

    /** Notes what only time could tell (VIO-13). */
    void inspect(long nowNanos) {}

    /** The client retains lists it has not released, if only an empty datagram. */
    boolean hasRetainedLists() {
        return false;
    }

    /** This thread is in a transition of the socket: what asserts ask. */
    final boolean isLocked() {
        return Thread.holdsLock(lock);
    }

    final SocketState state() {
        return state;
    }

    final boolean isClosing() {
        return state == SocketState.CLOSING || state == SocketState.CLOSED;
    }

    /** The socket begins its life in another state than CREATED; not recorded, because it is no change. */
    final void beginIn(SocketState first) {
        state = first;
    }

    final void changeState(SocketState to) {
        assert isLocked();
        trace.socketStateChanged(stamp, id, state, to);
        state = to;
    }

    /** The record of its birth. */
    final long created() {
        return created;
    }

    /** The record of the callback in progress; −1 when there is none. With the lock. */
    long callInProgress() {
        return pump.isInFlight() ? pump.entered() : RecordHead.NO_CAUSE;
    }

    /** Records the socket's birth; static events are on from here (CTL-STC-01). Any thread, before the socket is handed out. */
    final void announce(long cause) {
        synchronized (lock) {
            kernel.stamp(stamp, cause);
            created = kernel.recordCreation(stamp, this);
            gates.enableStatically(this);
        }
        kernel.sockets.put(id, this);
        client.socketOpened();
    }

    /** The mask as the client should see it: bits without a pointer count as disabled (EVT-GEN-16). */
    final int maskBits() {
        return gates.maskBits(this);
    }

    /** New calls of this event's callback may begin. */
    final boolean mayCall(WskEvent event) {
        return gates.of(event).isOpen() && hasCallback(event);
    }

    final void violation(Violation violation, long about) {
        assert isLocked();
        trace.violationFound(stamp, id, violation, about);
    }

    /** {@code WskControlSocket}. Any thread. */
    @Override
    public final NtStatus controlSocket(ControlParameters parameters, @Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_CONTROL_SOCKET, irp);
        request.setControl(parameters);
        return submit(request);
    }

    /** {@code WskCloseSocket}: never fails; the IRP completes last of all. Any thread. */
    @Override
    public final NtStatus closeSocket(@Nullable Irp irp) {
        return submit(Request.open(kernel, WskFunction.WSK_CLOSE_SOCKET, irp));
    }

    /** The one door for function calls: records call and answer, decides, completes what completes at once. Any thread. */
    final NtStatus submit(Request request) {
        kernel.transport.checkCaller();
        return role().submitHere(request);
    }

    /** Who answers for this socket: itself, except a stream socket that listens. Any thread. */
    SocketCore role() {
        return this;
    }

    private NtStatus submitHere(Request request) {
        CallContext here = conduct.enter();
        try {
            return answer(request, here);
        } finally {
            conduct.leave(here);
        }
    }

    private NtStatus answer(Request request, CallContext here) {
        WskFunction function = request.function;
        int number = request.number;
        long called;
        NtStatus status;
        Request done;
        Runnable then;
        synchronized (lock) {
            kernel.stamp(stamp, here.cause());
            called = trace.functionCalled(stamp, id, function, number, request.recordedCode(), request.detail);
            stamp.causedBy(called);
            request.core = this;
            request.called = called;
            conduct.check(request, stamp, here);
            status = decide(request);
            if (request.irp != null && !status.equals(NtStatus.STATUS_PENDING)) {
                complete(request, status, request.information);
            }
            done = takeDone();
            then = takeAction();
            if (done == null) {
                trace.functionReturned(stamp, id, function, number, status, called);
            }
        }
        settle(done, then);
        if (done != null) {
            synchronized (lock) {
                trace.functionReturned(kernel.stamp(stamp, called), id, function, number, status, called);
            }
        }
        return status;
    }

    private NtStatus decide(Request request) {
        boolean release = request.function == WskFunction.WSK_RELEASE;
        if (isClosing()) {
            violation(Violation.USE_AFTER_CLOSE, request.called);
            return release ? NtStatus.STATUS_INVALID_PARAMETER : NtStatus.STATUS_INVALID_HANDLE;
        }
        if (request.irpRefused) {
            violation(Violation.IRP_REUSED_WHILE_PENDING, request.called);
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (request.isMalformed) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        boolean control = request.function == WskFunction.WSK_CONTROL_SOCKET;
        boolean close = request.function == WskFunction.WSK_CLOSE_SOCKET;
        if (state == SocketState.DEAD && !release && !close) {
            return NtStatus.STATUS_FILE_FORCED_CLOSED;
        }
        if (request.irp == null && !release && !control) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (close) {
            return closer.close(request);
        }
        if (isSilenced() && !release) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        return control ? ControlRequests.perform(this, request) : perform(request);
    }

    /** {@code request} stays with the kernel; the calling function answers PENDING. */
    final NtStatus pend(Request request, long length) {
        return pend(request, length, Hindrance.NONE);
    }

    /** As {@link #pend(Request, long)}; {@code hindrance} is what has to happen first. */
    final NtStatus pend(Request request, long length, Hindrance hindrance) {
        assert isLocked();
        Irp irp = request.irp;
        if (irp == null) {
            throw new IllegalStateException(request.function + " has no IRP to pend");
        }
        trace.irpPended(stamp, id, request.function, request.number, length, hindrance);
        lending.begin(request);
        if (!irp.markPending(this)) {
            after(() -> cancel(irp));
        }
        return NtStatus.STATUS_PENDING;
    }

    /** {@code IoCancelIrp} of a pending request: it completes with CANCELLED; bytes already copied are reported (C-31). Any thread. */
    @Override
    public final void cancel(Irp irp) {
        role().cancelHere(irp);
    }

    private void cancelHere(Irp irp) {
        Request done = null;
        Runnable then = null;
        synchronized (lock) {
            if (irp.driverContext() instanceof Request request && request.core == this && irp.isOwnedByWsk()) {
                kernel.stamp(stamp, request.called);
                stamp.causedBy(trace.irpCancelRequested(stamp, id, request.function, request.number));
                if (abandon(request) || controls.abandon(request)) {
                    complete(request, NtStatus.STATUS_CANCELLED, request.transferred);
                }
                done = takeDone();
                then = takeAction();
            }
        }
        settle(done, then);
    }

    /** The request ends: recorded now, its completion routine runs when the lock is released. */
    final void complete(Request request, NtStatus status, long information) {
        assert isLocked();
        lending.end(request);
        request.status = status;
        request.information = information;
        request.completed = trace.irpCompleted(stamp, id, request.function, request.number, status, information);
        afterwards.finish(request);
    }

    /** Has {@code next} done after the lock is released, after completion routines. */
    final void after(Runnable next) {
        assert isLocked();
        afterwards.run(next);
    }

    final @Nullable Request takeDone() {
        assert isLocked();
        Request taken = afterwards.takeDone();
        routines.begin(taken);
        return taken;
    }

    final @Nullable Runnable takeAction() {
        assert isLocked();
        return afterwards.takeAction();
    }

    /** Runs what a transition left to do. Any thread, without the lock. */
    final void settle(@Nullable Request done, @Nullable Runnable then) {
        assert !isLocked() : "client code never runs under a socket's lock";
        IrpFinisher.finishAll(this, done);
        if (then != null) {
            then.run();
        }
    }

    /** An event went off because its disable was performed at once, its drain ended, or its callback refused datagrams. */
    final void disabled(WskEvent event, DisableReason reason) {
        trace.callbackDisabled(stamp, id, event, maskBits(), reason);
    }
}

package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.SocketAddressOut;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskFunction;

/**
 * One function call on its way through the kernel: its arguments, and while its IRP is pending, how far it got. Travels with the IRP as its driver
 * context, so that a re-used IRP costs no allocation. Guarded by the lock of the socket it was given to.
 */
final class Request implements TransportCompletion {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);

    final @Nullable Irp irp;
    WskFunction function = WskFunction.WSK_SOCKET;
    int number;
    boolean irpRefused;

    /** An argument is missing that the function cannot do without. */
    boolean isMalformed;

    WskBuf buffer = WskBuf.EMPTY;
    int flags;
    int code;
    long detail;

    @Nullable
    InetSocketAddress address;

    @Nullable
    ControlParameters control;

    @Nullable
    Object context;

    @Nullable
    WskClientConnectionDispatch table;

    /** Where an accept writes the addresses of the connection; null where the client does not want them. */
    @Nullable
    SocketAddressOut localOut;

    @Nullable
    SocketAddressOut remoteOut;

    @Nullable
    Object list;

    /** Where control information of a datagram goes; null where the client wants none. */
    @Nullable
    ByteBuffer controlRoom;

    @Nullable
    MessageBatch batch;

    /** What its bytes were when they were lent; null where that is not watched. */
    @Nullable
    LentMemory lent;

    @Nullable
    SocketCore core;

    long called;
    long completed;
    long transferred;

    NtStatus status = NtStatus.STATUS_PENDING;
    long information;

    @Nullable
    Object pointer;

    @Nullable
    Request nextDone;

    @Nullable
    ConnectionSocketCore accepted;

    private Request(@Nullable Irp irp) {
        this.irp = irp;
    }

    /** Takes {@code irp} for a call of {@code function}. An IRP that WSK still owns leaves a request that can only be refused (VIO-09). */
    static Request open(Kernel kernel, WskFunction function, @Nullable Irp irp) {
        Request request;
        if (irp == null) {
            request = new Request(null);
        } else {
            int number = kernel.nextIrpNumber();
            if (irp.submit(number, kernel)) {
                request = of(irp);
                request.number = number;
            } else {
                request = new Request(null);
                request.number = irp.number();
                request.irpRefused = true;
            }
        }
        request.function = function;
        return request;
    }

    /** {@link #open} for a function that is given bytes or room for them; the call's record shows how many. */
    static Request data(Kernel kernel, WskFunction function, @Nullable Irp irp, @Nullable WskBuf buffer, int flags) {
        Request request = open(kernel, function, irp);
        request.buffer = buffer == null ? WskBuf.EMPTY : buffer;
        request.isMalformed = buffer == null;
        request.flags = flags;
        request.detail = request.buffer.length();
        return request;
    }

    /** What the record of the call shows beside the detail: the control code or inspect action, else the flags. */
    int recordedCode() {
        return control != null || function == WskFunction.WSK_INSPECT_COMPLETE ? code : flags;
    }

    /** Bytes that are WSK's own, on their way to the transport. */
    static Request ofBytes(WskFunction function, WskBuf bytes) {
        Request request = new Request(null);
        request.function = function;
        request.buffer = bytes;
        return request;
    }

    private static Request of(Irp irp) {
        if (irp.driverContext() instanceof Request request && request.irp == irp) {
            request.clear();
            return request;
        }
        Request request = new Request(irp);
        irp.setDriverContext(request);
        return request;
    }

    /** The arguments of a control call; null is malformed. */
    void setControl(@Nullable ControlParameters parameters) {
        control = parameters;
        isMalformed = parameters == null;
        if (parameters != null) {
            code = parameters.controlCode();
            detail = ControlRequests.detail(parameters);
        }
    }

    /** An address the function cannot do without. */
    void setAddress(@Nullable InetSocketAddress needed) {
        address = needed;
        isMalformed |= needed == null;
    }

    ControlParameters control() {
        if (control == null) {
            throw new IllegalStateException(function + " has no control parameters");
        }
        return control;
    }

    InetSocketAddress address() {
        return address == null ? NOWHERE : address;
    }

    /** The IRP will complete before the transport is done: what the transport still reports belongs to nobody. */
    void detach() {
        if (irp != null) {
            irp.setDriverContext(null);
        }
        core = null;
    }

    /** The transport finished what this request asked of it. On the socket's processor. */
    @Override
    public void completed(NtStatus transportStatus) {
        if (core instanceof DatagramSocketCore owner) {
            owner.sent(this, transportStatus);
        }
    }

    private void clear() {
        irpRefused = false;
        isMalformed = false;
        buffer = WskBuf.EMPTY;
        flags = 0;
        code = 0;
        detail = 0;
        address = null;
        control = null;
        context = null;
        table = null;
        localOut = null;
        remoteOut = null;
        list = null;
        controlRoom = null;
        batch = null;
        lent = null;
        core = null;
        called = 0;
        completed = 0;
        transferred = 0;
        status = NtStatus.STATUS_PENDING;
        information = 0;
        pointer = null;
        nextDone = null;
        accepted = null;
    }
}

package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;

/** {@code WskControlSocket}: sorts requests by their code (section 4.6). With the socket's lock; every request ends inline except a disable. */
final class ControlRequests {
    private static final EnumSet<SocketCategory> QUEUEING = EnumSet.of(
            SocketCategory.LISTEN, SocketCategory.CONNECTION, SocketCategory.DATAGRAM, SocketCategory.STREAM);
    private static final EnumSet<SocketCategory> TCP =
            EnumSet.of(SocketCategory.LISTEN, SocketCategory.CONNECTION, SocketCategory.STREAM);

    private ControlRequests() {}

    /** What the record of the call shows beside the code: the event mask, or the number passed in. */
    static long detail(ControlParameters parameters) {
        if (parameters.inputBuffer() instanceof EventCallbackControl control) {
            return Integer.toUnsignedLong(control.eventMask().bits());
        }
        return parameters.inputBuffer() instanceof Integer number ? Integer.toUnsignedLong(number) : 0;
    }

    static NtStatus perform(SocketCore core, Request request) {
        ControlParameters parameters = request.control();
        boolean ioctl = parameters.requestType() == ControlType.WskIoctl;
        if (!ioctl && parameters.controlCode() == ControlCode.SO_WSK_EVENT_CALLBACK) {
            return EventControl.perform(core, request);
        }
        return ioctl ? ioctl(core, request) : option(core, request);
    }

    /**
     * Ioctls. Extension interfaces are answered as section 4.6 demands while none is defined; TCP silent mode and address lists are optional there and not
     * offered.
     */
    private static NtStatus ioctl(SocketCore core, Request request) {
        int code = request.control().controlCode();
        return switch (code) {
            case ControlCode.SIO_WSK_QUERY_INSPECT_ID ->
                request.irp != null ? NtStatus.STATUS_INVALID_PARAMETER : NtStatus.STATUS_INVALID_DEVICE_REQUEST;
            case ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG,
                    ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG,
                    ControlCode.SIO_WSK_SET_REMOTE_ADDRESS,
                    ControlCode.SIO_WSK_SET_SENDTO_ADDRESS ->
                request.irp == null ? NtStatus.STATUS_INVALID_PARAMETER : core.ioctl(code, request);
            default -> NtStatus.STATUS_NOT_SUPPORTED;
        };
    }

    /** Socket options. Conditional accept and cached security descriptors are not offered: NOT_SUPPORTED. */
    private static NtStatus option(SocketCore core, Request request) {
        ControlParameters parameters = request.control();
        SocketCategory category = core.identity.category();
        int code = parameters.controlCode();
        boolean known = switch (code) {
            case ControlCode.SO_RCVBUF -> QUEUEING.contains(category);
            case ControlCode.SO_KEEPALIVE -> TCP.contains(category);
            case ControlCode.SO_REUSEADDR, ControlCode.SO_EXCLUSIVEADDRUSE -> QUEUEING.contains(category);
            case ControlCode.SO_BROADCAST -> category == SocketCategory.DATAGRAM;
            default -> false;
        };
        if (!known) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        if (parameters.level() != ControlCode.SOL_SOCKET || request.irp == null) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        return parameters.requestType() == ControlType.WskGetOption
                ? answer(request, read(core.options, code), Integer.BYTES)
                : write(core, code, parameters);
    }

    private static long read(SocketOptions options, int code) {
        return switch (code) {
            case ControlCode.SO_RCVBUF -> options.receiveBufferBytes;
            case ControlCode.SO_KEEPALIVE -> options.keepAlive ? 1 : 0;
            case ControlCode.SO_REUSEADDR -> options.reuseAddress ? 1 : 0;
            case ControlCode.SO_EXCLUSIVEADDRUSE -> options.exclusiveAddress ? 1 : 0;
            case ControlCode.SO_BROADCAST -> options.broadcast ? 1 : 0;
            default -> throw new IllegalArgumentException("unknown option " + ControlCode.name(code));
        };
    }

    private static NtStatus write(SocketCore core, int code, ControlParameters parameters) {
        if (!(parameters.inputBuffer() instanceof Integer value) || parameters.inputSize() < Integer.BYTES) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        SocketOptions options = core.options;
        boolean sharing = code == ControlCode.SO_REUSEADDR || code == ControlCode.SO_EXCLUSIVEADDRUSE;
        if (sharing && core.state() != SocketState.CREATED) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        switch (code) {
            case ControlCode.SO_RCVBUF -> {
                if (value < 1) {
                    return NtStatus.STATUS_INVALID_PARAMETER;
                }
                options.receiveBufferBytes = value;
                core.pump.request();
            }
            case ControlCode.SO_KEEPALIVE -> options.keepAlive = value != 0;
            case ControlCode.SO_REUSEADDR -> options.reuseAddress = value != 0;
            case ControlCode.SO_EXCLUSIVEADDRUSE -> options.exclusiveAddress = value != 0;
            default -> options.broadcast = value != 0;
        }
        return NtStatus.STATUS_SUCCESS;
    }

    /** Writes a number of {@code bytes} bytes (ULONG 4, SIZE_T 8; native order) to the output buffer; Information is its size (CTL-OPT-04). */
    static NtStatus answer(Request request, long value, int bytes) {
        ByteBuffer output = request.control().outputBuffer();
        if (output == null
                || output.isReadOnly()
                || output.remaining() < bytes
                || request.control().outputSize() < bytes) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (bytes == Integer.BYTES) {
            output.putInt(output.position(), (int) value);
        } else {
            output.putLong(output.position(), value);
        }
        request.information = bytes;
        return NtStatus.STATUS_SUCCESS;
    }
}

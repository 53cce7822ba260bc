package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.OutputSizeReturned;

/** {@code WskControlSocket}: sorts requests by their code (section 4.6). With the socket's lock; every request ends inline except a disable. */
final class ControlRequests {
    private ControlRequests() {}

    /** What the record of the call shows beside the code: the event mask, or the number passed in. */
    static long detail(ControlParameters parameters) {
        if (parameters.inputBuffer() instanceof EventCallbackControl control) {
            return Integer.toUnsignedLong(control.eventMask().bits());
        }
        return parameters.inputBuffer() instanceof Integer number ? Integer.toUnsignedLong(number) : 0;
    }

    /** Without an IRP the size of the output is told where the caller asked for it (CTL-OPT-04). */
    static NtStatus perform(SocketCore core, Request request) {
        NtStatus status = sort(core, request);
        OutputSizeReturned size = request.control().outputSizeReturned();
        if (request.irp == null && size != null) {
            size.set(request.information);
        }
        return status;
    }

    private static NtStatus sort(SocketCore core, Request request) {
        ControlParameters parameters = request.control();
        boolean ioctl = parameters.requestType() == ControlType.WskIoctl;
        if (!ioctl && parameters.controlCode() == ControlCode.SO_WSK_EVENT_CALLBACK) {
            return EventControl.perform(core, request);
        }
        return ioctl ? ioctl(core, request) : PlainOptions.perform(core, request);
    }

    /**
     * Ioctls. Extension interfaces are answered as section 4.6 demands while none is defined; TCP silent mode and address lists are optional there and not
     * offered.
     */
    private static NtStatus ioctl(SocketCore core, Request request) {
        int code = request.control().controlCode();
        return switch (code) {
            case ControlCode.SIO_WSK_QUERY_INSPECT_ID ->
                request.irp != null ? NtStatus.STATUS_INVALID_PARAMETER : inspectId(request, core.inspectId);
            case ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG,
                    ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG,
                    ControlCode.SIO_WSK_SET_REMOTE_ADDRESS,
                    ControlCode.SIO_WSK_SET_SENDTO_ADDRESS ->
                request.irp == null ? NtStatus.STATUS_INVALID_PARAMETER : core.ioctl(code, request);
            default -> NtStatus.STATUS_NOT_SUPPORTED;
        };
    }

    /** {@code WSK_INSPECT_ID}; on a socket whose request nobody inspected, INVALID_DEVICE_REQUEST (EVT-INS-20, -21). */
    private static NtStatus inspectId(Request request, @Nullable InspectId id) {
        if (id == null) {
            return NtStatus.STATUS_INVALID_DEVICE_REQUEST;
        }
        if (!(request.control().outputBuffer() instanceof ByteBuffer output)
                || !hasRoom(request, output, InspectId.SIZE)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        id.writeTo(output);
        request.information = InspectId.SIZE;
        return NtStatus.STATUS_SUCCESS;
    }

    private static boolean hasRoom(Request request, ByteBuffer output, int bytes) {
        return !output.isReadOnly()
                && output.remaining() >= bytes
                && request.control().outputSize() >= bytes;
    }

    /** Writes a number of {@code bytes} bytes (ULONG 4, SIZE_T 8; native order) to the output buffer; Information is its size (CTL-OPT-04). */
    static NtStatus answer(Request request, long value, int bytes) {
        if (!(request.control().outputBuffer() instanceof ByteBuffer output) || !hasRoom(request, output, bytes)) {
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

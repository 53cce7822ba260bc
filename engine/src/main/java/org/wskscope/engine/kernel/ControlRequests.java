package org.wskscope.engine.kernel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.SocketAddressList;

/** {@code WskControlSocket}: sorts requests by their code (section 4.6). With the socket's lock; every request ends inline except a disable and what {@link PendingControls} holds. */
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
        if (core.kernel.heldControls.contains(parameters.controlCode())) {
            return request.irp == null ? NtStatus.STATUS_REQUEST_NOT_ACCEPTED : core.controls.add(request);
        }
        if (parameters.requestType() == ControlType.WskIoctl) {
            return ioctl(core, request);
        }
        if (parameters.controlCode() != ControlCode.SO_WSK_EVENT_CALLBACK) {
            return PlainOptions.perform(core, request);
        }
        AttachedExtension extension = core.extensions.of(parameters);
        return extension == null ? EventControl.perform(core, request) : core.extensions.control(extension, request);
    }

    /** Ioctls; {@code SIO_ADDRESS_LIST_SORT} is optional in section 4.6 and not offered. */
    private static NtStatus ioctl(SocketCore core, Request request) {
        int code = request.control().controlCode();
        return switch (code) {
            case ControlCode.SIO_WSK_QUERY_INSPECT_ID ->
                request.irp != null ? NtStatus.STATUS_INVALID_PARAMETER : inspectId(request, core.inspectId);
            case ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG,
                    ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG,
                    ControlCode.SIO_WSK_SET_REMOTE_ADDRESS,
                    ControlCode.SIO_WSK_SET_SENDTO_ADDRESS,
                    ControlCode.SIO_WSK_SET_TCP_SILENT_MODE ->
                request.irp == null ? NtStatus.STATUS_INVALID_PARAMETER : core.ioctl(code, request);
            case ControlCode.SIO_WSK_REGISTER_EXTENSION -> core.extensions.register(request);
            case ControlCode.SIO_ADDRESS_LIST_QUERY -> queryAddresses(core, request);
            case ControlCode.SIO_ADDRESS_LIST_CHANGE -> awaitAddressChange(core, request);
            default -> NtStatus.STATUS_NOT_SUPPORTED;
        };
    }

    /** Without IRP: the local addresses of the socket's family; without room the size that is needed. */
    private static NtStatus queryAddresses(SocketCore core, Request request) {
        if (request.irp != null || !(request.control().outputBuffer() instanceof SocketAddressList output)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        List<InetAddress> addresses = core.kernel.transport.localAddresses().stream()
                .filter(address ->
                        ClientProvider.familyOf(new InetSocketAddress(address, 0)) == core.identity.addressFamily())
                .toList();
        request.information = SocketAddressList.sizeOf(addresses);
        if (request.control().outputSize() < request.information) {
            return NtStatus.STATUS_BUFFER_OVERFLOW;
        }
        output.set(addresses);
        return NtStatus.STATUS_SUCCESS;
    }

    /** Pends until {@link KernelWsk#addressListChanged} (THR-16). */
    private static NtStatus awaitAddressChange(SocketCore core, Request request) {
        return request.irp == null ? NtStatus.STATUS_INVALID_PARAMETER : core.controls.add(request);
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

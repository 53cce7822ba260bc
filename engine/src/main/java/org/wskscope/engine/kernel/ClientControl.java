package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.WskSocketParameters;
import org.wskscope.engine.wsk.WskTransport;

/** {@code WskControlClient} (section 4.6). Cached security descriptors are out of scope and, like unknown codes, answered STATUS_NOT_SUPPORTED. Any thread. */
final class ClientControl {
    private static final UUID PROVIDER_ID = UUID.fromString("6F1F3A52-7C0B-4C39-9C43-5A3E2B8E7D10");

    private final ClientRegistration client;

    ClientControl(ClientRegistration client) {
        this.client = client;
    }

    NtStatus perform(Request request) {
        NtStatus status = switch (request.control().controlCode()) {
            case ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS -> setStatic(request);
            case ControlCode.WSK_TRANSPORT_LIST_QUERY -> queryTransports(request);
            case ControlCode.WSK_TRANSPORT_LIST_CHANGE -> awaitTransportChange(request);
            case ControlCode.WSK_TDI_BEHAVIOR, ControlCode.WSK_TDI_DEVICENAME_MAPPING -> divert(request);
            default -> NtStatus.STATUS_NOT_SUPPORTED;
        };
        OutputSizeReturned size = request.control().outputSizeReturned();
        if (request.irp == null && size != null) {
            size.set(request.information);
        }
        return status;
    }

    /** CTL-STC-03: no IRP. The level has no meaning for client requests. */
    private NtStatus setStatic(Request request) {
        ControlParameters parameters = request.control();
        ControlParameters asOption = new ControlParameters(
                parameters.requestType(),
                parameters.controlCode(),
                ControlCode.SOL_SOCKET,
                parameters.inputSize(),
                parameters.inputBuffer(),
                parameters.outputSize(),
                parameters.outputBuffer());
        if (request.irp != null || EventMaskRules.isMalformed(asOption)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (EventMaskRules.isForeignInterface(EventMaskRules.control(asOption))) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        EventMask mask = EventMaskRules.control(asOption).eventMask();
        return EventMaskRules.isBadStaticMask(mask) ? NtStatus.STATUS_INVALID_PARAMETER : client.setStaticMask(mask);
    }

    /** CTL-OPT-03: without room STATUS_BUFFER_OVERFLOW and the size that is needed. */
    private NtStatus queryTransports(Request request) {
        ControlParameters parameters = request.control();
        if (request.irp != null || parameters.inputSize() != 0) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        List<WskTransport> transports = transports(client.kernel.options.providerVersion());
        int needed = transports.size() * WskTransport.SIZE;
        request.information = needed;
        if (!(parameters.outputBuffer() instanceof ByteBuffer output)
                || output.isReadOnly()
                || parameters.outputSize() < needed
                || output.remaining() < needed) {
            return NtStatus.STATUS_BUFFER_OVERFLOW;
        }
        ByteBuffer target = output.duplicate().order(output.order());
        transports.forEach(transport -> transport.writeTo(target));
        return NtStatus.STATUS_SUCCESS;
    }

    private static List<WskTransport> transports(int version) {
        return List.of(
                tcp(version, WskSocketParameters.AF_INET),
                tcp(version, WskSocketParameters.AF_INET6),
                udp(version, WskSocketParameters.AF_INET),
                udp(version, WskSocketParameters.AF_INET6));
    }

    private static WskTransport tcp(int version, int family) {
        return new WskTransport(
                version, WskSocketParameters.SOCK_STREAM, WskSocketParameters.IPPROTO_TCP, family, PROVIDER_ID);
    }

    private static WskTransport udp(int version, int family) {
        return new WskTransport(
                version, WskSocketParameters.SOCK_DGRAM, WskSocketParameters.IPPROTO_UDP, family, PROVIDER_ID);
    }

    /** Pends until {@link KernelWsk#transportListChanged}, a cancel or the deregistration (API-REG-13, THR-16). */
    private NtStatus awaitTransportChange(Request request) {
        ControlParameters parameters = request.control();
        if (request.irp == null || parameters.inputSize() != 0 || parameters.outputSize() != 0) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        client.calls.pend(request);
        if (client.isDeregistering()) {
            client.calls.complete(request, NtStatus.STATUS_CANCELLED, null);
        }
        return NtStatus.STATUS_PENDING;
    }

    /** The legacy diversion to TDI: there is none, so the wish is taken and has no effect. Before the first socket, without IRP. */
    private NtStatus divert(Request request) {
        ControlParameters parameters = request.control();
        if (request.irp != null || parameters.inputBuffer() == null || parameters.inputSize() == 0) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        return client.hasCreatedSockets() ? NtStatus.STATUS_INVALID_DEVICE_STATE : NtStatus.STATUS_SUCCESS;
    }
}

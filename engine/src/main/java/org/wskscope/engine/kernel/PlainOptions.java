package org.wskscope.engine.kernel;

import java.util.EnumSet;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskSocketParameters;

/**
 * The socket options that are one number (section 4.6). With the socket's lock. All need an IRP and a ULONG; what the transport has to know goes there best effort.
 * {@code SO_WSK_SECURITY} and most options of the IP level are not offered: STATUS_NOT_SUPPORTED. Stream sockets have no conditional accept (C-39).
 */
final class PlainOptions {
    private static final EnumSet<SocketCategory> QUEUEING = EnumSet.of(
            SocketCategory.LISTEN, SocketCategory.CONNECTION, SocketCategory.DATAGRAM, SocketCategory.STREAM);
    private static final EnumSet<SocketCategory> TCP =
            EnumSet.of(SocketCategory.LISTEN, SocketCategory.CONNECTION, SocketCategory.STREAM);

    private PlainOptions() {}

    static NtStatus perform(SocketCore core, Request request) {
        ControlParameters parameters = request.control();
        int code = parameters.controlCode();
        boolean tcp = parameters.level() == ControlCode.IPPROTO_TCP && code == ControlCode.TCP_NODELAY;
        boolean plain = parameters.level() == ControlCode.SOL_SOCKET && isKnown(core.identity.category(), code);
        boolean ip = parameters.level() == levelOf(core.identity.addressFamily()) && isKnownToIp(core, code);
        // The same number is another option at another level: IPPROTO_IP/4 is not SO_REUSEADDR.
        if (!plain && !ip && !(tcp && TCP.contains(core.identity.category()))) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        if (request.irp == null) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (code == ControlCode.SO_CONDITIONAL_ACCEPT) {
            return core.ioctl(code, request);
        }
        return parameters.requestType() == ControlType.WskGetOption
                ? ControlRequests.answer(request, read(core.options, code), Integer.BYTES)
                : write(core, code, parameters);
    }

    private static boolean isKnown(SocketCategory category, int code) {
        return switch (code) {
            case ControlCode.SO_RCVBUF, ControlCode.SO_REUSEADDR, ControlCode.SO_EXCLUSIVEADDRUSE ->
                QUEUEING.contains(category);
            case ControlCode.SO_KEEPALIVE -> TCP.contains(category);
            case ControlCode.SO_BROADCAST -> category == SocketCategory.DATAGRAM;
            case ControlCode.SO_CONDITIONAL_ACCEPT -> category == SocketCategory.LISTEN;
            default -> false;
        };
    }

    private static int levelOf(int addressFamily) {
        return addressFamily == WskSocketParameters.AF_INET ? ControlCode.IPPROTO_IP : ControlCode.IPPROTO_IPV6;
    }

    /** {@code IP_PKTINFO}, {@code IPV6_PKTINFO}, and where a network keeps the families apart {@code IPV6_V6ONLY}. */
    private static boolean isKnownToIp(SocketCore core, int code) {
        return switch (code) {
            case ControlCode.IP_PKTINFO -> core.identity.category() == SocketCategory.DATAGRAM;
            case ControlCode.IPV6_V6ONLY ->
                core.identity.addressFamily() == WskSocketParameters.AF_INET6
                        && core.kernel.transport.keepsFamiliesApart();
            default -> false;
        };
    }

    private static long read(SocketOptions options, int code) {
        return switch (code) {
            case ControlCode.SO_RCVBUF -> options.receiveBufferBytes;
            case ControlCode.SO_KEEPALIVE -> options.keepAlive ? 1 : 0;
            case ControlCode.SO_REUSEADDR -> options.reuseAddress ? 1 : 0;
            case ControlCode.SO_EXCLUSIVEADDRUSE -> options.exclusiveAddress ? 1 : 0;
            case ControlCode.SO_BROADCAST -> options.broadcast ? 1 : 0;
            case ControlCode.TCP_NODELAY -> options.noDelay ? 1 : 0;
            case ControlCode.IP_PKTINFO -> options.packetInfo ? 1 : 0;
            case ControlCode.IPV6_V6ONLY -> 1;
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
            case ControlCode.SO_BROADCAST -> options.broadcast = value != 0;
            case ControlCode.IP_PKTINFO -> options.packetInfo = value != 0;
            case ControlCode.IPV6_V6ONLY -> {
                if (value == 0) {
                    return NtStatus.STATUS_NOT_SUPPORTED;
                }
            }
            default -> options.noDelay = value != 0;
        }
        core.optionWritten(code);
        return NtStatus.STATUS_SUCCESS;
    }
}

package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import java.util.Map;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketId;

/** The sentences that say more than an NTSTATUS: what is wrong and what to do. */
final class Refusals {
    private static final Map<NtStatus, String> GENERAL = Map.ofEntries(
            Map.entry(NtStatus.STATUS_INVALID_DEVICE_STATE, "command.refused.wrongState"),
            Map.entry(NtStatus.STATUS_INVALID_DEVICE_REQUEST, "command.refused.locked"),
            Map.entry(NtStatus.STATUS_INVALID_PARAMETER, "command.refused.invalid"),
            Map.entry(NtStatus.STATUS_NOT_SUPPORTED, "command.refused.notSupported"),
            Map.entry(NtStatus.STATUS_INVALID_HANDLE, "command.refused.closed"),
            Map.entry(NtStatus.STATUS_FILE_FORCED_CLOSED, "command.refused.dead"),
            Map.entry(NtStatus.STATUS_CONNECTION_RESET, "command.refused.peerReset"),
            Map.entry(NtStatus.STATUS_CONNECTION_ABORTED, "command.refused.aborted"),
            Map.entry(NtStatus.STATUS_CONNECTION_REFUSED, "command.refused.connectionRefused"),
            Map.entry(NtStatus.STATUS_IO_TIMEOUT, "command.refused.timeout"),
            Map.entry(NtStatus.STATUS_NETWORK_UNREACHABLE, "command.refused.unreachable"),
            Map.entry(NtStatus.STATUS_HOST_UNREACHABLE, "command.refused.unreachable"),
            Map.entry(NtStatus.STATUS_EVENT_PENDING, "command.note.eventPending"));

    private Refusals() {}

    static CommandOutcome unknownSocket(SocketId socket) {
        return CommandOutcome.refused(
                NtStatus.STATUS_INVALID_HANDLE, CommandMessage.of("command.refused.unknownSocket", socket.value()));
    }

    static CommandOutcome unknownClient(String name) {
        return invalid("command.refused.unknownClient", name.isEmpty() ? "-" : name);
    }

    static CommandOutcome invalid(String key, Object... arguments) {
        return CommandOutcome.refused(NtStatus.STATUS_INVALID_PARAMETER, CommandMessage.of(key, arguments));
    }

    /** What WSK's answer to a bind means for the address asked for. */
    static CommandMessage ofBind(NtStatus status, InetSocketAddress local) {
        if (status.equals(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS)) {
            return CommandMessage.of("command.refused.portInUse", port(local));
        }
        if (status.equals(NtStatus.STATUS_ACCESS_DENIED)) {
            return CommandMessage.of("command.refused.portNotAllowed", port(local));
        }
        if (status.equals(NtStatus.STATUS_INVALID_PARAMETER)) {
            return CommandMessage.of("command.refused.notLocalAddress", host(local));
        }
        return of(status);
    }

    /** What WSK's answer to any function means; nothing when it speaks for itself. */
    static CommandMessage of(NtStatus status) {
        String key = GENERAL.get(status);
        if (key != null) {
            return CommandMessage.of(key);
        }
        return status.isSuccess() ? CommandMessage.NONE : CommandMessage.of("command.refused.other", status.name());
    }

    /** A port as people write it, without the digit grouping of a language. */
    static String port(InetSocketAddress address) {
        return Integer.toString(address.getPort());
    }

    static String host(InetSocketAddress address) {
        return address.isUnresolved()
                ? address.getHostString()
                : address.getAddress().getHostAddress();
    }
}

package org.wskscope.engine.transport.netty;

import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** What the operating system reports, said in {@code NTSTATUS} (C-02). */
final class StatusMapping {
    private StatusMapping() {}

    /** Opening or binding a socket at {@code local} failed. */
    static NtStatus bindFailure(Throwable failure, InetSocketAddress local) {
        Throwable cause = unwrapped(failure);
        if (says(cause, "permission denied")) {
            return NtStatus.STATUS_ACCESS_DENIED;
        }
        if (cause instanceof BindException) {
            // The system's words may be translated; the address is not.
            boolean ours = isOfThisMachine(local.getAddress()) && !says(cause, "cannot assign");
            return ours ? NtStatus.STATUS_ADDRESS_ALREADY_EXISTS : NtStatus.STATUS_INVALID_PARAMETER;
        }
        return cause instanceof IOException && !says(cause, "invalid argument")
                ? NtStatus.STATUS_INSUFFICIENT_RESOURCES
                : NtStatus.STATUS_INVALID_PARAMETER;
    }

    static NtStatus connectFailure(Throwable failure) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof ConnectTimeoutException || says(cause, "timed out")) {
            return NtStatus.STATUS_IO_TIMEOUT;
        }
        if (cause instanceof NoRouteToHostException || says(cause, "no route")) {
            return NtStatus.STATUS_HOST_UNREACHABLE;
        }
        if (cause instanceof BindException) {
            return NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
        }
        if (cause instanceof ConnectException) {
            return NtStatus.STATUS_CONNECTION_REFUSED;
        }
        // A reset as the answer to a connect is a refusal too.
        return sendFailure(cause, NtStatus.STATUS_CONNECTION_REFUSED);
    }

    static NtStatus datagramFailure(Throwable failure) {
        Throwable cause = unwrapped(failure);
        return cause instanceof PortUnreachableException
                ? NtStatus.STATUS_CONNECTION_RESET
                : sendFailure(cause, NtStatus.STATUS_INSUFFICIENT_RESOURCES);
    }

    private static NtStatus sendFailure(Throwable cause, NtStatus otherwise) {
        if (says(cause, "permission denied") || says(cause, "not permitted")) {
            return NtStatus.STATUS_ACCESS_DENIED;
        }
        if (says(cause, "network is unreachable") || says(cause, "network is down")) {
            return NtStatus.STATUS_NETWORK_UNREACHABLE;
        }
        if (says(cause, "host is down") || cause instanceof NoRouteToHostException) {
            return NtStatus.STATUS_HOST_UNREACHABLE;
        }
        boolean malformed = !(cause instanceof IOException)
                || says(cause, "message too long")
                || says(cause, "invalid argument")
                || says(cause, "not supported");
        return malformed ? NtStatus.STATUS_INVALID_PARAMETER : otherwise;
    }

    private static boolean isOfThisMachine(@Nullable InetAddress address) {
        if (address == null) {
            return false;
        }
        try {
            return address.isAnyLocalAddress()
                    || address.isLoopbackAddress()
                    || NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException unknown) {
            return true;
        }
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ChannelException && cause != null ? cause : failure;
    }

    private static boolean says(Throwable cause, String words) {
        String message = cause.getMessage();
        return message != null && message.toLowerCase(Locale.ROOT).contains(words);
    }
}

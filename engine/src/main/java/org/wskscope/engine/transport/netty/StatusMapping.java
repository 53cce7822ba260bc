package org.wskscope.engine.transport.netty;

import io.netty.channel.ChannelException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/**
 * What the operating system reports, said in {@code NTSTATUS} (C-02). The texts of exceptions differ by system and language, so the class of the exception decides first, then
 * what was asked and what {@link SystemFacts} tell, and a text only where nothing else can. Any thread.
 */
final class StatusMapping {
    /** Bytes of one datagram: what is left of 65,535 behind the headers of IPv4 and UDP, of IPv6 that of UDP. */
    private static final int LONGEST_IPV4 = 65_507;

    private static final int LONGEST_IPV6 = 65_527;

    /** Ports below may be a privilege. */
    private static final int FIRST_FREE_PORT = 1_024;

    /** Which of them are asked for to learn whether they are; hardly ever all in use. */
    private static final int[] PRIVILEGED = {1_023, 1_021, 1_019, 1_013};

    /** A refusal takes a turn there and back, on Windows three tries in two seconds; that nobody answers shows after twenty seconds at the earliest. */
    private static final long LONGEST_REFUSAL_NANOS = TimeUnit.SECONDS.toNanos(15);

    private final SystemFacts facts;

    StatusMapping(SystemFacts facts) {
        this.facts = facts;
    }

    /** Opening or binding a socket at {@code local} failed. */
    NtStatus bindFailure(Throwable failure, InetSocketAddress local) {
        Throwable cause = unwrapped(failure);
        InetAddress address = local.getAddress();
        if (address == null || !(cause instanceof IOException)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (facts.canBind(address, 0)) {
            // Place and means are there, so it is the port.
            return local.getPort() == 0 ? NtStatus.STATUS_INSUFFICIENT_RESOURCES : portFailure(local);
        }
        if (cause instanceof BindException && facts.isOurs(address)) {
            return NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
        }
        return facts.canBind(InetAddress.getLoopbackAddress(), 0)
                ? NtStatus.STATUS_INVALID_PARAMETER
                : NtStatus.STATUS_INSUFFICIENT_RESOURCES;
    }

    private NtStatus portFailure(InetSocketAddress local) {
        if (local.getPort() < FIRST_FREE_PORT) {
            for (int port : PRIVILEGED) {
                if (port != local.getPort() && facts.canBind(local.getAddress(), port)) {
                    return NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
                }
            }
            return NtStatus.STATUS_ACCESS_DENIED;
        }
        return NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
    }

    /** Connecting from {@code local} to {@code remote} failed after {@code tookNanos}. */
    NtStatus connectFailure(Throwable failure, InetSocketAddress local, InetSocketAddress remote, long tookNanos) {
        Throwable cause = unwrapped(failure);
        InetAddress to = remote.getAddress();
        if (to == null || remote.getPort() == 0 || !(cause instanceof IOException)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (cause instanceof ConnectTimeoutException || cause instanceof SocketTimeoutException) {
            return NtStatus.STATUS_IO_TIMEOUT;
        }
        if (cause instanceof NoRouteToHostException) {
            return NtStatus.STATUS_HOST_UNREACHABLE;
        }
        if (cause instanceof BindException) {
            return connectionNotToBeHad(cause, local, to);
        }
        if (cause instanceof ConnectException) {
            boolean silence = tookNanos >= LONGEST_REFUSAL_NANOS || SystemTexts.TIMED_OUT.isIn(cause);
            return silence ? NtStatus.STATUS_IO_TIMEOUT : NtStatus.STATUS_CONNECTION_REFUSED;
        }
        // A reset as the answer to a connect is a refusal too.
        return unsent(cause, local, to, NtStatus.STATUS_CONNECTION_REFUSED);
    }

    /** The system gives no connection with these two ends: one end cannot be, or it is there already, or it is not allowed. */
    private NtStatus connectionNotToBeHad(Throwable cause, InetSocketAddress local, InetAddress to) {
        if (isNoSingleEnd(to) || isOneSided(local, to)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (SystemTexts.DENIED.isIn(cause)) {
            return NtStatus.STATUS_ACCESS_DENIED;
        }
        InetAddress from = local.getAddress();
        return from == null || facts.canBind(from, 0)
                ? NtStatus.STATUS_ADDRESS_ALREADY_EXISTS
                : NtStatus.STATUS_INSUFFICIENT_RESOURCES;
    }

    /** Whether so many bytes are a datagram that can be sent at all. */
    static boolean isDatagram(int bytes, InetSocketAddress remote) {
        int longest = remote.getAddress() instanceof Inet6Address ? LONGEST_IPV6 : LONGEST_IPV4;
        return bytes <= longest && remote.getPort() != 0 && remote.getAddress() != null;
    }

    /** Sending a datagram of a length that can be sent failed. */
    NtStatus datagramFailure(Throwable failure, InetSocketAddress local, @Nullable InetSocketAddress remote) {
        Throwable cause = unwrapped(failure);
        if (cause instanceof PortUnreachableException) {
            return NtStatus.STATUS_CONNECTION_RESET;
        }
        InetAddress to = remote == null ? null : remote.getAddress();
        if (to == null || !(cause instanceof IOException)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        return unsent(cause, local, to, NtStatus.STATUS_INSUFFICIENT_RESOURCES);
    }

    private NtStatus unsent(Throwable cause, InetSocketAddress local, InetAddress to, NtStatus otherwise) {
        if (cause instanceof NoRouteToHostException || SystemTexts.HOST_DOWN.isIn(cause)) {
            return NtStatus.STATUS_HOST_UNREACHABLE;
        }
        if (isOneSided(local, to)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        if (SystemTexts.DENIED.isIn(cause)) {
            return NtStatus.STATUS_ACCESS_DENIED;
        }
        if (!facts.hasRoute(to)) {
            return NtStatus.STATUS_NETWORK_UNREACHABLE;
        }
        return SystemTexts.TOO_LONG.isIn(cause) || SystemTexts.INVALID.isIn(cause)
                ? NtStatus.STATUS_INVALID_PARAMETER
                : otherwise;
    }

    /** All addresses, many, or none. */
    private static boolean isNoSingleEnd(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean broadcast = bytes.length == 4 && (bytes[0] & bytes[1] & bytes[2] & bytes[3]) == -1;
        return address.isAnyLocalAddress() || address.isMulticastAddress() || broadcast;
    }

    /** From loopback nothing reaches another machine, and an address of one family nothing of the other. */
    private static boolean isOneSided(InetSocketAddress local, InetAddress to) {
        InetAddress from = local.getAddress();
        return from != null
                && (from.isLoopbackAddress() && !to.isLoopbackAddress() && !to.isAnyLocalAddress()
                        || from instanceof Inet6Address != to instanceof Inet6Address && !from.isAnyLocalAddress());
    }

    private static Throwable unwrapped(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof ChannelException && cause != null ? cause : failure;
    }
}

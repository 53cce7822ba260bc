package org.wskscope.engine.kernel;

import java.net.Inet4Address;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.SocketState;

/** Whom a datagram socket sends to when it is not told, and whom it hears (CTL-OPT-02, API-SND-02, API-SND-03). Guarded by the socket's lock. */
final class DatagramAddresses {
    private static final int LIMITED_BROADCAST = -1;

    private final DatagramSocketCore core;
    private @Nullable InetSocketAddress fixedRemote;
    private @Nullable InetSocketAddress fixedSendTo;

    DatagramAddresses(DatagramSocketCore core) {
        this.core = core;
    }

    /** {@code SIO_WSK_SET_REMOTE_ADDRESS} and {@code SIO_WSK_SET_SENDTO_ADDRESS}: after bind, an input of size 0 clears. */
    NtStatus ioctl(int code, Request request) {
        boolean filter = code == ControlCode.SIO_WSK_SET_REMOTE_ADDRESS;
        if (!filter && code != ControlCode.SIO_WSK_SET_SENDTO_ADDRESS) {
            return NtStatus.STATUS_NOT_SUPPORTED;
        }
        if (core.state() != SocketState.BOUND) {
            return NtStatus.STATUS_INVALID_DEVICE_STATE;
        }
        ControlParameters parameters = request.control();
        InetSocketAddress address = null;
        if (parameters.inputSize() != 0) {
            if (!(parameters.inputBuffer() instanceof InetSocketAddress given)
                    || parameters.inputSize() < sizeOf(given)
                    || core.isForeign(given)) {
                return NtStatus.STATUS_INVALID_PARAMETER;
            }
            address = given;
        }
        if (filter) {
            fixedRemote = address;
        } else {
            fixedSendTo = address;
        }
        return NtStatus.STATUS_SUCCESS;
    }

    /** Where a send goes: the explicit address, else the fixed one; null when there is none. */
    @Nullable
    InetSocketAddress target(@Nullable InetSocketAddress explicit) {
        if (explicit != null) {
            return explicit;
        }
        return fixedSendTo != null ? fixedSendTo : fixedRemote;
    }

    /** Whether {@code target} may be sent to. To everybody only with {@code SO_BROADCAST}; a subnet's own broadcast address only the transport knows. */
    NtStatus permission(@Nullable InetSocketAddress target) {
        if (target == null || core.isForeign(target)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        return isLimitedBroadcast(target) && !core.options.broadcast
                ? NtStatus.STATUS_ACCESS_DENIED
                : NtStatus.STATUS_SUCCESS;
    }

    /** A fixed remote address filters what is received (EVT-RFR-13). */
    boolean isUnheard(InetSocketAddress sender) {
        return fixedRemote != null && !fixedRemote.equals(sender);
    }

    private static boolean isLimitedBroadcast(InetSocketAddress target) {
        return target.getAddress() instanceof Inet4Address address && address.hashCode() == LIMITED_BROADCAST;
    }

    /** {@code sizeof(SOCKADDR_IN)} and {@code sizeof(SOCKADDR_IN6)}, bytes. */
    private static int sizeOf(InetSocketAddress address) {
        return address.getAddress() instanceof Inet4Address ? 16 : 28;
    }
}

package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** {@code WSK_PROVIDER_LISTEN_DISPATCH}. */
public interface WskProviderListenDispatch extends WskProviderBasicDispatch {
    /** {@code WskBind}: the socket listens from here on (API-SCK-03). */
    NtStatus bind(InetSocketAddress localAddress, int flags, @Nullable Irp irp);

    /** {@code WskAccept}: the accepted {@link ConnectionSocket} arrives as the IRP's pointer; it inherits no event (CTL-INH-03). The addresses of the connection are written where the client asks for them. */
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as in C
    NtStatus accept(
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable SocketAddressOut localAddress,
            @Nullable SocketAddressOut remoteAddress,
            @Nullable Irp irp);

    /** The same for a client that does not want the addresses. */
    default NtStatus accept(
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable Irp irp) {
        return accept(flags, acceptSocketContext, acceptSocketDispatch, null, null, irp);
    }

    /** {@code WskInspectComplete}: answers a pended inspection (section 6). */
    NtStatus inspectComplete(InspectId inspectId, InspectAction action, @Nullable Irp irp);

    /** {@code WskGetLocalAddress}: the address arrives as the IRP's pointer. */
    NtStatus getLocalAddress(@Nullable Irp irp);
}

package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** {@code WSK_PROVIDER_STREAM_DISPATCH}: all of a connection, plus listening; the first of listen and connect decides (API-SCK-04, -05). */
public interface WskProviderStreamDispatch extends WskProviderConnectionDispatch {
    /** {@code WskListen}; it has no flags. */
    NtStatus listen(@Nullable Irp irp);

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
}

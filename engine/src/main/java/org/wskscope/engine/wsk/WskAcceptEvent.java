package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** {@code PFN_WSK_ACCEPT_EVENT} (section 3.2). Runs on the listening socket's processor. */
@FunctionalInterface
public interface WskAcceptEvent {
    /**
     * @param acceptSocket the accepted socket, or null when the listening socket is dead (EVT-ACC-07)
     * @return STATUS_SUCCESS or STATUS_REQUEST_NOT_ACCEPTED
     */
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as in C
    NtStatus acceptEvent(
            @Nullable Object socketContext,
            AcceptEventFlags flags,
            InetSocketAddress localAddress,
            InetSocketAddress remoteAddress,
            @Nullable ConnectionSocket acceptSocket,
            AcceptSocketParameters acceptSocketParameters);
}

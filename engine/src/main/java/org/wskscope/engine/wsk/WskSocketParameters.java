package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@code WskSocket} except the IRP. Type, protocol and family are plain numbers, because a client may pass any.
 *
 * @param addressFamily {@link #AF_INET} or {@link #AF_INET6}
 * @param socketType {@link #SOCK_STREAM}, {@link #SOCK_DGRAM} or {@link #SOCK_RAW}
 * @param protocol {@link #IPPROTO_TCP}, {@link #IPPROTO_UDP} or, for raw sockets, any
 * @param category which of the {@code WSK_FLAG_…_SOCKET} flags is given
 * @param socketContext handed verbatim to each callback of the socket; null for basic sockets
 * @param dispatch the client's table for the category; null when no event will be enabled
 */
public record WskSocketParameters(
        int addressFamily,
        int socketType,
        int protocol,
        SocketCategory category,
        @Nullable Object socketContext,
        @Nullable WskClientSocketDispatch dispatch) {
    public static final int AF_INET = 2;
    public static final int AF_INET6 = 23;
    public static final int SOCK_STREAM = 1;
    public static final int SOCK_DGRAM = 2;
    public static final int SOCK_RAW = 3;
    public static final int IPPROTO_TCP = 6;
    public static final int IPPROTO_UDP = 17;

    /** The same with another family: {@code WskSocketConnect} takes it from its local address (API-SCK-02). */
    public WskSocketParameters withAddressFamily(int family) {
        return new WskSocketParameters(family, socketType, protocol, category, socketContext, dispatch);
    }
}

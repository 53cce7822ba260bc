package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/** {@code WSK_CLIENT_DATAGRAM_DISPATCH}: the callback of a datagram socket. */
public record WskClientDatagramDispatch(@Nullable WskReceiveFromEvent receiveFromEvent)
        implements WskClientSocketDispatch {}

package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/** {@code WSK_CLIENT_CONNECTION_DISPATCH}: the callbacks of a connection-oriented socket. */
public record WskClientConnectionDispatch(
        @Nullable WskReceiveEvent receiveEvent,
        @Nullable WskDisconnectEvent disconnectEvent,
        @Nullable WskSendBacklogEvent sendBacklogEvent)
        implements WskClientSocketDispatch {}

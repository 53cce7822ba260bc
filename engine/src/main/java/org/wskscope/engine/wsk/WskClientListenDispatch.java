package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/** {@code WSK_CLIENT_LISTEN_DISPATCH}: the callbacks of a listening socket; null means that callback will never be enabled (API-OBJ-05). */
public record WskClientListenDispatch(
        @Nullable WskAcceptEvent acceptEvent,
        @Nullable WskInspectEvent inspectEvent,
        @Nullable WskAbortEvent abortEvent)
        implements WskClientSocketDispatch {}

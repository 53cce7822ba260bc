package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/** {@code WSK_CLIENT_STREAM_DISPATCH}: two tables, used according to the role the stream socket takes (API-OBJ-08). */
public record WskClientStreamDispatch(
        @Nullable WskClientListenDispatch listen, @Nullable WskClientConnectionDispatch connect)
        implements WskClientSocketDispatch {}

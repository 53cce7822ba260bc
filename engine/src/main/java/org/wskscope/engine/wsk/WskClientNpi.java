package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * {@code WSK_CLIENT_NPI}: what a client registers with.
 *
 * @param name how the trace and the views call the client (our own; WSK has none)
 * @param clientContext handed back to the client event
 * @param dispatch version and client event
 */
public record WskClientNpi(String name, @Nullable Object clientContext, WskClientDispatch dispatch) {}

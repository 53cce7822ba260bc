package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * {@code WSK_CLIENT_DISPATCH}.
 *
 * @param version {@link WskVersion#MAKE_WSK_VERSION} of what the client was written for
 * @param clientEvent the client event callback, or null
 */
public record WskClientDispatch(int version, @Nullable WskClientEvent clientEvent) {}

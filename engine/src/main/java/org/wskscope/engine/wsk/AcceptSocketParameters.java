package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * The two out-parameters of {@code WskAcceptEvent}: context and dispatch table of the accepted socket. Both must be written before SUCCESS is returned
 * (VIO-18) and before events are enabled on the accepted socket (EVT-ACC-10). Any thread, until the callback has returned.
 */
public interface AcceptSocketParameters {
    /** Writes both; null means no events will be used on the accepted socket. */
    void set(@Nullable Object acceptSocketContext, @Nullable WskClientConnectionDispatch acceptSocketDispatch);
}

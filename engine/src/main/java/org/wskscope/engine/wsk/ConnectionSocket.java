package org.wskscope.engine.wsk;

/** A connection-oriented socket (section 1.2). Any thread. */
public non-sealed interface ConnectionSocket extends WskSocket {
    @Override
    WskProviderConnectionDispatch dispatch();
}

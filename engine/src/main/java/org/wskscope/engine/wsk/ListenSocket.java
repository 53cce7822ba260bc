package org.wskscope.engine.wsk;

/** A listening socket (section 1.2). Any thread. */
public non-sealed interface ListenSocket extends WskSocket {
    @Override
    WskProviderListenDispatch dispatch();
}

package org.wskscope.engine.wsk;

/** A basic socket (section 1.2). Any thread. */
public non-sealed interface BasicSocket extends WskSocket {
    @Override
    WskProviderBasicDispatch dispatch();
}

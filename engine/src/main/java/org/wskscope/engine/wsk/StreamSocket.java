package org.wskscope.engine.wsk;

/** A stream socket (section 1.2). Any thread. */
public non-sealed interface StreamSocket extends WskSocket {
    @Override
    WskProviderStreamDispatch dispatch();
}

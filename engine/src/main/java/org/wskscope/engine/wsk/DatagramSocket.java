package org.wskscope.engine.wsk;

/** A datagram socket (section 1.2). Any thread. */
public non-sealed interface DatagramSocket extends WskSocket {
    @Override
    WskProviderDatagramDispatch dispatch();
}

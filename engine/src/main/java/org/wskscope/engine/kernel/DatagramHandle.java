package org.wskscope.engine.kernel;

import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskProviderDatagramDispatch;

/** What the client holds of a datagram socket. */
record DatagramHandle(DatagramSocketCore core) implements DatagramSocket {
    @Override
    public SocketId id() {
        return new SocketId(core.id);
    }

    @Override
    public WskProviderDatagramDispatch dispatch() {
        return core;
    }

    @Override
    public DeferredReturn deferReturn() {
        return core.defer();
    }

    @Override
    public String toString() {
        return "DatagramSocket " + core.id;
    }
}

package org.wskscope.engine.kernel;

import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskProviderListenDispatch;

/** What the client holds of a listening socket. */
record ListenHandle(ListenSocketCore core) implements ListenSocket {
    @Override
    public SocketId id() {
        return new SocketId(core.id);
    }

    @Override
    public WskProviderListenDispatch dispatch() {
        return core;
    }

    @Override
    public DeferredReturn deferReturn() {
        return core.pump.defer();
    }

    @Override
    public String toString() {
        return "ListenSocket " + core.id;
    }
}

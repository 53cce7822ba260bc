package org.wskscope.engine.kernel;

import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskProviderConnectionDispatch;

/** What the client holds of a connection-oriented socket. */
record ConnectionHandle(ConnectionSocketCore core) implements ConnectionSocket {
    @Override
    public SocketId id() {
        return new SocketId(core.id);
    }

    @Override
    public WskProviderConnectionDispatch dispatch() {
        return core;
    }

    @Override
    public DeferredReturn deferReturn() {
        return core.pump.defer();
    }

    @Override
    public String toString() {
        return "ConnectionSocket " + core.id;
    }
}

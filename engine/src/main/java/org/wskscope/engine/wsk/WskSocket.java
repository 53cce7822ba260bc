package org.wskscope.engine.wsk;

/**
 * {@code WSK_SOCKET}: a handle made by WSK and valid until its close completes (API-OBJ-09). Its {@link #dispatch()} is the provider table of its
 * category.
 */
public sealed interface WskSocket permits BasicSocket, ListenSocket, DatagramSocket, ConnectionSocket, StreamSocket {
    SocketId id();

    WskProviderBasicDispatch dispatch();

    /**
     * Lets the callback of this socket that is running on the calling thread return later (C-40). Our own; the WDK has no such function.
     *
     * @throws IllegalStateException when no callback of this socket runs on the calling thread, or its return is already deferred
     */
    DeferredReturn deferReturn();
}

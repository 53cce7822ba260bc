package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProviderBasicDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** A basic socket: options and close, no transport, no events (API-OBJ-04, EVT-GEN-05). */
final class BasicSocketCore extends SocketCore {
    private final Handle handle = new Handle(this);

    BasicSocketCore(ClientRegistration client, SocketIdentity identity) {
        super(client, identity);
    }

    @Override
    WskSocket handle() {
        return handle;
    }

    @Override
    NtStatus perform(Request request) {
        throw new IllegalStateException(request.function + " is not in a basic socket's table");
    }

    @Override
    boolean abandon(Request request) {
        return false;
    }

    @Override
    void completeAll(NtStatus status) {}

    @Override
    boolean tearDown() {
        return false;
    }

    @Override
    void advance() {}

    @Override
    @Nullable
    WskCallback nextCall() {
        return null;
    }

    @Override
    NtStatus invoke(WskCallback callback) {
        throw new IllegalStateException("a basic socket has no " + callback.functionName());
    }

    @Override
    void returned(WskCallback callback, NtStatus status) {}

    @Override
    boolean hasCallback(WskEvent event) {
        return false;
    }

    @Override
    EventScope eventScope() {
        return EventScope.BASIC;
    }

    private record Handle(BasicSocketCore core) implements BasicSocket {
        @Override
        public SocketId id() {
            return new SocketId(core.id);
        }

        @Override
        public WskProviderBasicDispatch dispatch() {
            return core;
        }

        @Override
        public DeferredReturn deferReturn() {
            return core.pump.defer();
        }
    }
}

package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientStreamDispatch;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProviderStreamDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** A stream socket. */
final class StreamSocketCore extends ConnectionSocketCore implements WskProviderStreamDispatch {
    private final Handle handle = new Handle(this);

    StreamSocketCore(ClientRegistration client, SocketIdentity identity, @Nullable WskClientStreamDispatch table) {
        super(client, identity);
        setTable(table == null ? null : table.connect());
    }

    @Override
    public NtStatus listen(int flags, @Nullable Irp irp) {
        return submit(Request.open(kernel, WskFunction.WSK_LISTEN, irp));
    }

    @Override
    public NtStatus accept(
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable Irp irp) {
        return submit(Request.open(kernel, WskFunction.WSK_ACCEPT, irp));
    }

    @Override
    WskSocket handle() {
        return handle;
    }

    private record Handle(StreamSocketCore core) implements StreamSocket {
        @Override
        public SocketId id() {
            return new SocketId(core.id);
        }

        @Override
        public WskProviderStreamDispatch dispatch() {
            return core;
        }

        @Override
        public DeferredReturn deferReturn() {
            return core.pump.defer();
        }
    }
}

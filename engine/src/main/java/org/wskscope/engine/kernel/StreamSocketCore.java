package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.SocketAddressOut;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientStreamDispatch;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProviderStreamDispatch;
import org.wskscope.engine.wsk.WskSocket;

/**
 * A stream socket: bound first, then a connection or a listener (API-SCK-04, -05). It is a connection socket until {@code WskListen} succeeds in taking the
 * listening role; from then on a {@link ListenSocketCore} of the same number answers every call.
 */
final class StreamSocketCore extends ConnectionSocketCore implements WskProviderStreamDispatch {
    private final Handle handle = new Handle(this);
    private final @Nullable WskClientListenDispatch listenTable;
    private volatile @Nullable ListenSocketCore listener;

    StreamSocketCore(ClientRegistration client, SocketIdentity identity, @Nullable WskClientStreamDispatch table) {
        super(client, identity);
        listenTable = table == null ? null : table.listen();
        setTable(table == null ? null : table.connect());
    }

    /** {@code WskListen}. Any thread. */
    @Override
    public NtStatus listen(@Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_LISTEN, irp);
        takeListenRole(request);
        return submit(request);
    }

    /** {@code WskAccept}. Any thread. */
    @Override
    @SuppressWarnings("checkstyle:ParameterNumber") // as many as in C
    public NtStatus accept(
            int flags,
            @Nullable Object acceptSocketContext,
            @Nullable WskClientConnectionDispatch acceptSocketDispatch,
            @Nullable SocketAddressOut localAddress,
            @Nullable SocketAddressOut remoteAddress,
            @Nullable Irp irp) {
        Request request = Request.open(kernel, WskFunction.WSK_ACCEPT, irp);
        request.flags = flags;
        request.context = acceptSocketContext;
        request.table = acceptSocketDispatch;
        request.localOut = localAddress;
        request.remoteOut = remoteAddress;
        return submit(request);
    }

    private void takeListenRole(Request request) {
        synchronized (lock) {
            StreamChannel bound = channel();
            boolean may = state() == SocketState.BOUND && isOpenNow() && request.irp != null;
            if (!may || bound == null || listener != null) {
                return;
            }
            ListenSocketCore role = new ListenSocketCore(client, identity);
            role.context = context;
            role.setTable(listenTable);
            role.options.copyFrom(options);
            synchronized (role.lock) {
                kernel.stamp(role.stamp, RecordHead.NO_CAUSE);
                role.takeOver(bound);
                role.extensions.takeOver(extensions);
                role.controls.takeOver(controls);
                role.gates.enableStatically(role);
            }
            kernel.sockets.put(id, role);
            listener = role;
        }
    }

    @Override
    SocketCore role() {
        ListenSocketCore listening = listener;
        return listening == null ? this : listening;
    }

    @Override
    NtStatus perform(Request request) {
        boolean malformed = request.function == WskFunction.WSK_ACCEPT && request.flags != 0;
        return malformed ? NtStatus.STATUS_INVALID_PARAMETER : super.perform(request);
    }

    @Override
    void roleTaken() {
        gates.enableStatically(this);
    }

    /** C-38: the option speaks of the role once there is one. */
    @Override
    EventScope eventScope() {
        return switch (state()) {
            case CREATED, BOUND, CONNECTING -> EventScope.UNDECIDED;
            default -> EventScope.CONNECTION;
        };
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
            return core.role().pump.defer();
        }

        @Override
        public String toString() {
            return "StreamSocket " + core.id;
        }
    }
}

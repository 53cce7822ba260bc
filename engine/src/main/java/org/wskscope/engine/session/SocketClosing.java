package org.wskscope.engine.session;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.WskProviderConnectionDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** How the demonstration client takes leave of its sockets. Any thread. */
final class SocketClosing {
    private final Transport transport;
    private final IrpTable irps;
    private final ClientSockets sockets;

    SocketClosing(Transport transport, IrpTable irps, ClientSockets sockets) {
        this.transport = transport;
        this.irps = irps;
        this.sockets = sockets;
    }

    /** Runs {@code work} on a processor soon: a completion routine must not call WSK itself (API-IRP-08). */
    void later(Runnable work) {
        transport.processor(Math.max(0, transport.currentProcessor())).execute(work);
    }

    /** Closes the socket if its peer left, all its sends have ended and no list is retained. */
    void considerClosing(ScriptedSocket socket) {
        switch (socket.takeDeparture()) {
            case GRACEFUL -> later(() -> finishThenClose(socket));
            case ABORTIVE -> later(() -> close(socket));
            case NONE -> {}
        }
    }

    /** {@code WskRelease} of every retained list; returns how many there were. */
    int releaseRetained(ScriptedSocket socket) {
        WskSocket handle = socket.handle();
        if (handle == null || !socket.gate().enter()) {
            return 0;
        }
        try {
            return release(socket, handle);
        } finally {
            socket.gate().leave();
            considerClosing(socket);
        }
    }

    /** {@code WskRelease} of part of one retained list; {@code last} 0 for all of it. */
    CommandOutcome releaseList(ScriptedSocket socket, int number, int first, int last) {
        ClientList list = socket.lists().find(number);
        WskSocket handle = socket.handle();
        if (list == null || handle == null) {
            return Refusals.invalid("command.refused.noSuchList", Integer.toString(number));
        }
        if (!socket.gate().enter()) {
            return CommandCalls.closed();
        }
        try {
            NtStatus status = list.release(handle, first, last == 0 ? list.size() : last);
            socket.lists().settle(number);
            return status == null
                    ? Refusals.invalid("command.refused.noSuchElement", Integer.toString(list.size()))
                    : CommandCalls.answered(status, null);
        } finally {
            socket.gate().leave();
            considerClosing(socket);
        }
    }

    /** Releases what is retained and closes the socket. False when it is being closed already. */
    boolean close(ScriptedSocket socket) {
        WskSocket handle = socket.handle();
        return handle != null
                && socket.gate().close(() -> {
                    release(socket, handle);
                    handle.dispatch().closeSocket(irps.create(irp -> sockets.forget(socket)));
                });
    }

    /** As {@link #close}; gives the IRP, or null when the socket is not being closed by this call or not yet. */
    @Nullable
    Irp closeNow(ScriptedSocket socket) {
        WskSocket handle = socket.handle();
        Irp irp = irps.create(completed -> sockets.forget(socket));
        boolean closes = handle != null
                && socket.gate().close(() -> {
                    release(socket, handle);
                    handle.dispatch().closeSocket(irp);
                });
        return closes && irp.number() > 0 ? irp : null;
    }

    private void finishThenClose(ScriptedSocket socket) {
        WskSocket handle = socket.handle();
        if (handle == null || !socket.gate().enter()) {
            return;
        }
        try {
            if (handle.dispatch() instanceof WskProviderConnectionDispatch dispatch) {
                dispatch.disconnect(null, DisconnectFlags.GRACEFUL, irps.create(irp -> later(() -> close(socket))));
            }
        } finally {
            socket.gate().leave();
        }
    }

    private static int release(ScriptedSocket socket, WskSocket handle) {
        int released = 0;
        for (int number : socket.lists().numbers()) {
            ClientList list = socket.lists().find(number);
            if (list != null && list.release(handle, 1, list.size()) != null) {
                released++;
            }
            socket.lists().settle(number);
        }
        return released;
    }
}

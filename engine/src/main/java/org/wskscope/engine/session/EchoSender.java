package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskProviderConnectionDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** Sends back what the demonstration client received, each time with an IRP and a buffer of its own. Any thread. */
final class EchoSender {
    private final IrpTable irps;
    private final SocketClosing closing;

    EchoSender(IrpTable irps, SocketClosing closing) {
        this.irps = irps;
        this.closing = closing;
    }

    /** {@code WskSend}; the caller has counted the bytes into the socket's backlog. Gives the IRP, or null when there was nothing to call. */
    @Nullable
    Irp send(ScriptedSocket socket, byte[] bytes) {
        WskSocket handle = socket.handle();
        if (handle instanceof ConnectionSocket || handle instanceof StreamSocket) {
            WskProviderConnectionDispatch dispatch = (WskProviderConnectionDispatch) handle.dispatch();
            return submit(socket, bytes.length, irp -> dispatch.send(WskBuf.of(bytes), SendFlags.NONE, irp));
        }
        ended(socket, bytes.length);
        return null;
    }

    /** {@code WskSendTo}; the caller has counted the bytes into the socket's backlog. */
    void sendTo(ScriptedSocket socket, byte[] bytes, InetSocketAddress remote) {
        if (socket.handle() instanceof DatagramSocket datagram) {
            submit(socket, bytes.length, irp -> datagram.dispatch().sendTo(WskBuf.of(bytes), 0, remote, irp));
        } else {
            ended(socket, bytes.length);
        }
    }

    private @Nullable Irp submit(ScriptedSocket socket, int length, WskCall call) {
        if (!socket.gate().enter()) {
            ended(socket, length);
            return null;
        }
        try {
            Irp irp = irps.create(completed -> ended(socket, length));
            call.with(irp);
            irps.track(irp);
            return irp;
        } finally {
            socket.gate().leave();
        }
    }

    private void ended(ScriptedSocket socket, int length) {
        if (socket.echoBacklog().ended(length)) {
            closing.later(() -> resume(socket));
        }
        closing.considerClosing(socket);
    }

    /** The client stopped taking data; an empty {@code WskReceive} lets WSK indicate again (C-07). */
    private void resume(ScriptedSocket socket) {
        WskSocket handle = socket.handle();
        if (handle == null || !socket.gate().enter()) {
            return;
        }
        try {
            if (handle.dispatch() instanceof WskProviderConnectionDispatch dispatch) {
                dispatch.receive(WskBuf.EMPTY, ReceiveFlags.NONE, irps.create(irp -> {}));
            }
        } finally {
            socket.gate().leave();
        }
    }
}

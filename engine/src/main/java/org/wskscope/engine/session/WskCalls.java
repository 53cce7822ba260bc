package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskProviderConnectionDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** Finds the function a user means in the provider table of a socket; null where the category's table has none (section 1.3). */
final class WskCalls {
    private WskCalls() {}

    static @Nullable WskCall bind(WskSocket socket, InetSocketAddress local) {
        if (socket instanceof ListenSocket listener) {
            return irp -> listener.dispatch().bind(local, 0, irp);
        }
        if (socket instanceof DatagramSocket datagram) {
            return irp -> datagram.dispatch().bind(local, 0, irp);
        }
        WskProviderConnectionDispatch connection = connection(socket);
        return connection == null ? null : irp -> connection.bind(local, 0, irp);
    }

    static @Nullable WskCall listen(WskSocket socket) {
        return socket instanceof StreamSocket stream ? irp -> stream.dispatch().listen(irp) : null;
    }

    static @Nullable WskCall connect(WskSocket socket, InetSocketAddress remote) {
        WskProviderConnectionDispatch connection = connection(socket);
        return connection == null ? null : irp -> connection.connect(remote, 0, irp);
    }

    static @Nullable WskCall accept(WskSocket socket, ScriptedSocket context, WskClientConnectionDispatch dispatch) {
        if (socket instanceof ListenSocket listener) {
            return irp -> listener.dispatch().accept(0, context, dispatch, irp);
        }
        return socket instanceof StreamSocket stream
                ? irp -> stream.dispatch().accept(0, context, dispatch, irp)
                : null;
    }

    static @Nullable WskCall send(WskSocket socket, byte[] bytes, @Nullable InetSocketAddress remote) {
        if (socket instanceof DatagramSocket datagram) {
            return irp -> datagram.dispatch().sendTo(WskBuf.of(bytes), 0, remote, irp);
        }
        WskProviderConnectionDispatch connection = connection(socket);
        return connection == null || remote != null
                ? null
                : irp -> connection.send(WskBuf.of(bytes), SendFlags.NONE, irp);
    }

    static @Nullable WskCall receive(WskSocket socket, int length, int flags) {
        WskBuf buffer = length == 0 ? WskBuf.EMPTY : WskBuf.of(ByteBuffer.allocate(length));
        if (socket instanceof DatagramSocket datagram) {
            return irp -> datagram.dispatch().receiveFrom(buffer, flags, irp);
        }
        WskProviderConnectionDispatch connection = connection(socket);
        return connection == null ? null : irp -> connection.receive(buffer, new ReceiveFlags(flags), irp);
    }

    static @Nullable WskCall disconnect(WskSocket socket, boolean abortive) {
        DisconnectFlags flags = abortive ? DisconnectFlags.ABORTIVE : DisconnectFlags.GRACEFUL;
        WskProviderConnectionDispatch connection = connection(socket);
        return connection == null ? null : irp -> connection.disconnect(null, flags, irp);
    }

    private static @Nullable WskProviderConnectionDispatch connection(WskSocket socket) {
        if (socket instanceof ConnectionSocket connection) {
            return connection.dispatch();
        }
        return socket instanceof StreamSocket stream ? stream.dispatch() : null;
    }
}

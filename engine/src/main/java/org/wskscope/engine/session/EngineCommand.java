package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** A user's wish on its way to the engine. Immutable values; carried out by {@link Session#execute}. */
public sealed interface EngineCommand {
    /** {@code WskSocket}, with the demonstration client's tables. {@code addressFamily}: AF_INET or AF_INET6. */
    record CreateSocket(SocketCategory category, int addressFamily) implements EngineCommand {}

    /** {@code WskBind}. An address other than loopback is refused unless {@code confirmed}. */
    record Bind(SocketId socket, InetSocketAddress local, boolean confirmed) implements EngineCommand {}

    /** {@code WskListen} on a stream socket. */
    record Listen(SocketId socket) implements EngineCommand {}

    /** {@code WskConnect}. */
    record Connect(SocketId socket, InetSocketAddress remote) implements EngineCommand {}

    /** {@code WskAccept} with an IRP. */
    record Accept(SocketId socket) implements EngineCommand {}

    /** {@code WskSend}, or {@code WskSendTo} when {@code remote} is given. */
    record Send(SocketId socket, byte[] bytes, @Nullable InetSocketAddress remote) implements EngineCommand {
        public Send {
            bytes = bytes.clone();
        }
    }

    /** {@code WskReceive} or {@code WskReceiveFrom}; length 0 un-pauses a connection (C-07). {@code flags} as in ReceiveFlags. */
    record Receive(SocketId socket, int length, int flags) implements EngineCommand {}

    record Disconnect(SocketId socket, boolean abortive) implements EngineCommand {}

    /** {@code WskRelease} of every list the demonstration client retains on the socket. */
    record ReleaseRetained(SocketId socket) implements EngineCommand {}

    record CloseSocket(SocketId socket) implements EngineCommand {}

    /** {@code SO_WSK_EVENT_CALLBACK}. */
    record SetEventCallback(SocketId socket, EventMask mask, boolean withIrp) implements EngineCommand {}

    /** {@code WSK_SET_STATIC_EVENT_CALLBACKS}; only before the first socket. */
    record SetStaticEventCallbacks(EventMask mask) implements EngineCommand {}

    /** {@code IoCancelIrp}. */
    record CancelIrp(int irp) implements EngineCommand {}

    /** What a callback of the socket does from the next call on; on a listener, connection callbacks are the defaults of accepted sockets. */
    record SetBehaviour(SocketId socket, WskCallback callback, CallbackBehaviour behaviour) implements EngineCommand {}

    /** Lets a held call return. {@code bytesAccepted}: −1 for all. */
    record ReturnHeld(SocketId socket, long entered, NtStatus status, long bytesAccepted) implements EngineCommand {}

    /** Drives the ideal send backlog of a connection (C-27). */
    record SetIdealBacklog(SocketId socket, long bytes) implements EngineCommand {}

    record StartPeer(PeerKind kind, PeerSettings settings) implements EngineCommand {}

    record StopPeer(int peer) implements EngineCommand {}
}

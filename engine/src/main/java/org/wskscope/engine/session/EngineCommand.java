package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** A user's wish on its way to the engine. Immutable values; carried out by {@link Session#execute}. */
public sealed interface EngineCommand {
    /** The client that a session registers when it opens. */
    String FIRST_CLIENT = "";

    /** The socket it is about; id 0 for none. */
    default SocketId socket() {
        return new SocketId(0);
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * {@code WskSocket}, with the demonstration client's tables. {@code addressFamily}: AF_INET or AF_INET6. {@code client}: {@link #FIRST_CLIENT} or the name of a {@link
     * RegisterClient}.
     */
    record CreateSocket(SocketCategory category, int addressFamily, String client) implements EngineCommand {
        public CreateSocket(SocketCategory category, int addressFamily) {
            this(category, addressFamily, FIRST_CLIENT);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskBind}. An address other than loopback is refused unless {@code confirmed}. */
    record Bind(SocketId socket, InetSocketAddress local, boolean confirmed) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskListen} on a stream socket. */
    record Listen(SocketId socket) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskConnect}. */
    record Connect(SocketId socket, InetSocketAddress remote) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskAccept} with an IRP. */
    record Accept(SocketId socket) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskSend}, or {@code WskSendTo} when {@code remote} is given. */
    record Send(SocketId socket, byte[] bytes, @Nullable InetSocketAddress remote) implements EngineCommand {
        public Send {
            bytes = bytes.clone();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskReceive} or {@code WskReceiveFrom}; length 0 un-pauses a connection (C-07). {@code flags} as in ReceiveFlags. */
    record Receive(SocketId socket, int length, int flags) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record Disconnect(SocketId socket, boolean abortive) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskRelease} of every list the demonstration client retains on the socket. */
    record ReleaseRetained(SocketId socket) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record CloseSocket(SocketId socket) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code SO_WSK_EVENT_CALLBACK}. */
    record SetEventCallback(SocketId socket, EventMask mask, boolean withIrp) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WSK_SET_STATIC_EVENT_CALLBACKS} of a client; only before its first socket. */
    record SetStaticEventCallbacks(EventMask mask, String client) implements EngineCommand {
        public SetStaticEventCallbacks(EventMask mask) {
            this(mask, FIRST_CLIENT);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code SO_CONDITIONAL_ACCEPT} of a listener; only before its bind. */
    record SetConditionalAccept(SocketId socket, boolean on) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskInspectComplete} for the request with this serial number; {@code action}: Accept or Reject. */
    record InspectComplete(SocketId socket, int serialNumber, InspectAction action) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Lets a held inspect callback return {@code action}. */
    record AnswerInspect(SocketId socket, long entered, InspectAction action) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code SIO_WSK_QUERY_INSPECT_ID} of a socket; the answer is in the outcome's message. */
    record QueryInspectId(SocketId socket) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code IoCancelIrp}. */
    record CancelIrp(int irp) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** What a callback of the socket does from the next call on; on a listener, connection callbacks are the defaults of accepted sockets. */
    record SetBehaviour(SocketId socket, WskCallback callback, CallbackBehaviour behaviour) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Lets a held call return. {@code bytesAccepted}: −1 for all. */
    record ReturnHeld(SocketId socket, long entered, NtStatus status, long bytesAccepted) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Drives the ideal send backlog of a connection (C-27). */
    record SetIdealBacklog(SocketId socket, long bytes) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record StartPeer(PeerKind kind, PeerSettings settings) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record StopPeer(int peer) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Bytes a running peer sends at once, besides what it sends by itself. */
    record SendFromPeer(int peer, byte[] bytes) implements EngineCommand {
        public SendFromPeer {
            bytes = bytes.clone();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskSocketConnect}: a connection from a free loopback port to {@code remote}. */
    record SocketConnect(InetSocketAddress remote) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Asks a connection for its {@code SIO_WSK_QUERY_IDEAL_SEND_BACKLOG} or {@code SIO_WSK_QUERY_RECEIVE_BACKLOG}. The outcome's message has the answer. */
    record QueryBacklog(SocketId socket, boolean send) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * {@code WskRelease} of elements {@code first} … {@code last} (from 1; {@code last} 0 for the rest) of the {@code list}-th list the client retained on the socket, from 1.
     * Elements already released are left out; when all of them were, they are given to WSK once more (VIO-19).
     */
    record ReleaseList(SocketId socket, int list, int first, int last) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code SO_WSK_EVENT_CALLBACK} on a socket the client has closed or refused: a mistake made on purpose (VIO-03). */
    record UseAfterClose(SocketId socket) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The transport under the socket fails for good: the socket becomes dead (C-35). */
    record FailTransport(SocketId socket) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskRegister} and {@code WskCaptureProviderNPI} of another demonstration client, under a name that is free. */
    record RegisterClient(String client) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** {@code WskReleaseProviderNPI} and {@code WskDeregister} of a client that {@link RegisterClient} made; refused while it has sockets. */
    record DeregisterClient(String client) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A peer that does what it is told finishes its direction in order (FIN). */
    record FinishPeer(int peer) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A peer that does what it is told resets its connection (RST) and ends. */
    record ResetPeer(int peer) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Forbidden waits really wait from now on ({@code faithful}), or throw (C-32). */
    record SetFaithfulWaits(boolean faithful) implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Ends every wait of a client's thread that there is, as a debugger would: a deadlock is over then. */
    record BreakWaits() implements EngineCommand {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** One method for each command and no defaults. */
    interface Visitor<R> {
        R visit(CreateSocket command);

        R visit(Bind command);

        R visit(Listen command);

        R visit(Connect command);

        R visit(Accept command);

        R visit(Send command);

        R visit(Receive command);

        R visit(Disconnect command);

        R visit(ReleaseRetained command);

        R visit(CloseSocket command);

        R visit(SetEventCallback command);

        R visit(SetStaticEventCallbacks command);

        R visit(SetConditionalAccept command);

        R visit(InspectComplete command);

        R visit(AnswerInspect command);

        R visit(QueryInspectId command);

        R visit(CancelIrp command);

        R visit(SetBehaviour command);

        R visit(ReturnHeld command);

        R visit(SetIdealBacklog command);

        R visit(StartPeer command);

        R visit(StopPeer command);

        R visit(SendFromPeer command);

        R visit(SocketConnect command);

        R visit(QueryBacklog command);

        R visit(ReleaseList command);

        R visit(UseAfterClose command);

        R visit(FailTransport command);

        R visit(RegisterClient command);

        R visit(DeregisterClient command);

        R visit(FinishPeer command);

        R visit(ResetPeer command);

        R visit(SetFaithfulWaits command);

        R visit(BreakWaits command);
    }
}

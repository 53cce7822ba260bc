package org.wskscope.engine.session;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.EngineCommand.Bind;
import org.wskscope.engine.session.EngineCommand.CreateSocket;
import org.wskscope.engine.session.EngineCommand.Receive;
import org.wskscope.engine.session.EngineCommand.ReleaseList;
import org.wskscope.engine.session.EngineCommand.Send;
import org.wskscope.engine.session.EngineCommand.SetEventCallback;
import org.wskscope.engine.transport.Loopback;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.EventCallbackControl;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.NpiId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;

/** Calls WSK's socket functions for a user, with IRPs of the demonstration client. Any thread but a processor. */
final class SocketCommands {
    static final int MAX_TRANSFER_BYTES = 1 << 24;

    private final CommandCalls calls;
    private final DemoClients clients;
    private final ScriptedClient client;
    private final ClientSockets sockets;
    private final SocketClosing closing;
    private final IrpTable irps;

    SocketCommands(
            DemoClients clients, ScriptedClient client, ClientSockets sockets, SocketClosing closing, IrpTable irps) {
        this.calls = new CommandCalls(sockets, irps);
        this.clients = clients;
        this.client = client;
        this.sockets = sockets;
        this.closing = closing;
        this.irps = irps;
    }

    CommandOutcome create(CreateSocket command) {
        if (sockets.isFull()) {
            return CommandCalls.tooMany("command.refused.tooManySockets");
        }
        WskProvider provider = clients.provider(command.client());
        if (provider == null) {
            return Refusals.unknownClient(command.client());
        }
        ScriptedSocket socket = sockets.make(command.category(), command.client());
        WskSocketParameters parameters = parameters(socket, command.addressFamily());
        return made(socket, irp -> provider.socket(parameters, irp));
    }

    /** {@code WskSocketConnect} from a free loopback port of the remote address's family. */
    CommandOutcome socketConnect(InetSocketAddress remote) {
        if (sockets.isFull()) {
            return CommandCalls.tooMany("command.refused.tooManySockets");
        }
        WskProvider provider = clients.provider(EngineCommand.FIRST_CLIENT);
        if (provider == null || remote.isUnresolved()) {
            return Refusals.invalid("command.refused.unknownHost", Refusals.host(remote));
        }
        if (!remote.getAddress().isLoopbackAddress()) {
            return CommandOutcome.refused(
                    NtStatus.STATUS_ACCESS_DENIED,
                    CommandMessage.of("command.refused.notLoopback", Refusals.host(remote)));
        }
        ScriptedSocket socket = sockets.make(SocketCategory.CONNECTION, EngineCommand.FIRST_CLIENT);
        WskSocketParameters parameters = parameters(socket, WskSocketParameters.AF_INET);
        InetSocketAddress local = new InetSocketAddress(remote.getAddress(), 0);
        return made(socket, irp -> provider.socketConnect(parameters, local, remote, irp));
    }

    private WskSocketParameters parameters(ScriptedSocket socket, int addressFamily) {
        SocketCategory category = socket.category();
        boolean datagram = category == SocketCategory.DATAGRAM;
        return new WskSocketParameters(
                addressFamily,
                datagram ? WskSocketParameters.SOCK_DGRAM : WskSocketParameters.SOCK_STREAM,
                datagram ? WskSocketParameters.IPPROTO_UDP : WskSocketParameters.IPPROTO_TCP,
                category,
                category == SocketCategory.BASIC ? null : socket,
                client.dispatch(category));
    }

    /** Waits for the socket that {@code call} makes; its peer is on this machine. */
    private CommandOutcome made(ScriptedSocket socket, WskCall call) {
        IrpWait created = irps.newWait();
        Irp irp = irps.create(completed -> {
            deliver(socket, completed);
            created.accept(completed);
        });
        NtStatus status = call.with(irp);
        CommandOutcome outcome =
                CommandCalls.answered(status.equals(NtStatus.STATUS_PENDING) ? created.await() : status, irp);
        SocketId id = socket.id();
        return id == null ? outcome : outcome.withSocket(id);
    }

    CommandOutcome setStaticEvents(EventMask mask, String clientName) {
        WskProvider provider = clients.provider(clientName);
        if (provider == null) {
            return Refusals.unknownClient(clientName);
        }
        ControlParameters parameters = new ControlParameters(
                ControlType.WskSetOption,
                ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                0,
                EventCallbackControl.SIZE,
                new EventCallbackControl(NpiId.NPI_WSK_INTERFACE_ID, mask),
                0,
                null);
        NtStatus status = provider.controlClient(parameters, null);
        return CommandOutcome.of(
                status,
                status.equals(NtStatus.STATUS_INVALID_DEVICE_STATE)
                        ? CommandMessage.of("command.refused.staticTooLate")
                        : Refusals.of(status));
    }

    /** The answer of WSK is in the outcome's message; both queries complete at once. */
    CommandOutcome queryBacklog(SocketId socket, boolean send) {
        ByteBuffer answer = ByteBuffer.allocate(Long.BYTES);
        ControlParameters parameters = ControlParameters.query(CommandCalls.backlogCode(send), answer, null);
        CommandOutcome outcome = calls.callAndWait(
                socket,
                WskFunction.WSK_CONTROL_SOCKET,
                handle -> irp -> handle.dispatch().controlSocket(parameters, irp));
        return outcome.status().equals(NtStatus.STATUS_SUCCESS)
                ? CommandOutcome.of(
                                outcome.status(),
                                CommandMessage.of("command.note.backlog", Long.toString(answer.getLong(0))))
                        .withIrp(outcome.irp())
                : outcome;
    }

    CommandOutcome releaseList(ReleaseList command) {
        ScriptedSocket socket = sockets.find(command.socket());
        if (socket == null) {
            return Refusals.unknownSocket(command.socket());
        }
        return closing.releaseList(socket, command.list(), command.first(), command.last());
    }

    /** A mistake on purpose: WSK, not the session, refuses the call (VIO-03). */
    CommandOutcome useAfterClose(SocketId id) {
        ScriptedSocket socket = sockets.findGone(id);
        if (socket == null || sockets.find(id) != null) {
            return Refusals.invalid("command.refused.notGone", Integer.toString(id.value()));
        }
        WskEvent event = switch (socket.category()) {
            case LISTEN -> WskEvent.WSK_EVENT_ACCEPT;
            case DATAGRAM -> WskEvent.WSK_EVENT_RECEIVE_FROM;
            case BASIC, CONNECTION, STREAM -> WskEvent.WSK_EVENT_RECEIVE;
        };
        ControlParameters parameters = ControlParameters.eventCallback(EventMask.of(event));
        return CommandCalls.answered(socket.wsk().dispatch().controlSocket(parameters, null), null);
    }

    /** The IPv6 wildcard that nobody confirmed means the loopback address: over real sockets it would take IPv4 traffic too (FID-13). */
    CommandOutcome bind(Bind command) {
        boolean narrowed = !command.confirmed() && isWildcard6(command.local());
        InetSocketAddress local =
                narrowed ? new InetSocketAddress(Loopback.V6, command.local().getPort()) : command.local();
        if (local.isUnresolved()) {
            return Refusals.invalid("command.refused.unknownHost", Refusals.host(local));
        }
        if (!command.confirmed() && !local.getAddress().isLoopbackAddress()) {
            return CommandOutcome.refused(
                    NtStatus.STATUS_ACCESS_DENIED,
                    CommandMessage.of("command.refused.notLoopback", Refusals.host(local)));
        }
        CommandOutcome outcome =
                calls.callAndWait(command.socket(), WskFunction.WSK_BIND, socket -> WskCalls.bind(socket, local));
        boolean answeredByWsk = outcome.irp() != 0;
        if (!answeredByWsk) {
            return outcome;
        }
        CommandMessage told = narrowed && outcome.status().isSuccess()
                ? CommandMessage.of("command.done.loopback6")
                : Refusals.ofBind(outcome.status(), local);
        return CommandOutcome.of(outcome.status(), told).withIrp(outcome.irp());
    }

    private static boolean isWildcard6(InetSocketAddress local) {
        return local.getAddress() instanceof Inet6Address wildcard && wildcard.isAnyLocalAddress();
    }

    CommandOutcome listen(SocketId socket) {
        return calls.callAndWait(socket, WskFunction.WSK_LISTEN, WskCalls::listen);
    }

    CommandOutcome connect(SocketId socket, InetSocketAddress remote) {
        if (remote.isUnresolved()) {
            return Refusals.invalid("command.refused.unknownHost", Refusals.host(remote));
        }
        return calls.call(socket, WskFunction.WSK_CONNECT, handle -> WskCalls.connect(handle, remote));
    }

    CommandOutcome accept(SocketId listener) {
        ScriptedSocket known = sockets.find(listener);
        if (known == null) {
            return Refusals.unknownSocket(listener);
        }
        ScriptedSocket accepted = known.accepted();
        return calls.call(
                listener,
                WskFunction.WSK_ACCEPT,
                handle -> WskCalls.accept(handle, accepted, client.connectionDispatch()),
                completed -> deliver(accepted, completed));
    }

    CommandOutcome send(Send command) {
        byte[] bytes = command.bytes();
        InetSocketAddress remote = command.remote();
        if (bytes.length > MAX_TRANSFER_BYTES) {
            return tooLong();
        }
        if (remote != null && remote.isUnresolved()) {
            return Refusals.invalid("command.refused.unknownHost", Refusals.host(remote));
        }
        WskFunction function = remote == null ? WskFunction.WSK_SEND : WskFunction.WSK_SEND_TO;
        return calls.call(command.socket(), function, handle -> WskCalls.send(handle, bytes, remote));
    }

    CommandOutcome receive(Receive command) {
        if (command.length() < 0 || command.length() > MAX_TRANSFER_BYTES) {
            return tooLong();
        }
        return calls.call(
                command.socket(),
                WskFunction.WSK_RECEIVE,
                handle -> WskCalls.receive(handle, command.length(), command.flags()));
    }

    CommandOutcome disconnect(SocketId socket, boolean abortive) {
        return calls.call(socket, WskFunction.WSK_DISCONNECT, handle -> WskCalls.disconnect(handle, abortive));
    }

    CommandOutcome setEventCallback(SetEventCallback command) {
        ControlParameters parameters = ControlParameters.eventCallback(command.mask());
        if (command.withIrp()) {
            return calls.call(
                    command.socket(),
                    WskFunction.WSK_CONTROL_SOCKET,
                    handle -> irp -> handle.dispatch().controlSocket(parameters, irp));
        }
        ScriptedSocket socket = sockets.find(command.socket());
        if (socket == null) {
            return Refusals.unknownSocket(command.socket());
        }
        if (!socket.gate().enter()) {
            return CommandCalls.closed();
        }
        try {
            return CommandCalls.answered(socket.wsk().dispatch().controlSocket(parameters, null), null);
        } finally {
            socket.gate().leave();
        }
    }

    /** {@code WskCloseSocket} as the user wants it, with whatever is still retained (VIO-05). */
    CommandOutcome close(SocketId id) {
        ScriptedSocket socket = sockets.find(id);
        if (socket == null) {
            return Refusals.unknownSocket(id);
        }
        NtStatus[] status = {NtStatus.STATUS_PENDING};
        Irp irp = irps.create(completed -> sockets.forget(socket));
        boolean closes =
                socket.gate().close(() -> status[0] = socket.wsk().dispatch().closeSocket(irp));
        return closes ? CommandCalls.answered(status[0], irp) : CommandCalls.closed();
    }

    CommandOutcome releaseRetained(SocketId id) {
        ScriptedSocket socket = sockets.find(id);
        if (socket == null) {
            return Refusals.unknownSocket(id);
        }
        return closing.releaseRetained(socket) > 0
                ? CommandOutcome.SUCCESS
                : CommandOutcome.of(NtStatus.STATUS_SUCCESS, CommandMessage.of("command.note.nothingRetained"));
    }

    /** The socket a request delivered becomes one of the client's. */
    private void deliver(ScriptedSocket socket, Irp completed) {
        IoStatusBlock result = completed.ioStatus();
        if (result != null && result.status().isSuccess() && result.pointer() instanceof WskSocket handle) {
            socket.attach(handle);
            if (!sockets.admit(socket)) {
                closing.later(() -> closing.close(socket));
            }
        }
    }

    private static CommandOutcome tooLong() {
        return Refusals.invalid("command.refused.tooLong", Integer.toString(MAX_TRANSFER_BYTES));
    }
}

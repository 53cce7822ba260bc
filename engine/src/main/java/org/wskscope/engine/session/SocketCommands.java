package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.EngineCommand.Bind;
import org.wskscope.engine.session.EngineCommand.CreateSocket;
import org.wskscope.engine.session.EngineCommand.Receive;
import org.wskscope.engine.session.EngineCommand.Send;
import org.wskscope.engine.session.EngineCommand.SetEventCallback;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskSocketParameters;

/** Calls WSK's socket functions for a user, with IRPs of the demonstration client. Any thread but a processor. */
final class SocketCommands {
    static final int MAX_TRANSFER_BYTES = 1 << 20;

    private final CommandCalls calls;
    private final WskProvider provider;
    private final ScriptedClient client;
    private final ClientSockets sockets;
    private final SocketClosing closing;
    private final IrpTable irps;

    SocketCommands(
            WskProvider provider, ScriptedClient client, ClientSockets sockets, SocketClosing closing, IrpTable irps) {
        this.calls = new CommandCalls(sockets, irps);
        this.provider = provider;
        this.client = client;
        this.sockets = sockets;
        this.closing = closing;
        this.irps = irps;
    }

    CommandOutcome create(CreateSocket command) {
        if (sockets.isFull()) {
            return CommandCalls.tooMany("command.refused.tooManySockets");
        }
        SocketCategory category = command.category();
        boolean datagram = category == SocketCategory.DATAGRAM;
        ScriptedSocket socket = ScriptedSocket.of(category);
        IrpWait created = irps.newWait();
        Irp irp = irps.create(completed -> {
            deliver(socket, completed);
            created.accept(completed);
        });
        NtStatus status = provider.socket(
                new WskSocketParameters(
                        command.addressFamily(),
                        datagram ? WskSocketParameters.SOCK_DGRAM : WskSocketParameters.SOCK_STREAM,
                        datagram ? WskSocketParameters.IPPROTO_UDP : WskSocketParameters.IPPROTO_TCP,
                        category,
                        category == SocketCategory.BASIC ? null : socket,
                        client.dispatch(category)),
                irp);
        CommandOutcome outcome =
                CommandCalls.answered(status.equals(NtStatus.STATUS_PENDING) ? created.await() : status, irp);
        SocketId id = socket.id();
        return id == null ? outcome : outcome.withSocket(id);
    }

    CommandOutcome bind(Bind command) {
        InetSocketAddress local = command.local();
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
        return answeredByWsk
                ? CommandOutcome.of(outcome.status(), Refusals.ofBind(outcome.status(), local))
                        .withIrp(outcome.irp())
                : outcome;
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

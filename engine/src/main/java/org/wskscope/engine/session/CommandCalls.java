package org.wskscope.engine.session;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskSocket;

/** Calls one function of one socket with a new IRP and says how that was answered. Any thread but a processor. */
final class CommandCalls {
    private final ClientSockets sockets;
    private final IrpTable irps;

    CommandCalls(ClientSockets sockets, IrpTable irps) {
        this.sockets = sockets;
        this.irps = irps;
    }

    /** As {@link #call}, and waits for an IRP that only this machine decides on. */
    CommandOutcome callAndWait(SocketId id, WskFunction function, Function<WskSocket, @Nullable WskCall> functionOf) {
        IrpWait wait = irps.newWait();
        CommandOutcome outcome = call(id, function, functionOf, wait);
        if (!outcome.status().equals(NtStatus.STATUS_PENDING)) {
            return outcome;
        }
        NtStatus status = wait.await();
        return CommandOutcome.of(status, Refusals.of(status)).withIrp(outcome.irp());
    }

    CommandOutcome call(SocketId id, WskFunction function, Function<WskSocket, @Nullable WskCall> functionOf) {
        return call(id, function, functionOf, completed -> {});
    }

    CommandOutcome call(
            SocketId id,
            WskFunction function,
            Function<WskSocket, @Nullable WskCall> functionOf,
            Consumer<Irp> completed) {
        ScriptedSocket socket = sockets.find(id);
        if (socket == null) {
            return Refusals.unknownSocket(id);
        }
        WskCall call = functionOf.apply(socket.wsk());
        if (call == null) {
            return CommandOutcome.refused(
                    NtStatus.STATUS_INVALID_DEVICE_REQUEST,
                    CommandMessage.of("command.refused.notInTable", function.functionName()));
        }
        if (irps.isFull()) {
            return tooMany("command.refused.tooManyIrps");
        }
        if (!socket.gate().enter()) {
            return closed();
        }
        try {
            Irp irp = irps.create(completed);
            NtStatus status = call.with(irp);
            irps.track(irp);
            return answered(status, irp);
        } finally {
            socket.gate().leave();
        }
    }

    static int backlogCode(boolean send) {
        return send ? ControlCode.SIO_WSK_QUERY_IDEAL_SEND_BACKLOG : ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG;
    }

    static CommandOutcome answered(NtStatus status, @Nullable Irp irp) {
        return CommandOutcome.of(status, Refusals.of(status)).withIrp(irp == null ? 0 : irp.number());
    }

    static CommandOutcome closed() {
        return CommandOutcome.refused(NtStatus.STATUS_INVALID_HANDLE, Refusals.of(NtStatus.STATUS_INVALID_HANDLE));
    }

    static CommandOutcome tooMany(String key) {
        return CommandOutcome.refused(NtStatus.STATUS_INSUFFICIENT_RESOURCES, CommandMessage.of(key));
    }
}

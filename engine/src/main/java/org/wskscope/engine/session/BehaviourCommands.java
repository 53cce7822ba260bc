package org.wskscope.engine.session;

import java.util.concurrent.TimeUnit;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.EngineCommand.ReturnHeld;
import org.wskscope.engine.session.EngineCommand.SetBehaviour;
import org.wskscope.engine.session.EngineCommand.SetIdealBacklog;
import org.wskscope.engine.wsk.SocketId;

/** Says what the demonstration client does in its callbacks and with its IRPs. Any thread. */
final class BehaviourCommands {
    static final long MAX_WORK_NANOS = TimeUnit.HOURS.toNanos(1);

    private final ClientSockets sockets;
    private final IrpTable irps;
    private final BacklogProbe probe;

    /** Stands for the TCP stack that finds another amount of outstanding data ideal (C-27); false when the socket is no connection. */
    @FunctionalInterface
    interface BacklogProbe {
        boolean set(SocketId socket, long bytes);
    }

    BehaviourCommands(ClientSockets sockets, IrpTable irps, BacklogProbe probe) {
        this.probe = probe;
        this.sockets = sockets;
        this.irps = irps;
    }

    CommandOutcome set(SetBehaviour command) {
        ScriptedSocket socket = sockets.find(command.socket());
        if (socket == null) {
            return Refusals.unknownSocket(command.socket());
        }
        CallbackBehaviour behaviour = command.behaviour();
        if (behaviour.workNanos() < 0 || behaviour.workNanos() > MAX_WORK_NANOS) {
            return Refusals.invalid("command.refused.workTime");
        }
        if (behaviour.bytesAccepted() < CallbackBehaviour.ALL_BYTES) {
            return Refusals.invalid("command.refused.bytesAccepted");
        }
        socket.setBehaviour(command.callback(), behaviour);
        return CommandOutcome.SUCCESS;
    }

    CommandOutcome returnHeld(ReturnHeld command) {
        ScriptedSocket socket = sockets.find(command.socket());
        if (socket == null) {
            return Refusals.unknownSocket(command.socket());
        }
        return socket.returnHeld(command.entered(), command.status(), command.bytesAccepted())
                ? CommandOutcome.SUCCESS
                : Refusals.invalid("command.refused.notHeld");
    }

    CommandOutcome cancel(int number) {
        Irp irp = irps.find(number);
        if (irp == null) {
            return Refusals.invalid("command.refused.unknownIrp", Integer.toString(number));
        }
        return irp.cancel()
                ? CommandOutcome.SUCCESS.withIrp(number)
                : CommandOutcome.of(
                                NtStatus.STATUS_SUCCESS,
                                CommandMessage.of("command.note.notCancellable", Integer.toString(number)))
                        .withIrp(number);
    }

    CommandOutcome setIdealBacklog(SetIdealBacklog command) {
        if (command.bytes() < 0) {
            return Refusals.invalid("command.refused.backlog");
        }
        return probe.set(command.socket(), command.bytes())
                ? CommandOutcome.SUCCESS
                : Refusals.invalid(
                        "command.refused.noConnection",
                        Integer.toString(command.socket().value()));
    }
}

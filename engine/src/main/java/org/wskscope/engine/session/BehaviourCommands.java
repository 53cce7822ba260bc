package org.wskscope.engine.session;

import java.util.concurrent.TimeUnit;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.kernel.WaitMode;
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
    private final KernelWsk kernel;
    private final Runnable onChoicesChanged;

    BehaviourCommands(ClientSockets sockets, IrpTable irps, KernelWsk kernel, Runnable onChoicesChanged) {
        this.onChoicesChanged = onChoicesChanged;
        this.kernel = kernel;
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

    CommandOutcome setFaithfulWaits(boolean faithful) {
        WaitMode mode = faithful ? WaitMode.FAITHFUL : WaitMode.STRICT;
        if (kernel.waitMode() != mode) {
            kernel.setWaitMode(mode);
            onChoicesChanged.run();
        }
        return CommandOutcome.SUCCESS;
    }

    /** Succeeds also when nobody waited. */
    CommandOutcome breakWaits() {
        kernel.breakWaits();
        return CommandOutcome.SUCCESS;
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

    /** Stands for a transport that fails under the socket. */
    CommandOutcome failTransport(SocketId socket) {
        return kernel.failSocket(socket) ? CommandOutcome.SUCCESS : Refusals.unknownSocket(socket);
    }

    /** The person who binds the socket said that every interface is meant. */
    void permitEveryInterface(SocketId socket) {
        kernel.permitEveryInterface(socket);
    }

    CommandOutcome setIdealBacklog(SetIdealBacklog command) {
        if (command.bytes() < 0) {
            return Refusals.invalid("command.refused.backlog");
        }
        return kernel.setIdealSendBacklog(command.socket(), command.bytes())
                ? CommandOutcome.SUCCESS
                : Refusals.invalid(
                        "command.refused.noConnection",
                        Integer.toString(command.socket().value()));
    }
}

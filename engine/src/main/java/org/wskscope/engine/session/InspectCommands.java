package org.wskscope.engine.session;

import java.nio.ByteBuffer;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.EngineCommand.AnswerInspect;
import org.wskscope.engine.session.EngineCommand.InspectComplete;
import org.wskscope.engine.session.EngineCommand.SetConditionalAccept;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskFunction;

/** Conditional accept as a user drives it (section 6). Any thread but a processor. */
final class InspectCommands {
    private final ClientSockets sockets;
    private final CommandCalls calls;

    InspectCommands(ClientSockets sockets, IrpTable irps) {
        this.sockets = sockets;
        this.calls = new CommandCalls(sockets, irps);
    }

    /** {@code SO_CONDITIONAL_ACCEPT}, with the IRP it demands. */
    CommandOutcome setConditional(SetConditionalAccept command) {
        ControlParameters parameters = new ControlParameters(
                ControlType.WskSetOption,
                ControlCode.SO_CONDITIONAL_ACCEPT,
                ControlCode.SOL_SOCKET,
                Integer.BYTES,
                command.on() ? 1 : 0,
                0,
                null);
        CommandOutcome outcome = calls.call(
                command.socket(),
                WskFunction.WSK_CONTROL_SOCKET,
                handle -> irp -> handle.dispatch().controlSocket(parameters, irp));
        return outcome.status().equals(NtStatus.STATUS_INVALID_DEVICE_STATE)
                ? worded(outcome, "command.refused.conditionalTooLate")
                : outcome;
    }

    /** {@code WskInspectComplete} for a request the client was asked about; one that has ended meanwhile is as good (EVT-INS-15). */
    CommandOutcome complete(InspectComplete command) {
        ScriptedSocket listener = sockets.find(command.socket());
        if (listener == null) {
            return Refusals.unknownSocket(command.socket());
        }
        InspectId id = listener.inspectId(command.serialNumber());
        if (id == null) {
            return Refusals.invalid(
                    "command.refused.unknownInspection", Integer.toUnsignedString(command.serialNumber()));
        }
        InspectAction action = command.action();
        CommandOutcome outcome = calls.call(
                command.socket(),
                WskFunction.WSK_INSPECT_COMPLETE,
                handle -> handle instanceof ListenSocket socket
                        ? irp -> socket.dispatch().inspectComplete(id, action, irp)
                        : null);
        return outcome.status().equals(NtStatus.STATUS_INVALID_DEVICE_REQUEST)
                ? worded(outcome, "command.refused.notConditional")
                : outcome;
    }

    /** Lets a held inspect callback return. */
    CommandOutcome answer(AnswerInspect command) {
        ScriptedSocket listener = sockets.find(command.socket());
        if (listener == null) {
            return Refusals.unknownSocket(command.socket());
        }
        NtStatus answer = command.action().asReturn();
        return listener.returnHeld(command.entered(), answer, CallbackBehaviour.ALL_BYTES)
                ? CommandOutcome.SUCCESS
                : Refusals.invalid("command.refused.notHeld");
    }

    /** {@code SIO_WSK_QUERY_INSPECT_ID}, which takes no IRP; the message tells the id. */
    CommandOutcome query(SocketId id) {
        ScriptedSocket socket = sockets.find(id);
        if (socket == null) {
            return Refusals.unknownSocket(id);
        }
        if (!socket.gate().enter()) {
            return CommandCalls.closed();
        }
        try {
            return answered(socket);
        } finally {
            socket.gate().leave();
        }
    }

    private static CommandOutcome answered(ScriptedSocket socket) {
        ByteBuffer output = ByteBuffer.allocate(InspectId.SIZE);
        ControlParameters query =
                ControlParameters.query(ControlCode.SIO_WSK_QUERY_INSPECT_ID, output, new OutputSizeReturned());
        NtStatus status = socket.wsk().dispatch().controlSocket(query, null);
        if (status.isSuccess()) {
            return CommandOutcome.of(
                    status,
                    CommandMessage.of(
                            "command.note.inspectId",
                            Integer.toUnsignedString(InspectId.readFrom(output).serialNumber())));
        }
        return status.equals(NtStatus.STATUS_INVALID_DEVICE_REQUEST)
                ? worded(CommandOutcome.of(status), "command.refused.notInspected")
                : CommandCalls.answered(status, null);
    }

    private static CommandOutcome worded(CommandOutcome outcome, String key) {
        return CommandOutcome.refused(outcome.status(), CommandMessage.of(key)).withIrp(outcome.irp());
    }
}

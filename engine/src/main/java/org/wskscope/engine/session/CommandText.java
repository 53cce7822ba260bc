package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.EngineCommand.Accept;
import org.wskscope.engine.session.EngineCommand.AnswerInspect;
import org.wskscope.engine.session.EngineCommand.Bind;
import org.wskscope.engine.session.EngineCommand.CancelIrp;
import org.wskscope.engine.session.EngineCommand.CloseSocket;
import org.wskscope.engine.session.EngineCommand.Connect;
import org.wskscope.engine.session.EngineCommand.CreateSocket;
import org.wskscope.engine.session.EngineCommand.DeregisterClient;
import org.wskscope.engine.session.EngineCommand.Disconnect;
import org.wskscope.engine.session.EngineCommand.FailTransport;
import org.wskscope.engine.session.EngineCommand.FinishPeer;
import org.wskscope.engine.session.EngineCommand.InspectComplete;
import org.wskscope.engine.session.EngineCommand.Listen;
import org.wskscope.engine.session.EngineCommand.QueryBacklog;
import org.wskscope.engine.session.EngineCommand.QueryInspectId;
import org.wskscope.engine.session.EngineCommand.Receive;
import org.wskscope.engine.session.EngineCommand.RegisterClient;
import org.wskscope.engine.session.EngineCommand.ReleaseList;
import org.wskscope.engine.session.EngineCommand.ReleaseRetained;
import org.wskscope.engine.session.EngineCommand.ResetPeer;
import org.wskscope.engine.session.EngineCommand.ReturnHeld;
import org.wskscope.engine.session.EngineCommand.Send;
import org.wskscope.engine.session.EngineCommand.SendFromPeer;
import org.wskscope.engine.session.EngineCommand.SetBehaviour;
import org.wskscope.engine.session.EngineCommand.SetConditionalAccept;
import org.wskscope.engine.session.EngineCommand.SetEventCallback;
import org.wskscope.engine.session.EngineCommand.SetIdealBacklog;
import org.wskscope.engine.session.EngineCommand.SetStaticEventCallbacks;
import org.wskscope.engine.session.EngineCommand.SocketConnect;
import org.wskscope.engine.session.EngineCommand.StartPeer;
import org.wskscope.engine.session.EngineCommand.StopPeer;
import org.wskscope.engine.session.EngineCommand.UseAfterClose;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;

/** A command as the log writes it, in WSK's own names. Pure. */
final class CommandText implements EngineCommand.Visitor<String> {
    @Override
    public String visit(CreateSocket command) {
        return "WskSocket " + command.category().flagName();
    }

    @Override
    public String visit(Bind command) {
        return "WskBind " + address(command.local());
    }

    @Override
    public String visit(Listen command) {
        return "WskListen";
    }

    @Override
    public String visit(Connect command) {
        return "WskConnect " + address(command.remote());
    }

    @Override
    public String visit(Accept command) {
        return "WskAccept";
    }

    @Override
    public String visit(Send command) {
        InetSocketAddress remote = command.remote();
        String bytes = " n=" + command.bytes().length;
        return remote == null ? "WskSend" + bytes : "WskSendTo " + address(remote) + bytes;
    }

    @Override
    public String visit(Receive command) {
        return "WskReceive n=" + command.length();
    }

    @Override
    public String visit(Disconnect command) {
        return command.abortive() ? "WskDisconnect ABORTIVE" : "WskDisconnect";
    }

    @Override
    public String visit(ReleaseRetained command) {
        return "WskRelease";
    }

    @Override
    public String visit(CloseSocket command) {
        return "WskCloseSocket";
    }

    @Override
    public String visit(SetEventCallback command) {
        return "SO_WSK_EVENT_CALLBACK " + command.mask().shortNames() + (command.withIrp() ? " irp" : "");
    }

    @Override
    public String visit(SetStaticEventCallbacks command) {
        return ("WSK_SET_STATIC_EVENT_CALLBACKS " + command.mask().shortNames() + " " + command.client()).strip();
    }

    @Override
    public String visit(SetConditionalAccept command) {
        return "SO_CONDITIONAL_ACCEPT " + (command.on() ? 1 : 0);
    }

    @Override
    public String visit(InspectComplete command) {
        return "WskInspectComplete " + Integer.toUnsignedString(command.serialNumber()) + " "
                + command.action().shortName();
    }

    @Override
    public String visit(AnswerInspect command) {
        return "return " + command.action().shortName();
    }

    @Override
    public String visit(QueryInspectId command) {
        return "SIO_WSK_QUERY_INSPECT_ID";
    }

    @Override
    public String visit(CancelIrp command) {
        return "IoCancelIrp I" + command.irp();
    }

    @Override
    public String visit(SetBehaviour command) {
        CallbackBehaviour behaviour = command.behaviour();
        StringBuilder text = new StringBuilder(command.callback().functionName())
                .append(" -> ")
                .append(status(command));
        if (behaviour.bytesAccepted() >= 0) {
            text.append(" n=").append(behaviour.bytesAccepted());
        }
        if (behaviour.hold()) {
            text.append(behaviour.holdOnce() ? " hold once" : " hold");
        } else if (behaviour.workNanos() > 0) {
            text.append(" after ").append(behaviour.workNanos()).append(" ns");
        }
        behaviour.acts().forEach(act -> text.append(" do ").append(act.words()));
        return text.append(behaviour.echo() ? " echo" : "")
                .append(behaviour.closeAfter() ? " close" : "")
                .append(behaviour.waits() ? " wait" : "")
                .toString();
    }

    @Override
    public String visit(ReturnHeld command) {
        return "return " + command.status().shortName();
    }

    @Override
    public String visit(SetIdealBacklog command) {
        return "ideal send backlog " + command.bytes();
    }

    @Override
    public String visit(StartPeer command) {
        return "start peer " + command.kind() + " " + address(command.settings().target());
    }

    @Override
    public String visit(StopPeer command) {
        return "stop peer " + command.peer();
    }

    @Override
    public String visit(SendFromPeer command) {
        return "peer " + command.peer() + " sends n=" + command.bytes().length;
    }

    @Override
    public String visit(SocketConnect command) {
        return "WskSocketConnect " + address(command.remote());
    }

    @Override
    public String visit(QueryBacklog command) {
        return ControlCode.name(CommandCalls.backlogCode(command.send()));
    }

    @Override
    public String visit(ReleaseList command) {
        return "WskRelease " + command.list() + " " + command.first() + "-" + command.last();
    }

    @Override
    public String visit(UseAfterClose command) {
        return "use after close";
    }

    @Override
    public String visit(FailTransport command) {
        return "transport fails";
    }

    @Override
    public String visit(RegisterClient command) {
        return "WskRegister " + command.client();
    }

    @Override
    public String visit(DeregisterClient command) {
        return "WskDeregister " + command.client();
    }

    @Override
    public String visit(FinishPeer command) {
        return "peer " + command.peer() + " finishes";
    }

    @Override
    public String visit(ResetPeer command) {
        return "peer " + command.peer() + " resets";
    }

    private static String status(SetBehaviour command) {
        NtStatus status = command.behaviour().status();
        return Optional.of(command.callback())
                .filter(callback -> callback == WskCallback.INSPECT)
                .flatMap(inspect -> InspectAction.of(status.code()))
                .map(InspectAction::shortName)
                .orElseGet(status::shortName);
    }

    @Override
    public String visit(EngineCommand.SetFaithfulWaits command) {
        return command.faithful() ? "waits faithful" : "waits strict";
    }

    @Override
    public String visit(EngineCommand.BreakWaits command) {
        return "break waits";
    }

    private static String address(InetSocketAddress address) {
        return Refusals.host(address) + ":" + address.getPort();
    }
}

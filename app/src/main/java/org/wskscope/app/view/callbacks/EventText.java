package org.wskscope.app.view.callbacks;

import java.util.function.IntFunction;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** Words one record: what happened, with what, and the status. Pure. */
final class EventText extends EnvironmentText implements TraceRecord.Visitor<EventText.Wording> {
    private final Messages messages;
    private final IntFunction<String> socketNames;

    /** What differs between kinds of records. */
    record Wording(String event, String detail, String status, Hue hue) {}

    EventText(Messages messages, IntFunction<String> socketNames) {
        super(messages, socketNames);
        this.messages = messages;
        this.socketNames = socketNames;
    }

    @Override
    public Wording visit(TraceRecord.ClientRegistered record) {
        String version = (record.version() >> 8) + "." + (record.version() & 0xFF);
        return wording("clientRegistered", record.name(), version);
    }

    @Override
    public Wording visit(TraceRecord.ClientDeregistered record) {
        return wording("clientDeregistered", record.name());
    }

    @Override
    public Wording visit(TraceRecord.SocketCreated record) {
        String family = record.addressFamily() == 23 ? "AF_INET6" : "AF_INET";
        return wording("socketCreated", record.category().flagName(), family, record.owner());
    }

    @Override
    public Wording visit(TraceRecord.SocketBound record) {
        return wording("socketBound", address(record.local()));
    }

    @Override
    public Wording visit(TraceRecord.SocketConnected record) {
        return wording("socketConnected", address(record.remote()));
    }

    @Override
    public Wording visit(TraceRecord.SocketAccepted record) {
        return wording(
                "socketAccepted",
                socketNames.apply(record.accepted().value()),
                messages.get("record.route." + record.route()));
    }

    @Override
    public Wording visit(TraceRecord.SocketStateChanged record) {
        return wording("socketStateChanged", record.from().name(), record.to().name());
    }

    @Override
    public Wording visit(TraceRecord.SocketClosed record) {
        return wording("socketClosed");
    }

    @Override
    public Wording visit(TraceRecord.ConnectionArrived record) {
        return wording("connectionArrived", address(record.remote()), record.waiting());
    }

    @Override
    public Wording visit(TraceRecord.BytesArrived record) {
        return wording("bytesArrived", record.bytes(), preview(record.preview()));
    }

    @Override
    public Wording visit(TraceRecord.DatagramArrived record) {
        return wording("datagramArrived", record.bytes(), address(record.remote()));
    }

    @Override
    public Wording visit(TraceRecord.DatagramDropped record) {
        return wording("datagramDropped", record.bytes(), record.total());
    }

    @Override
    public Wording visit(TraceRecord.BytesSent record) {
        return record.irp() == 0
                ? wording("bytesSent", record.bytes())
                : wording("bytesSentForIrp", record.bytes(), irp(record.irp()));
    }

    @Override
    public Wording visit(TraceRecord.InputFinished record) {
        return wording("inputFinished");
    }

    @Override
    public Wording visit(TraceRecord.ConnectionReset record) {
        return wording("connectionReset");
    }

    @Override
    public Wording visit(TraceRecord.IndicationBuffered record) {
        return wording("indicationBuffered", record.queued(), messages.get("record.reason." + record.reason()));
    }

    @Override
    public Wording visit(TraceRecord.CallbackEnabled record) {
        return wording(
                "callbackEnabled",
                record.enabled().shortNames(),
                record.mask().hex(),
                messages.get("record.origin." + record.origin()));
    }

    @Override
    public Wording visit(TraceRecord.CallbackDisableRequested record) {
        String who = record.irp() == 0 ? messages.get("record.nobodyTold") : irp(record.irp());
        return new Wording(
                messages.get("record.callbackDisableRequested"),
                messages.format(
                        "record.callbackDisableRequested.detail", record.event().shortName(), record.inProgress(), who),
                RecordLine.NOTHING,
                Hue.WAITING);
    }

    @Override
    public Wording visit(TraceRecord.CallbackDisabled record) {
        return wording(
                "callbackDisabled",
                record.event().shortName(),
                record.mask().hex(),
                messages.get("record.disabledBy." + record.reason()));
    }

    @Override
    public Wording visit(TraceRecord.CallbackEntered record) {
        String key = switch (record.callback()) {
            case RECEIVE -> "record.entered.receive";
            case RECEIVE_FROM -> "record.entered.receiveFrom";
            case ACCEPT -> "record.entered.accept";
            case SEND_BACKLOG -> "record.entered.backlog";
            case INSPECT, ABORT -> record.amount() == 0 ? "record.entered.dead" : "record.entered.inspection";
            case DISCONNECT, CLIENT, EXTENSION -> "record.entered.other";
        };
        String detail = messages.format(
                key,
                record.amount(),
                record.callback().flagNames(record.flags()),
                socketNames.apply(record.subject().value()));
        return new Wording("▶ " + record.callback().functionName(), detail, RecordLine.NOTHING, hue(record.callback()));
    }

    @Override
    public Wording visit(TraceRecord.CallbackDeferred record) {
        return new Wording(
                "‖ " + record.callback().functionName(),
                messages.format("record.deferred", record.entered()),
                RecordLine.NOTHING,
                hue(record.callback()));
    }

    @Override
    public Wording visit(TraceRecord.CallbackReturned record) {
        String detail = record.callback() == WskCallback.RECEIVE
                ? messages.format("record.returned.receive", record.entered(), record.bytesAccepted())
                : messages.format("record.returned", record.entered());
        return new Wording("◀ " + record.callback().functionName(), detail, record.answer(), hue(record.callback()));
    }

    @Override
    public Wording visit(TraceRecord.FunctionCalled record) {
        EventMask mask = new EventMask((int) record.detail());
        boolean eventCallback = record.function() == WskFunction.WSK_CONTROL_SOCKET
                && record.code() == ControlCode.SO_WSK_EVENT_CALLBACK;
        Hue hue = eventCallback && mask.isDisable() ? Hue.WAITING : Hue.ACCENT;
        return new Wording(
                record.function().functionName(), calledDetail(record, mask, eventCallback), RecordLine.NOTHING, hue);
    }

    @Override
    public Wording visit(TraceRecord.FunctionReturned record) {
        return new Wording(
                "↩ " + record.function().functionName(),
                record.irp() == 0
                        ? messages.format("record.functionReturned", record.called())
                        : messages.format("record.functionReturned.irp", record.called(), irp(record.irp())),
                record.status().name(),
                Hue.NEUTRAL);
    }

    @Override
    public Wording visit(TraceRecord.IrpPended record) {
        return irpLine("irpPended", record.irp(), record.function(), record.length(), NtStatus.STATUS_PENDING.name());
    }

    @Override
    public Wording visit(TraceRecord.IrpCancelRequested record) {
        return irpLine("irpCancelRequested", record.irp(), record.function(), 0, RecordLine.NOTHING);
    }

    @Override
    public Wording visit(TraceRecord.IrpCompleted record) {
        return irpLine(
                "irpCompleted",
                record.irp(),
                record.function(),
                record.information(),
                record.status().name());
    }

    @Override
    public Wording visit(TraceRecord.ListRetained record) {
        return wording("listRetained", record.entered(), record.bytes(), record.retained());
    }

    @Override
    public Wording visit(TraceRecord.ListReleased record) {
        return wording("listReleased", record.entered(), record.bytes(), record.retained());
    }

    @Override
    public Wording visit(TraceRecord.GateChanged record) {
        return wording(record.open() ? "gateOpened" : "gateShut", record.queued());
    }

    @Override
    public Wording visit(TraceRecord.BacklogChanged record) {
        return wording("backlogChanged", record.bytes());
    }

    @Override
    public Wording visit(TraceRecord.ViolationFound record) {
        return new Wording(
                messages.get("record.violationFound"),
                record.violation().code() + " " + record.violation().name(),
                RecordLine.NOTHING,
                Hue.ERROR);
    }

    @Override
    public Wording visit(TraceRecord.CommandIssued record) {
        return wording("commandIssued", record.text());
    }

    @Override
    public Wording visit(TraceRecord.CommandSettled record) {
        return new Wording(
                messages.get("record.commandSettled"),
                sentence(CommandMessage.parse(record.message())),
                record.status().name(),
                Hue.NEUTRAL);
    }

    @Override
    public Wording visit(TraceRecord.LogSealed record) {
        return wording("logSealed", messages.get("record.seal." + record.reason()));
    }

    @Override
    public Wording visit(TraceRecord.ConditionalAcceptChanged record) {
        return wording(record.on() ? "conditionalAcceptOn" : "conditionalAcceptOff");
    }

    @Override
    public Wording visit(TraceRecord.ConnectionRequested record) {
        return wording("connectionRequested", record.inspection(), address(record.remote()));
    }

    @Override
    public Wording visit(TraceRecord.InspectionEnded record) {
        return wording("inspectionEnded", record.inspection(), messages.get("record.inspection." + record.outcome()));
    }

    @Override
    public Wording visit(TraceRecord.ConnectionRefused record) {
        return wording("connectionRefused", address(record.remote()), record.waiting());
    }

    @Override
    public Wording visit(TraceRecord.WaitBegan record) {
        String what = record.what() == WaitFor.IRP ? irp(record.irp()) : messages.get("record.wait." + record.what());
        return new Wording(messages.get("record.waitBegan"), what, RecordLine.NOTHING, Hue.WAITING);
    }

    @Override
    public Wording visit(TraceRecord.WaitEnded record) {
        return new Wording(messages.get("record.waitEnded"), "", record.status().name(), Hue.NEUTRAL);
    }

    @Override
    public Wording visit(TraceRecord.DeadlockFound record) {
        return new Wording(messages.get("record.deadlockFound"), record.text(), RecordLine.NOTHING, Hue.ERROR);
    }

    static Hue hue(WskCallback callback) {
        return Hue.ofLetter(callback.letter());
    }

    /** Colour of a status: pending ones wait, failures are errors. */
    static Hue statusHue(String status) {
        if (status.endsWith("PENDING")) {
            return Hue.WAITING;
        }
        if (status.equals(InspectAction.WskInspectPend.shortName())) {
            return Hue.WAITING;
        }
        boolean quiet = status.equals(RecordLine.NOTHING)
                || status.equals(InspectAction.WskInspectAccept.shortName())
                || status.equals(InspectAction.WskInspectReject.shortName())
                || status.equals(NtStatus.STATUS_SUCCESS.name());
        return quiet ? Hue.NEUTRAL : Hue.ERROR;
    }

    private Wording irpLine(String key, int irp, WskFunction function, long amount, String status) {
        return new Wording(
                messages.format("record." + key, irp),
                messages.format("record." + key + ".detail", function.functionName(), amount),
                status,
                Hue.IRP);
    }

    private String calledDetail(TraceRecord.FunctionCalled record, EventMask mask, boolean eventCallback) {
        if (eventCallback) {
            String what = "SO_WSK_EVENT_CALLBACK " + mask.shortNames() + " " + mask.hex();
            return record.irp() == 0 ? what : what + ", " + irp(record.irp());
        }
        if (record.function() == WskFunction.WSK_INSPECT_COMPLETE) {
            String action = InspectAction.of(record.code())
                    .map(InspectAction::shortName)
                    .orElse("?");
            return messages.format("record.functionCalled.inspection", record.detail(), action, irp(record.irp()));
        }
        String control = record.function() == WskFunction.WSK_CONTROL_SOCKET ? ControlCode.name(record.code()) : "";
        String amount = record.detail() > 0 && control.isEmpty()
                ? messages.format(
                        "record.functionCalled." + (isData(record.function()) ? "bytes" : "flags"), record.detail())
                : control;
        String both = amount.isEmpty() || record.irp() == 0 ? amount : amount + ", ";
        return both + irp(record.irp());
    }

    private static boolean isData(WskFunction function) {
        return switch (function) {
            case WSK_SEND, WSK_SEND_TO, WSK_RECEIVE, WSK_RECEIVE_FROM, WSK_SEND_MESSAGES, WSK_RELEASE -> true;
            default -> false;
        };
    }

    private String sentence(CommandMessage message) {
        return message.isEmpty()
                ? ""
                : messages.format(message.key(), message.arguments().toArray());
    }

    private String irp(int number) {
        return number == 0 ? "" : messages.format("record.irp", number);
    }

    private static String preview(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append(each >= 0x20 && each < 0x7F ? (char) each : '.');
        }
        return text.toString();
    }
}

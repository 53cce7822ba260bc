package org.wskscope.engine.projection;

import static org.wskscope.engine.projection.NotationText.detail;
import static org.wskscope.engine.projection.NotationText.inspection;
import static org.wskscope.engine.projection.NotationText.isOption;
import static org.wskscope.engine.projection.NotationText.maskNow;
import static org.wskscope.engine.projection.NotationText.noun;
import static org.wskscope.engine.projection.NotationText.numeric;
import static org.wskscope.engine.projection.TraceLine.aside;
import static org.wskscope.engine.projection.TraceLine.step;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.InspectionOutcome;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/**
 * One line for each record: in trace notation when client, WSK or peer could see it, else a summary. Remembers which calls are in flight; owned by one thread.
 */
final class NotationFold extends EnvironmentNotation implements TraceRecord.Visitor<TraceLine> {
    private static final String[] ABBREVIATIONS = {"ACC", "INS", "ABT", "RCV", "RFR", "DSC", "BKL", "CLI", "EXT"};

    private final SocketNames names;
    private final Map<Long, Integer> inFlight = new HashMap<>();
    private final Map<Long, Long> indicated = new HashMap<>();
    private final Set<Long> optionCalls = new HashSet<>();
    private final Set<Integer> optionIrps = new HashSet<>();
    private final Set<Long> letIn = new HashSet<>();
    private long lastCall = -1;

    NotationFold(SocketNames names) {
        super(names);
        this.names = names;
    }

    @Override
    public TraceLine visit(TraceRecord.FunctionCalled record) {
        lastCall = record.head().sequence();
        peers.called(record);
        boolean option = isOption(record.function(), record.code());
        if (option) {
            optionCalls.add(lastCall);
        }
        if (option && record.irp() != 0) {
            optionIrps.add(record.irp());
        }
        StringBuilder line = new StringBuilder("A>  ")
                .append(option ? "option" : record.function().functionName())
                .append('(');
        int start = line.length();
        if (record.head().socket().value() != 0) {
            argument(line, start, name(record));
        }
        String detail = detail(record);
        if (!detail.isEmpty()) {
            argument(line, start, detail);
        }
        if (record.irp() != 0) {
            argument(line, start, "irp=#" + record.irp());
        }
        return step(line.append(')').toString());
    }

    @Override
    public TraceLine visit(TraceRecord.FunctionReturned record) {
        boolean option = optionCalls.remove(record.called());
        String answer = "A<  " + record.status().shortName();
        boolean obvious = record.called() == lastCall;
        return step(obvious ? answer : answer + "  (" + noun(record.function(), option) + " " + name(record) + ")");
    }

    @Override
    public TraceLine visit(TraceRecord.CallbackEntered record) {
        int running = inFlight.merge(key(record, record.callback()), 1, Integer::sum);
        indicated.put(record.head().sequence(), record.amount());
        return step(call(record, record.callback())
                + " enter"
                + payload(record)
                + " [in-flight "
                + ABBREVIATIONS[record.callback().ordinal()]
                + "="
                + running
                + "]");
    }

    @Override
    public TraceLine visit(TraceRecord.CallbackDeferred record) {
        return step(call(record, record.callback()) + " held");
    }

    @Override
    public TraceLine visit(TraceRecord.CallbackReturned record) {
        inFlight.merge(key(record, record.callback()), -1, NotationFold::orForget);
        Long amount = indicated.remove(record.entered());
        String line = call(record, record.callback()) + " return " + answer(record);
        boolean partial = record.callback() == WskCallback.RECEIVE
                && record.status().equals(NtStatus.STATUS_SUCCESS)
                && amount != null
                && record.bytesAccepted() < amount;
        return step(partial ? line + "  accepted=" + record.bytesAccepted() : line);
    }

    @Override
    public TraceLine visit(TraceRecord.IrpCompleted record) {
        String noun = noun(record.function(), optionIrps.remove(record.irp()));
        return step(
                "IRP #" + record.irp() + " " + noun + " " + record.status().shortName() + ", " + record.information());
    }

    @Override
    public TraceLine visit(TraceRecord.IrpCancelRequested record) {
        return step("A>  IoCancelIrp(#" + record.irp() + ")");
    }

    @Override
    public TraceLine visit(TraceRecord.ConnectionArrived record) {
        return step(letIn.remove(record.head().cause()) ? "P>  established" : "P>  connect");
    }

    @Override
    public TraceLine visit(TraceRecord.BytesArrived record) {
        return step("P>  send " + record.bytes() + " B " + PayloadText.quoted(record.preview(), record.bytes()));
    }

    @Override
    public TraceLine visit(TraceRecord.DatagramArrived record) {
        return step("P>  datagram " + record.bytes() + " B");
    }

    @Override
    public TraceLine visit(TraceRecord.DatagramDropped record) {
        String why = switch (record.reason()) {
            case QUEUE_FULL -> "  (queue full)";
            case OTHER_SENDER -> "  (other sender)";
            case REFUSED -> "  (refused)";
        };
        return step("--  dropped " + record.bytes() + " B" + why);
    }

    @Override
    public TraceLine visit(TraceRecord.InputFinished record) {
        return step("P>  FIN");
    }

    @Override
    public TraceLine visit(TraceRecord.ConnectionReset record) {
        return step("P>  RST");
    }

    @Override
    public TraceLine visit(TraceRecord.IndicationBuffered record) {
        return step("--  " + record.reason() + ", " + record.queued() + " queued");
    }

    @Override
    public TraceLine visit(TraceRecord.ViolationFound record) {
        String what = record.isOfMemory()
                ? "BUFFER_CHANGED_WHILE_PENDING  bytes " + record.firstByte() + ".." + (record.endByte() - 1)
                : record.violation().toString();
        return step(record.violation().code() + " " + what);
    }

    @Override
    public TraceLine visit(TraceRecord.SocketCreated record) {
        names.created(record.head().socket().value(), record.category());
        return aside("SocketCreated " + record.category().flagName() + " on processor " + record.owner());
    }

    @Override
    public TraceLine visit(TraceRecord.ClientRegistered record) {
        return aside("ClientRegistered \"" + record.name() + "\" version "
                + String.format(Locale.ROOT, "0x%04X", record.version()));
    }

    @Override
    public TraceLine visit(TraceRecord.ClientDeregistered record) {
        return aside("ClientDeregistered \"" + record.name() + "\"");
    }

    @Override
    public TraceLine visit(TraceRecord.SocketBound record) {
        return aside("SocketBound " + numeric(record.local()));
    }

    @Override
    public TraceLine visit(TraceRecord.SocketConnected record) {
        peers.connected(record.head().socket().value(), record.remote());
        return aside("SocketConnected " + numeric(record.remote()));
    }

    @Override
    public TraceLine visit(TraceRecord.SocketAccepted record) {
        return aside("SocketAccepted " + names.name(record.accepted().value()) + " by " + record.route());
    }

    @Override
    public TraceLine visit(TraceRecord.SocketStateChanged record) {
        peers.changed(record);
        return aside("SocketStateChanged " + record.from() + " -> " + record.to());
    }

    @Override
    public TraceLine visit(TraceRecord.SocketClosed record) {
        return aside("SocketClosed");
    }

    @Override
    public TraceLine visit(TraceRecord.BytesSent record) {
        return aside("BytesSent " + record.bytes() + " B irp=#" + record.irp());
    }

    @Override
    public TraceLine visit(TraceRecord.CallbackEnabled record) {
        return aside(
                "CallbackEnabled " + record.enabled().shortNames() + " by " + record.origin() + maskNow(record.mask()));
    }

    @Override
    public TraceLine visit(TraceRecord.CallbackDisableRequested record) {
        return aside(
                "CallbackDisableRequested " + record.event().shortName() + ", " + record.inProgress() + " in progress");
    }

    @Override
    public TraceLine visit(TraceRecord.CallbackDisabled record) {
        return aside(
                "CallbackDisabled " + record.event().shortName() + " by " + record.reason() + maskNow(record.mask()));
    }

    @Override
    public TraceLine visit(TraceRecord.IrpPended record) {
        return aside("IrpPended #" + record.irp() + " " + noun(record.function(), optionIrps.contains(record.irp()))
                + ", " + record.length() + " B" + until(record.hindrance()));
    }

    @Override
    public TraceLine visit(TraceRecord.ListRetained record) {
        return aside("ListRetained " + record.bytes() + " B, now " + record.retained() + " B");
    }

    @Override
    public TraceLine visit(TraceRecord.ListReleased record) {
        return aside("ListReleased " + record.bytes() + " B, now " + record.retained() + " B");
    }

    @Override
    public TraceLine visit(TraceRecord.GateChanged record) {
        return aside("GateChanged " + (record.open() ? "open" : "shut") + ", " + record.queued() + " queued");
    }

    @Override
    public TraceLine visit(TraceRecord.BacklogChanged record) {
        return aside("BacklogChanged " + record.bytes() + " B");
    }

    @Override
    public TraceLine visit(TraceRecord.CommandIssued record) {
        return aside("CommandIssued " + record.command() + " " + record.text());
    }

    @Override
    public TraceLine visit(TraceRecord.CommandSettled record) {
        return aside(
                ("CommandSettled " + record.command() + " " + record.status().shortName() + " " + record.message())
                        .stripTrailing());
    }

    @Override
    public TraceLine visit(TraceRecord.LogSealed record) {
        return aside("LogSealed " + record.reason());
    }

    @Override
    public TraceLine visit(TraceRecord.ConditionalAcceptChanged record) {
        return aside("ConditionalAcceptChanged " + (record.on() ? "on" : "off"));
    }

    @Override
    public TraceLine visit(TraceRecord.ConnectionRequested record) {
        return step("P>  connect  " + inspection(record.inspection()));
    }

    @Override
    public TraceLine visit(TraceRecord.InspectionEnded record) {
        if (record.outcome() == InspectionOutcome.ACCEPTED) {
            letIn.add(record.head().sequence());
        }
        return aside("InspectionEnded " + inspection(record.inspection()) + " " + record.outcome());
    }

    @Override
    public TraceLine visit(TraceRecord.ConnectionRefused record) {
        return step("P>  connect  refused, " + record.waiting() + " waiting");
    }

    private static String answer(TraceRecord.CallbackReturned record) {
        return record.action().map(InspectAction::shortName).orElseGet(record.status()::shortName);
    }

    @Override
    public TraceLine visit(TraceRecord.WaitBegan record) {
        String what = switch (record.what()) {
            case IRP -> "irp=#" + record.irp();
            case CALLBACK_RETURN -> "callback of " + name(record);
            case DEREGISTRATION -> "deregistration";
            case PROVIDER -> "provider";
        };
        return step("A>  wait(" + what + ")" + until(record.hindrance()));
    }

    private String until(Hindrance hindrance) {
        String more = hindrance.others() == 0 ? "" : " and " + hindrance.others() + " more";
        return switch (hindrance.kind()) {
            case NONE -> "";
            case CALLBACK -> "  until callback #" + hindrance.record() + " returns";
            case ROUTINE -> "  until the routine of #" + hindrance.record() + " returns";
            case ENDPOINT -> "  until the address is free";
            case SOCKET -> "  until " + names.name(hindrance.socket()) + " is closed" + more;
            case CAPTURE -> "  until capture #" + hindrance.record() + " is released" + more;
            case CALL -> "  until a call of the client ends" + more;
            case PROVIDER -> "  until the provider is there";
        };
    }

    @Override
    public TraceLine visit(TraceRecord.WaitEnded record) {
        return step("A<  " + record.status().shortName() + "  (wait)");
    }

    @Override
    public TraceLine visit(TraceRecord.DeadlockFound record) {
        return step("--  deadlock: " + record.text());
    }

    private String payload(TraceRecord.CallbackEntered record) {
        return switch (record.callback()) {
            case ACCEPT -> "  socket=" + subject(record.subject());
            case DISCONNECT -> new DisconnectEventFlags(record.flags()).abortive() ? "  ABORTIVE" : "  graceful";
            case RECEIVE, RECEIVE_FROM, SEND_BACKLOG -> "  n=" + record.amount();
            case INSPECT, ABORT -> "  " + inspection(record.amount());
            case CLIENT -> "";
            case EXTENSION -> String.format(Locale.ROOT, "  event=0x%X", record.amount());
        };
    }

    private String subject(SocketId socket) {
        return socket.value() == 0 ? "NULL" : names.name(socket.value());
    }

    private String call(TraceRecord record, WskCallback callback) {
        return "W>  " + callback.functionName() + "(" + name(record) + ")";
    }

    private String name(TraceRecord record) {
        return names.name(record.head().socket().value());
    }

    private static void argument(StringBuilder line, int start, String text) {
        if (line.length() > start) {
            line.append(", ");
        }
        line.append(text);
    }

    private static long key(TraceRecord record, WskCallback callback) {
        return (long) record.head().socket().value() << 8 | callback.ordinal();
    }

    @SuppressWarnings("NullAway") // a merge function answers null to remove the entry
    private static Integer orForget(Integer running, Integer change) {
        int left = running + change;
        return left <= 0 ? null : left;
    }
}

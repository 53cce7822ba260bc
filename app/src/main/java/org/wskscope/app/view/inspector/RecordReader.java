package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Selected;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.inspector.InspectorContent.Argument;
import org.wskscope.app.view.inspector.InspectorContent.Blocked;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.Explanation;
import org.wskscope.engine.projection.IrpInFlight;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.CallFlags;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** What the inspector says about one record, and about the records that belong to it. FX thread. */
final class RecordReader {
    private final InspectorText words;
    private final Holds holds;
    private final WaitChain waits;
    private final Blocking blocking;

    RecordReader(InspectorText words, Holds holds) {
        this.words = words;
        this.holds = holds;
        waits = new WaitChain(words);
        blocking = new Blocking(words);
    }

    InspectorContent read(ScopeSnapshot snapshot, long sequence) {
        TraceRecord record = snapshot.log().read(sequence);
        if (record instanceof TraceRecord.FunctionCalled call) {
            return call(snapshot, call);
        }
        if (record instanceof TraceRecord.CallbackEntered entered) {
            return callback(snapshot, entered);
        }
        if (record instanceof TraceRecord.IrpPended pended) {
            return irp(snapshot, pended);
        }
        return other(snapshot, record);
    }

    private InspectorContent call(ScopeSnapshot snapshot, TraceRecord.FunctionCalled call) {
        long sequence = call.head().sequence();
        TraceRecord.FunctionReturned answer = FollowUp.answer(snapshot, sequence);
        TraceRecord.IrpCompleted completed =
                call.irp() == 0 ? null : FollowUp.completion(snapshot, sequence, call.irp());
        boolean option =
                call.function() == WskFunction.WSK_CONTROL_SOCKET && call.code() == ControlCode.SO_WSK_EVENT_CALLBACK;
        EventMask mask = option ? new EventMask((int) call.detail()) : null;
        List<Argument> arguments = new ArrayList<>();
        if (mask != null) {
            addOption(arguments, mask);
        } else {
            addPlain(arguments, call);
        }
        arguments.add(irpArgument(call, answer, completed));
        arguments.add(words.status("returned", answer == null ? null : answer.status()));
        SocketRow row = snapshot.socket(call.head().socket());
        Explained why = new Explained(words, snapshot);
        why.add(answer == null ? sequence : answer.head().sequence());
        if (completed != null) {
            why.add(completed.head().sequence());
        }
        boolean waiting = answer != null && answer.status().equals(NtStatus.STATUS_PENDING) && completed == null;
        boolean draining = answer != null && answer.status().equals(NtStatus.STATUS_EVENT_PENDING);
        WaitChain.Chain chain = WaitChain.Chain.NONE;
        if (row != null && mask != null && (waiting || draining)) {
            chain = waits.ofDisable(row, mask, waiting ? call.irp() : 0, sequence);
        } else if (row != null && waiting) {
            chain = ofRequest(row, call.irp(), sequence);
        }
        return new InspectorContent(
                call.function().functionName(),
                words.text("inspector.event", Long.toString(sequence)),
                mask == null ? onSocket(call.function().functionName(), row) : optionSentence(mask, row, chain),
                arguments,
                mask,
                why.sentences(),
                why.rules(),
                chain.steps(),
                chain.held(),
                DriverCode.call(call, mask));
    }

    private void addOption(List<Argument> arguments, EventMask mask) {
        arguments.add(Argument.of("RequestType", "WskSetOption"));
        arguments.add(Argument.of("ControlCode", "SO_WSK_EVENT_CALLBACK"));
        arguments.add(Argument.of("Level", "SOL_SOCKET"));
        arguments.add(Argument.of("NpiId", "NPI_WSK_INTERFACE_ID"));
        arguments.add(Argument.of("EventMask", mask.hex()));
    }

    private void addPlain(List<Argument> arguments, TraceRecord.FunctionCalled call) {
        if (call.function() == WskFunction.WSK_CONTROL_SOCKET) {
            arguments.add(Argument.of("ControlCode", ControlCode.name(call.code())));
        }
        switch (call.function()) {
            case WSK_SEND, WSK_SEND_TO, WSK_RECEIVE, WSK_RECEIVE_FROM, WSK_SEND_MESSAGES, WSK_RELEASE ->
                arguments.add(Argument.of("Buffer.Length", words.bytes(call.detail())));
            case WSK_INSPECT_COMPLETE -> {
                arguments.add(
                        Argument.of("InspectID", words.text("inspector.inspection", Long.toString(call.detail()))));
                InspectAction.of(call.code()).ifPresent(action -> arguments.add(Argument.of("Action", action.name())));
            }
            default -> {}
        }
        if (CallFlags.areTakenBy(call.function())) {
            // A recording made by an earlier version has them of a disconnect only, in another place.
            int flags = call.function() == WskFunction.WSK_DISCONNECT ? (int) call.detail() : call.code();
            arguments.add(Argument.of("Flags", CallFlags.text(call.function(), flags)));
        }
    }

    private Argument irpArgument(
            TraceRecord.FunctionCalled call,
            TraceRecord.@Nullable FunctionReturned answer,
            TraceRecord.@Nullable IrpCompleted completed) {
        if (call.irp() == 0) {
            return Argument.of("Irp", "NULL");
        }
        String number = Integer.toString(call.irp());
        if (completed != null) {
            return new Argument(
                    "Irp",
                    words.text(
                            "inspector.irp.completed",
                            number,
                            completed.status().name()),
                    InspectorText.statusHue(completed.status()),
                    new Selected.RecordSelected(completed.head().sequence()));
        }
        boolean pending = answer != null && answer.status().equals(NtStatus.STATUS_PENDING);
        return new Argument("Irp", words.text(pending ? "inspector.irp.pending" : "inspector.irp", number), Hue.ACCENT);
    }

    /** What the pending request of this call waits for; the row tells since when. */
    private WaitChain.Chain ofRequest(SocketRow row, int irp, long sequence) {
        for (IrpInFlight pending : row.irps()) {
            if (pending.irp() == irp) {
                return switch (pending.function()) {
                    case WSK_CLOSE_SOCKET -> waits.ofClose(row, sequence);
                    case WSK_CONTROL_SOCKET -> waits.ofDisable(row, row.waitingMask(), irp, sequence);
                    default -> waits.ofRequest(pending);
                };
            }
        }
        return WaitChain.Chain.NONE;
    }

    private String onSocket(String what, @Nullable SocketRow row) {
        return row == null ? what : words.text("inspector.onSocket", what, row.name());
    }

    private String optionSentence(EventMask mask, @Nullable SocketRow row, WaitChain.Chain chain) {
        String name = row == null ? "—" : row.name();
        EventMask events = new EventMask(mask.bits() & Integer.MAX_VALUE);
        if (!mask.isDisable()) {
            return words.text("inspector.enable", events.shortNames(), name);
        }
        return words.text(
                chain.steps().isEmpty() ? "inspector.disable" : "inspector.disable.inFlight",
                events.shortNames(),
                name);
    }

    private InspectorContent callback(ScopeSnapshot snapshot, TraceRecord.CallbackEntered entered) {
        long sequence = entered.head().sequence();
        SocketRow row = snapshot.socket(entered.head().socket());
        TraceRecord.CallbackReturned returned = FollowUp.returned(snapshot, sequence);
        List<Argument> arguments = new ArrayList<>();
        if (entered.callback() != WskCallback.INSPECT && entered.callback() != WskCallback.ABORT) {
            arguments.add(Argument.of("Flags", entered.callback().flagNames(entered.flags())));
        }
        addAmount(arguments, entered);
        if (returned != null && entered.callback() == WskCallback.RECEIVE) {
            arguments.add(Argument.of("*BytesAccepted", words.bytes(returned.bytesAccepted())));
        }
        arguments.add(
                Argument.of(words.text("inspector.irql"), entered.head().irql().name()));
        if (entered.head().processor() != RecordHead.NO_PROCESSOR) {
            arguments.add(Argument.of(
                    words.text("inspector.cpu"), Integer.toString(entered.head().processor())));
        }
        arguments.add(Argument.of(
                words.text("inspector.entered"),
                InspectorText.time(entered.head().timeNanos())));
        if (returned != null) {
            arguments.add(Argument.of(
                    words.text("inspector.inFlight"),
                    InspectorText.lasted(
                            returned.head().timeNanos() - entered.head().timeNanos())));
        }
        arguments.add(answer(returned));
        Explained why = new Explained(words, snapshot);
        why.add(sequence);
        if (returned != null) {
            why.add(returned.head().sequence());
        }
        WaitChain.Chain chain = row == null || returned != null ? WaitChain.Chain.NONE : waits.ofCall(row, entered);
        return new InspectorContent(
                        entered.callback().functionName(),
                        words.text("inspector.event", Long.toString(sequence)),
                        words.text(
                                returned == null ? "inspector.callback.open" : "inspector.callback.done",
                                row == null ? "—" : row.name()),
                        arguments,
                        null,
                        why.sentences(),
                        why.rules(),
                        chain.steps(),
                        chain.held(),
                        code(entered.callback(), returned))
                .holding(row == null ? List.of() : holds.of(row, entered.callback()))
                .blocking(row == null || returned != null ? List.of() : blocked(snapshot, row, sequence));
    }

    private List<Blocked> blocked(ScopeSnapshot snapshot, SocketRow row, long entered) {
        return row.callbacks().stream()
                .filter(call -> call.entered() == entered)
                .findFirst()
                .map(call -> blocking.by(snapshot, row, call))
                .orElse(List.of());
    }

    private Argument answer(TraceRecord.@Nullable CallbackReturned returned) {
        return returned != null && returned.action().isPresent()
                ? Argument.of("returned", returned.action().get().name())
                : words.status("returned", returned == null ? null : returned.status());
    }

    private static String code(WskCallback callback, TraceRecord.@Nullable CallbackReturned returned) {
        return callback == WskCallback.INSPECT
                ? DriverCode.inspect(
                        returned == null
                                ? InspectAction.WskInspectPend
                                : returned.action().orElse(InspectAction.WskInspectReject))
                : DriverCode.callback(callback, returned == null ? null : returned.status());
    }

    private void addAmount(List<Argument> arguments, TraceRecord.CallbackEntered entered) {
        switch (entered.callback()) {
            case RECEIVE -> arguments.add(Argument.of("BytesIndicated", words.bytes(entered.amount())));
            case RECEIVE_FROM ->
                arguments.add(Argument.of("DataIndication", words.text("inspector.datagrams", entered.amount())));
            case SEND_BACKLOG -> arguments.add(Argument.of("IdealBacklogSize", words.bytes(entered.amount())));
            case ACCEPT ->
                arguments.add(
                        entered.subject().value() == 0
                                ? Argument.of("AcceptSocket", "NULL")
                                : Argument.link(
                                        "AcceptSocket",
                                        words.socketName(entered.subject()),
                                        new Selected.SocketSelected(entered.subject())));
            case INSPECT, ABORT ->
                arguments.add(Argument.of(
                        "InspectID",
                        entered.amount() == 0
                                ? "NULL"
                                : words.text("inspector.inspection", Long.toString(entered.amount()))));
            case DISCONNECT, CLIENT, EXTENSION -> {}
        }
    }

    private InspectorContent irp(ScopeSnapshot snapshot, TraceRecord.IrpPended pended) {
        long sequence = pended.head().sequence();
        TraceRecord.IrpCompleted completed = FollowUp.completion(snapshot, sequence, pended.irp());
        SocketRow row = snapshot.socket(pended.head().socket());
        List<Argument> arguments = new ArrayList<>();
        arguments.add(
                Argument.of(words.text("inspector.function"), pended.function().functionName()));
        arguments.add(Argument.of(words.text("inspector.length"), words.bytes(pended.length())));
        arguments.add(Argument.of(
                words.text("inspector.pendedAt"),
                InspectorText.time(pended.head().timeNanos())));
        arguments.add(words.status("IoStatus.Status", completed == null ? null : completed.status()));
        if (completed != null) {
            arguments.add(Argument.of("IoStatus.Information", words.number(completed.information())));
            arguments.add(Argument.of(
                    words.text("inspector.pendingFor"),
                    InspectorText.lasted(
                            completed.head().timeNanos() - pended.head().timeNanos())));
        } else {
            arguments.add(Argument.of(
                    words.text("inspector.pendingFor"),
                    InspectorText.lasted(
                            Math.max(0, snapshot.timeNanos() - pended.head().timeNanos()))));
        }
        Explained why = new Explained(words, snapshot);
        why.add(completed == null ? sequence : completed.head().sequence());
        WaitChain.Chain chain =
                row != null && completed == null ? ofRequest(row, pended.irp(), sequence) : WaitChain.Chain.NONE;
        return new InspectorContent(
                words.text("inspector.irp.title", Integer.toString(pended.irp())),
                words.text("inspector.event", Long.toString(sequence)),
                onSocket(pended.function().functionName(), row),
                arguments,
                null,
                why.sentences(),
                why.rules(),
                chain.steps(),
                chain.held(),
                "");
    }

    private InspectorContent other(ScopeSnapshot snapshot, TraceRecord record) {
        Explanation explanation = words.explain(snapshot.log(), record.head().sequence());
        List<Rule> rules = words.rules(explanation);
        SocketRow row = snapshot.socket(record.head().socket());
        WaitChain.Chain chain = WaitChain.Chain.NONE;
        List<Blocked> blocked = List.of();
        if (row != null && record instanceof TraceRecord.WaitBegan wait && isOpen(row, wait)) {
            chain = waits.ofWait(row, wait.head().sequence());
            blocked = blocked(snapshot, row, wait.within());
        }
        if (record instanceof TraceRecord.WaitBegan) {
            chain = snapshot.waits().stream()
                    .filter(wait -> wait.began() == record.head().sequence())
                    .findFirst()
                    .map(wait -> waits.ofClient(snapshot, wait))
                    .orElse(chain);
        }
        return new InspectorContent(
                        words.text("inspector.record." + record.getClass().getSimpleName()),
                        words.text(
                                "inspector.event", Long.toString(record.head().sequence())),
                        row == null ? "" : words.text("inspector.about", row.name()),
                        RecordFields.of(snapshot.log(), record.head().sequence(), words),
                        null,
                        List.of(words.why(explanation)),
                        rules,
                        chain.steps(),
                        chain.held(),
                        "")
                .blocking(blocked);
    }

    private static boolean isOpen(SocketRow row, TraceRecord.WaitBegan wait) {
        return row.waits().stream().anyMatch(open -> open.began() == wait.head().sequence());
    }
}

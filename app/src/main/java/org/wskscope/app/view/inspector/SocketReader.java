package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Selected;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.inspector.InspectorContent.Argument;
import org.wskscope.app.view.inspector.InspectorContent.Conditional;
import org.wskscope.app.view.inspector.InspectorContent.HeldCall;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.IrpInFlight;
import org.wskscope.engine.projection.Rule;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketCounters;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** What the inspector says about a socket, one of its toggles, or a peer. FX thread. */
final class SocketReader {
    private final InspectorText words;
    private final Holds holds;
    private final WaitChain waits;
    private final Blocking blocking;

    SocketReader(InspectorText words, Holds holds) {
        this.words = words;
        this.holds = holds;
        waits = new WaitChain(words);
        blocking = new Blocking(words);
    }

    InspectorContent socket(ScopeSnapshot snapshot, SocketRow row) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.of(words.text("inspector.state"), row.state().name()));
        arguments.add(Argument.of(words.text("inspector.local"), InspectorText.address(row.local())));
        arguments.add(Argument.of(words.text("inspector.remote"), InspectorText.address(row.remote())));
        SocketId listener = row.listener();
        if (listener != null) {
            arguments.add(Argument.link(
                    words.text("inspector.acceptedBy"),
                    words.socketName(listener) + " (" + words.text("inspector.route." + row.route()) + ")",
                    new Selected.SocketSelected(listener)));
        }
        arguments.add(Argument.of(words.text("inspector.owner"), Integer.toString(row.owner())));
        arguments.add(Argument.of("EventMask", row.mask().hex()));
        addMask(arguments, "inspector.locked", row.lockedMask());
        addMask(arguments, "inspector.waiting", row.waitingMask());
        addMask(arguments, "inspector.inherited", row.inheritedMask());
        addTraffic(arguments, row);
        WaitChain.Chain open = chain(row);
        Conditional conditional = conditional(row);
        return new InspectorContent(
                        row.name() + "  " + words.text("category." + row.category()),
                        words.text("inspector.socket", Integer.toString(row.id().value())),
                        words.text("state." + row.state()),
                        arguments,
                        row.mask(),
                        notes(row),
                        rules(conditional != null, open),
                        open.steps(),
                        open.held(),
                        "")
                .with(conditional)
                .holding(holds.of(row))
                .blocking(blocking.by(snapshot, row));
    }

    private List<Rule> rules(boolean listens, WaitChain.Chain open) {
        List<Rule> rules = new ArrayList<>(listens ? words.rulesOf("EVT-INS-03") : List.of());
        open.rules().forEach(id -> rules.addAll(words.rulesOf(id)));
        return rules;
    }

    /** Listening sockets only: a stream socket has no conditional accept (C-39). */
    private static @Nullable Conditional conditional(SocketRow row) {
        return row.category() == SocketCategory.LISTEN
                ? new Conditional(row.id(), row.conditional(), row.state() == SocketState.CREATED)
                : null;
    }

    InspectorContent toggle(ScopeSnapshot snapshot, SocketRow row, WskEvent event) {
        WskCallback callback = WskCallback.of(event);
        EventMask bit = new EventMask(event.bit());
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.of(words.text("inspector.bit"), bit.hex()));
        arguments.add(Argument.of(words.text("inspector.callback"), callback.functionName()));
        arguments.add(new Argument(
                words.text("inspector.lamp"),
                words.text("inspector.lamp." + row.lamp(event)),
                Hue.ofLetter(callback.letter())));
        arguments.add(Argument.of("EventMask", row.mask().hex()));
        WaitChain.Chain chain = waits.ofDisable(row, bit, disableIrp(row), -1);
        return new InspectorContent(
                        event.name(),
                        row.name(),
                        words.text("inspector.onSocket", callback.functionName(), row.name()),
                        arguments,
                        row.mask(),
                        List.of(words.text("inspector.lamp.why." + row.lamp(event))),
                        words.rulesOf(
                                switch (row.lamp(event)) {
                                    case OFF -> "EVT-GEN-06";
                                    case ON -> "CTL-ECB-01";
                                    case WAITING -> "CTL-ECB-21";
                                    case LOCKED -> "CTL-INH-04";
                                }),
                        chain.steps(),
                        chain.held(),
                        "")
                .holding(holds.of(row, callback))
                .blocking(blocking.by(snapshot, row).stream()
                        .filter(blocked -> row.callbacks().stream().anyMatch(call -> call.callback() == callback))
                        .toList());
    }

    /** {@code socket}: the one it is connected to. */
    InspectorContent peer(PeerRow row, Optional<SocketId> socket) {
        List<Argument> arguments = new ArrayList<>();
        arguments.add(Argument.of(
                words.text("inspector.peer.target"),
                InspectorText.address(row.settings().target())));
        arguments.add(Argument.of(words.text("inspector.local"), InspectorText.address(row.local())));
        arguments.add(Argument.of(words.text("inspector.peer.sent"), words.bytes(row.bytesSent())));
        arguments.add(Argument.of(words.text("inspector.peer.received"), words.bytes(row.bytesReceived())));
        arguments.add(Argument.of(words.text("inspector.peer.messages"), words.number(row.messagesSent())));
        socket.ifPresent(id -> arguments.add(Argument.link(
                words.text("inspector.peer.socket"), words.socketName(id), new Selected.SocketSelected(id))));
        arguments.add(words.status(words.text("inspector.peer.status"), row.lastStatus()));
        return new InspectorContent(
                words.text("peer.kind." + row.kind()),
                words.text("inspector.peer", Integer.toString(row.id())),
                words.text(row.running() ? "inspector.peer.running" : "inspector.peer.ended"),
                arguments,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                "");
    }

    private WaitChain.Chain chain(SocketRow row) {
        WaitChain.Chain close = waits.ofClose(row, -1);
        if (!close.steps().isEmpty()) {
            return close;
        }
        WaitChain.Chain disable = waits.ofDisable(row, row.waitingMask(), disableIrp(row), -1);
        if (!disable.steps().isEmpty()) {
            return disable;
        }
        for (CallbackInFlight call : row.callbacks()) {
            if (call.deferred()) {
                return new WaitChain.Chain(
                        List.of(), new HeldCall(row.id(), call.entered(), call.callback()), List.of());
            }
        }
        return WaitChain.Chain.NONE;
    }

    /** The IRP that waits for a disable, 0 when there is none. */
    private static int disableIrp(SocketRow row) {
        return row.irps().stream()
                .filter(irp -> irp.function() == WskFunction.WSK_CONTROL_SOCKET)
                .mapToInt(irp -> irp.irp())
                .findFirst()
                .orElse(0);
    }

    private List<String> notes(SocketRow row) {
        List<String> notes = new ArrayList<>();
        Conditional conditional = conditional(row);
        if (conditional != null) {
            notes.add(words.text(
                    conditional.changeable() ? "inspector.conditional.free" : "inspector.conditional.fixed"));
        }
        if (!row.gateOpen()) {
            notes.add(words.text("inspector.gateShut"));
        }
        if (row.finQueued()) {
            notes.add(words.text("inspector.finQueued"));
        }
        return notes;
    }

    private void addMask(List<Argument> arguments, String key, EventMask mask) {
        if (mask.bits() != 0) {
            arguments.add(Argument.of(words.text(key), mask.shortNames()));
        }
    }

    private void addTraffic(List<Argument> arguments, SocketRow row) {
        SocketCounters counters = row.counters();
        switch (row.category()) {
            case LISTEN ->
                arguments.add(Argument.of(words.text("inspector.accepted"), words.number(counters.accepted())));
            case DATAGRAM -> {
                arguments.add(Argument.of(
                        words.text("inspector.datagramsReceived"), words.number(counters.datagramsReceived())));
                arguments.add(Argument.of(
                        words.text("inspector.datagramsDropped"), words.number(counters.datagramsDropped())));
            }
            case CONNECTION, STREAM -> {
                arguments.add(Argument.of(words.text("inspector.received"), words.bytes(counters.bytesReceived())));
                arguments.add(Argument.of(words.text("inspector.sent"), words.bytes(counters.bytesSent())));
                arguments.add(Argument.of(words.text("inspector.queued"), words.bytes(row.queued())));
                if (row.retained() > 0) {
                    arguments.add(Argument.of(words.text("inspector.retained"), words.bytes(row.retained())));
                }
            }
            case BASIC -> {}
        }
        arguments.add(Argument.of(words.text("inspector.calls"), words.number(counters.callbacks())));
        arguments.add(Argument.of(
                words.text("inspector.irps"), words.number(row.irps().size())));
        if (!row.irps().isEmpty()) {
            IrpInFlight oldest = row.irps().get(0);
            arguments.add(Argument.link(
                    words.text("inspector.irps.oldest"),
                    words.text(
                            "inspector.irps.oldest.is",
                            Integer.toString(oldest.irp()),
                            oldest.function().functionName()),
                    new Selected.IrpSelected(row.id(), oldest.irp(), oldest.pended())));
        }
    }
}

package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.ByteText;
import org.wskscope.app.control.ToggleState;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.sockets.CardLook.Choice;
import org.wskscope.app.view.sockets.CardLook.FoldLook;
import org.wskscope.app.view.sockets.CardLook.LampLook;
import org.wskscope.app.view.sockets.CardLook.Mark;
import org.wskscope.app.view.sockets.CardLook.RowLook;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.EventState;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.ReceiveGate;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** Puts a socket's card into words. FX thread. */
final class CardText {
    /** More would push every other card away; the title tells how many there are. */
    private static final int MOST_REQUESTS = 4;

    private final SocketText words;
    private final SocketCommandSender commands;

    CardText(SocketText words, SocketCommandSender commands) {
        this.words = words;
        this.commands = commands;
    }

    /**
     * What a card is made from.
     *
     * @param calls the callbacks to show
     * @param waits the waits to show
     * @param fold what stands for its connections, or null
     * @param selected the selected socket, or null
     * @param answer what WSK answered lately about the socket
     * @param blocker the socket whose code keeps its processor, or null
     */
    record Seen(
            SocketRow row,
            List<CallbackInFlight> calls,
            List<ShownWait> waits,
            @Nullable Fold fold,
            @Nullable SocketId selected,
            CardAnswer answer,
            @Nullable SocketRow blocker) {}

    CardLook look(Seen seen, long nowNanos) {
        SocketRow row = seen.row();
        return new CardLook(
                row.name(),
                new CardLook.Icon(row.category(), row.mask().bits() != 0, isOver(row.state())),
                SocketText.address(row),
                words.state(row),
                SocketText.stateHue(row),
                lamps(row),
                fold(seen),
                row.conditional() ? words.conditional(row) : "",
                rows(seen, nowNanos),
                marks(seen),
                seen.answer().text().isEmpty() ? words.text("card.mask") : "",
                row.mask().hex(),
                seen.answer().text().isEmpty()
                        ? new Mark(words.counters(row), Hue.NEUTRAL)
                        : new Mark(seen.answer().text(), seen.answer().hue()));
    }

    private List<LampLook> lamps(SocketRow row) {
        List<LampLook> lamps = new ArrayList<>();
        for (WskEvent event : SocketEvents.of(row)) {
            CallbackBehaviour behaviour = commands.behaviour(row.id(), WskCallback.of(event));
            EventState state = row.lamp(event);
            boolean tellsHold = behaviour.hold() && state != EventState.WAITING;
            String hold = behaviour.holdOnce() ? "lamp.holdsNext" : "lamp.holdsEvery";
            Mark note = tellsHold
                    ? new Mark(words.text(hold), Hue.WAITING)
                    : new Mark(words.lampNote(row, event), state == EventState.WAITING ? Hue.WAITING : Hue.NEUTRAL);
            lamps.add(new LampLook(
                    event,
                    WskCallback.of(event).letter(),
                    SocketText.hue(event),
                    event.shortName(),
                    note,
                    switch (state) {
                        case OFF -> ToggleState.OFF;
                        case ON, LOCKED -> ToggleState.ON;
                        case WAITING -> ToggleState.WAITING;
                    },
                    state == EventState.LOCKED,
                    tellsHold ? words.text("lamp.endHold") : ""));
        }
        return lamps;
    }

    private @Nullable FoldLook fold(Seen seen) {
        Fold fold = seen.fold();
        if (fold == null) {
            return null;
        }
        List<Mark> counts = new ArrayList<>();
        for (Doing doing : List.of(Doing.IN_FLIGHT, Doing.WAITING, Doing.PROBLEM, Doing.IDLE)) {
            if (fold.count(doing) > 0) {
                counts.add(new Mark(words.text("fold.count." + doing, fold.count(doing)), doing.hue()));
            }
        }
        return new FoldLook(
                words.text("fold.connections", fold.count()),
                words.text("fold.openAll"),
                counts,
                fold.squares(),
                seen.selected(),
                fold.rest() > 0 ? words.text("fold.rest", fold.rest()) : "",
                words.text("fold.rate", fold.messagesPerSecond()),
                fold.course());
    }

    private List<RowLook> rows(Seen seen, long nowNanos) {
        List<RowLook> rows = new ArrayList<>();
        if (seen.row().conditional()) {
            SocketEvents.requestsFirstToAnswer(seen.row()).stream()
                    .limit(MOST_REQUESTS)
                    .map(this::request)
                    .forEach(rows::add);
        }
        for (CallbackInFlight call : seen.calls()) {
            List<Choice> choices = call.deferred()
                    ? List.of(new Choice("return " + call.entered(), words.text("call.return")))
                    : List.of();
            rows.add(new RowLook(
                    "call " + call.entered(),
                    String.valueOf(call.callback().letter()),
                    Hue.ofLetter(call.callback().letter()),
                    call.callback().functionName(),
                    words.inFlight(call, nowNanos),
                    true,
                    choices));
        }
        for (ShownWait wait : seen.waits()) {
            long began = wait.open().began();
            rows.add(new RowLook(
                    "wait " + began,
                    "",
                    wait.open().isStuck() ? Hue.ERROR : Hue.WAITING,
                    words.waitsFor(wait.open()),
                    words.waiting(wait.open(), nowNanos),
                    true,
                    List.of(new Choice("end-wait " + began, words.text("wait.end")))));
        }
        return rows;
    }

    private RowLook request(OpenInspection inspection) {
        int number = inspection.serialNumber();
        boolean open = SocketEvents.mayAnswer(inspection);
        List<Choice> choices = new ArrayList<>();
        if (open) {
            for (InspectAction action : List.of(InspectAction.WskInspectAccept, InspectAction.WskInspectReject)) {
                String name = action.shortName();
                choices.add(new Choice(name + " " + number, words.text("request." + name)));
            }
        }
        String letter = String.valueOf(WskCallback.INSPECT.letter());
        return new RowLook("request " + number, letter, Hue.INSPECT, words.request(inspection), "", open, choices);
    }

    private List<Mark> marks(Seen seen) {
        SocketRow row = seen.row();
        List<Mark> marks = new ArrayList<>();
        ReceiveGate gate = row.receiveGate();
        if (gate != ReceiveGate.OPEN) {
            marks.add(new Mark(words.text("gate." + gate), Hue.WAITING));
        }
        if (row.state() == SocketState.CLOSING) {
            int left = row.callbacks().size() + row.irps().size();
            marks.add(new Mark(words.text("mark.closeWaits", left), Hue.WAITING));
        }
        boolean counted = SocketEvents.isListener(row) || row.category() == SocketCategory.DATAGRAM;
        if (row.queued() > 0) {
            marks.add(new Mark(
                    counted
                            ? words.text(
                                    SocketEvents.isListener(row) ? "mark.queuedConnections" : "mark.queuedDatagrams",
                                    row.queued())
                            : words.text("mark.queued", ByteText.of(row.queued())),
                    Hue.NEUTRAL));
        }
        if (row.retained() > 0) {
            marks.add(new Mark(words.text("mark.retained", ByteText.of(row.retained())), Hue.NEUTRAL));
        }
        SocketRow blocker = seen.blocker();
        if (blocker != null && row.queued() > 0 && row.callbacks().isEmpty()) {
            marks.add(new Mark(words.text("mark.blocked", blocker.name(), row.owner()), Hue.ERROR));
        }
        if (row.counters().violations() > 0) {
            marks.add(new Mark(words.text("mark.problems", row.counters().violations()), Hue.ERROR));
        }
        return marks;
    }

    private static boolean isOver(SocketState state) {
        return state == SocketState.DISCONNECTED
                || state == SocketState.DEAD
                || state == SocketState.CLOSING
                || state == SocketState.CLOSED;
    }
}

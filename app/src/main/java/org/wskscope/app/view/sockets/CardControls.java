package org.wskscope.app.view.sockets;

import java.util.Comparator;
import java.util.Locale;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import org.wskscope.app.control.EventToggle;
import org.wskscope.app.control.HotSpot;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.EventState;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskEvent;

/** Makes the controls that lie over a card's painting, each by the name of its area. FX thread. */
final class CardControls {
    private final SocketCard card;
    private final SocketText words;
    private final CardRequests requests;

    CardControls(SocketCard card, SocketText words, CardRequests requests) {
        this.card = card;
        this.words = words;
        this.requests = requests;
    }

    /** The control of the area {@code key}: a verb, then what it is about. */
    Node make(String key, CardLook look) {
        int space = key.indexOf(' ');
        String verb = space < 0 ? key : key.substring(0, space);
        String about = key.substring(space + 1);
        return switch (verb) {
            case "lamp" -> lamp(WskEvent.valueOf(about), look);
            case "end" -> endHold(WskEvent.valueOf(about));
            case "more" -> more();
            case "open" ->
                spot("open", () -> requests.openFold(row().id()))
                        .named(words.text("fold.openAll.accessible", row().name()), words.text("fold.openAll.explain"));
            case "bring" ->
                spot("bring-out", () -> requests.bringOut(row().id()))
                        .named(words.text("fold.bringOut", row().name()), words.text("fold.bringOut.explain"));
            case "squares" -> new SquaresSpot("squares-" + row().name(), words, requests);
            case "call" -> call(Long.parseLong(about));
            case "return" -> returnHeld(Long.parseLong(about));
            case "wait", "end-wait" -> waiting(verb, Long.parseLong(about));
            case "request", "Accept", "Reject" -> request(verb, Integer.parseInt(about));
            default -> reading(verb);
        };
    }

    /** Tells the control what it stands for now. */
    void update(String key, Node spot, CardText.Seen seen, CardLook look) {
        if (spot instanceof EventToggle toggle) {
            WskEvent event = WskEvent.valueOf(key.substring(key.indexOf(' ') + 1));
            look.lamps().stream().filter(lamp -> lamp.event() == event).forEach(lamp -> {
                toggle.setLamp(lamp.lamp());
                toggle.setLocked(row().lamp(event) == EventState.LOCKED);
                toggle.setNote(lamp.note().text());
                toggle.setExplanation(words.lampExplanation(row(), event));
            });
        } else if (spot instanceof SquaresSpot squares && look.fold() != null) {
            squares.show(look.fold().squares(), seen);
        } else if (spot instanceof HotSpot wait && key.startsWith("wait ")) {
            seen.waits().stream()
                    .filter(shown -> key.endsWith(" " + shown.open().began()))
                    .filter(shown ->
                            !shown.reason().isEmpty() && !shown.reason().equals(wait.getAccessibleHelp()))
                    .forEach(shown -> wait.named(words.waitsFor(shown.open()), shown.reason()));
        }
    }

    /** What a screen reader says about the whole card. */
    String describe(CardLook look) {
        return words.text("card.accessible", look.name(), words.category(row().category()), look.state())
                + ", "
                + look.address();
    }

    private Node lamp(WskEvent event, CardLook look) {
        CardLook.LampLook shown = look.lamps().stream()
                .filter(lamp -> lamp.event() == event)
                .findFirst()
                .orElseThrow();
        EventToggle toggle = new EventToggle(String.valueOf(shown.letter()), shown.hue(), shown.name());
        toggle.leavePaintingToOthers();
        toggle.setId("lamp-" + row().name() + "-" + shown.name());
        toggle.setOnRequest(on -> {
            requests.selectToggle(row().id(), event);
            requests.toggle(row(), event, on);
        });
        toggle.setOnContextMenuRequested(request -> {
            requests.lampMenu(row(), event, toggle).show(toggle, request.getScreenX(), request.getScreenY());
            request.consume();
        });
        return toggle;
    }

    private HotSpot endHold(WskEvent event) {
        String id = "end-hold-" + row().name() + "-" + event.shortName();
        return new HotSpot(id, () -> requests.endHold(row(), event))
                .named(
                        words.text("lamp.endHold.accessible", event.shortName(), row().name()),
                        words.text("lamp.endHold.explain"));
    }

    private HotSpot more() {
        HotSpot more = spot("more", () -> {});
        more.setOnAction(event -> requests.socketMenu(row(), more).show(more, Side.BOTTOM, 0, 0));
        return more.named(words.text("card.more", row().name()), "");
    }

    private HotSpot call(long entered) {
        CallbackInFlight call = callOf(entered);
        HotSpot spot = new HotSpot(
                "in-flight-" + row().name() + "-" + entered, () -> requests.selectCall(row().id(), callOf(entered)));
        return spot.named(call.callback().functionName(), "");
    }

    private HotSpot returnHeld(long entered) {
        String function = callOf(entered).callback().functionName();
        HotSpot spot = spot("return", () -> {});
        spot.setOnAction(event ->
                new ReturnMenu(words, requests).of(row(), callOf(entered), card).show(spot, Side.BOTTOM, 0, 0));
        String explanation = words.text("call.return.explain", function, row().name());
        return spot.named(explanation, explanation);
    }

    private HotSpot waiting(String verb, long began) {
        OpenWait wait = row().waits().stream()
                .filter(each -> each.began() == began)
                .findFirst()
                .orElseThrow();
        String what = words.waitsFor(wait);
        return verb.equals("wait")
                ? new HotSpot("wait-" + row().name() + "-" + began, () -> requests.selectWait(wait))
                        .named(what, words.text("wait.explain"))
                : spot("end-wait", requests::endWaits)
                        .named(words.text("wait.end.accessible", row().name(), what), words.text("wait.end.explain"));
    }

    private HotSpot request(String verb, int number) {
        OpenInspection inspection = row().inspections().stream()
                .filter(each -> each.serialNumber() == number)
                .findFirst()
                .orElseThrow();
        String name = row().name() + "-" + number;
        if (verb.equals("request")) {
            return new HotSpot("request-" + name, () -> requests.selectRequest(inspection))
                    .named(words.request(inspection), words.text("request.stage." + inspection.stage()));
        }
        InspectAction action = verb.equals("Accept") ? InspectAction.WskInspectAccept : InspectAction.WskInspectReject;
        String explanation = words.text("request.explain." + verb, number);
        return new HotSpot("request-" + verb + "-" + name, () -> requests.decide(row().id(), inspection, action))
                .named(explanation, explanation);
    }

    /** Something to read, not to press. */
    private Region reading(String verb) {
        Region region = new Region();
        region.setId(verb + "-" + row().name());
        region.setAccessibleRole(AccessibleRole.TEXT);
        region.setPickOnBounds(true);
        if (verb.equals("conditional")) {
            Tooltip.install(region, new Tooltip(words.text("request.conditional.explain")));
        } else {
            region.setMouseTransparent(true);
        }
        return region;
    }

    private HotSpot spot(String verb, Runnable run) {
        return new HotSpot(verb.toLowerCase(Locale.ROOT) + "-" + row().name(), run);
    }

    private CallbackInFlight callOf(long entered) {
        return row().callbacks().stream()
                .min(Comparator.comparing(call -> call.entered() != entered))
                .orElseThrow();
    }

    private SocketRow row() {
        return card.row();
    }
}

package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.state.Trouble;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** The cards that are on the stage: makes them, lets them go, and words anew only those that changed. FX thread. */
final class GraphCards {
    private final SocketGraphViewModel model;
    private final ViewContext context;
    private final SocketText words;
    private final CardText cardWords;
    private final CardRequests requests;
    private final SocketCommandSender commands;
    private final TextMeasure measure;
    private final Pane world;
    private final Map<SocketId, Shown> shown = new LinkedHashMap<>();
    private Consumer<SocketCard> onFocus = card -> {};

    /** A card, and what it was last made from. */
    private static final class Shown {
        private final SocketCard card;
        private CardText.@Nullable Seen seen;
        private boolean past;
        private List<CallbackBehaviour> behaviours = List.of();
        private @Nullable CardLook look;
        private Trouble trouble = Trouble.NONE;

        Shown(SocketCard card) {
            this.card = card;
        }
    }

    GraphCards(SocketGraphViewModel model, ViewContext context, Shared shared, TextMeasure measure, Pane world) {
        this.model = model;
        this.context = context;
        this.words = shared.words();
        this.requests = shared.requests();
        this.commands = shared.commands();
        this.cardWords = new CardText(words, commands);
        this.measure = measure;
        this.world = world;
    }

    /** What cards say, where their wishes go. */
    record Shared(SocketText words, CardRequests requests, SocketCommandSender commands) {}

    /** Told of the card that has the focus, or something on it. */
    void setOnFocus(Consumer<SocketCard> handler) {
        onFocus = handler;
    }

    /** Words the cards of {@code content}; answers each one's height in pixels at scale 1. */
    Map<SocketId, Double> update(GraphContent content, double scale) {
        Set<SocketId> wanted = content.cards().stream().map(SocketRow::id).collect(Collectors.toSet());
        shown.entrySet().removeIf(entry -> {
            boolean gone = !wanted.contains(entry.getKey());
            if (gone) {
                world.getChildren().remove(entry.getValue().card);
            }
            return gone;
        });
        Map<SocketId, Double> heights = new HashMap<>();
        for (SocketRow row : content.cards()) {
            Shown each = shown.computeIfAbsent(row.id(), missing -> made(row));
            CardLook look = word(each, seen(row, content));
            heights.put(row.id(), new CardLayout(measure, width(row), scale).height(look));
        }
        return heights;
    }

    /** Draws the cards where they stand, pixels of the graph. */
    void place(Map<SocketId, Box> boxes, double scale) {
        shown.forEach((id, each) -> {
            Box box = boxes.get(id);
            CardText.Seen seen = each.seen;
            CardLook look = each.look;
            if (box != null && seen != null && look != null) {
                each.card.show(seen, look, measure, width(seen.row()), scale);
                each.card.relocate(box.x(), box.y());
            }
        });
    }

    @Nullable
    SocketCard card(SocketId socket) {
        Shown each = shown.get(socket);
        return each == null ? null : each.card;
    }

    List<SocketCard> all() {
        List<SocketCard> cards = new ArrayList<>();
        shown.values().forEach(each -> cards.add(each.card));
        return cards;
    }

    static GraphPlaces.Place placeOf(SocketRow row) {
        return SocketEvents.isConnection(row) ? GraphPlaces.Place.CONNECTION : GraphPlaces.Place.ROOT;
    }

    private Shown made(SocketRow row) {
        SocketCard card = new SocketCard(row, context.palette(), words, requests);
        card.focusWithinProperty().addListener((o, old, now) -> {
            if (now) {
                onFocus.accept(card);
            }
        });
        world.getChildren().add(card);
        return new Shown(card);
    }

    private CardText.Seen seen(SocketRow row, GraphContent content) {
        Fold fold = content.folds().get(row.id());
        SocketId selected = model.selectedProperty().get();
        boolean concerned = fold != null || row.id().equals(selected);
        return new CardText.Seen(
                row,
                model.visibleCalls(row),
                model.visibleWaits(row),
                fold,
                concerned ? selected : null,
                model.answerFor(row.id()),
                model.open().blockerOf(row));
    }

    /** The card's words; those from last time when nothing changed and no clock runs on it. */
    private CardLook word(Shown each, CardText.Seen seen) {
        List<CallbackBehaviour> behaviours = new ArrayList<>();
        SocketEvents.of(seen.row())
                .forEach(event -> behaviours.add(commands.behaviour(seen.row().id(), WskCallback.of(event))));
        Trouble trouble = model.trouble();
        boolean past = model.session().isPast();
        boolean clocks = !seen.calls().isEmpty() || !seen.waits().isEmpty();
        CardLook look = each.look;
        if (look == null
                || clocks
                || !seen.equals(each.seen)
                || !behaviours.equals(each.behaviours)
                || past != each.past
                || !trouble.equals(each.trouble)) {
            look = cardWords.look(seen, model.nowNanos());
            if (past) {
                look = look.past();
            }
            if (trouble.hidesThePresent()) {
                look = look.stale(
                        words.was(look.state()),
                        new CardLook.Mark(words.text("mark.asOf", trouble.records()), Hue.WAITING));
            }
        }
        each.look = look;
        each.seen = seen;
        each.behaviours = behaviours;
        each.trouble = trouble;
        each.past = past;
        return look;
    }

    private static double width(SocketRow row) {
        return placeOf(row) == GraphPlaces.Place.ROOT ? GraphPlaces.ROOT_WIDTH : GraphPlaces.CONNECTION_WIDTH;
    }
}

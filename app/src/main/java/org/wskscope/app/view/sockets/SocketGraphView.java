package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.FontMeasure;
import org.wskscope.app.control.TextMeasure;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.ViewContext;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * The socket graph: a card for each socket, arrows for inherited masks, edges to peers. Cards are laid out and painted in the size they are shown in, and only those that
 * changed; nothing runs while nothing changes or nobody looks. FX thread.
 */
final class SocketGraphView extends StackPane {
    private static final double NANOS_PER_SECOND = 1e9;
    /** Numbers that change more often than so cannot be read. */
    private static final long REFRESH_NANOS = 66_000_000;
    /** How far a page turns, in parts of the view. */
    private static final double PAGE = 0.8;

    private static final double MARGIN = 16;

    private final SocketGraphViewModel model;
    private final ViewContext context;
    private final SocketText words;
    private final SocketCommandSender commands;
    private final TextMeasure measure = new FontMeasure();
    private final ZoomPane stage;
    private final GraphLinks links;
    private final GraphCards cards;
    private final GraphPlaces places = new GraphPlaces();
    private final GraphHints hints;
    private final Label more = new Label();
    private final EmptyHint hint;
    private final ConnectHint connect;
    private String system = "";
    private final InvalidationListener rescaled = changed -> rescaled();
    private final AnimationTimer pulse = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            tick(nowNanos);
        }
    };
    /** Cards that came while the pointer was on the graph: they come into view when it goes. */
    private final Set<SocketId> unseen = new HashSet<>();

    private Map<SocketId, Box> boxes = Map.of();
    private @Nullable SocketCard stop;
    private double uiScale;
    private boolean atStart = true;
    private boolean refreshing;
    private boolean looking;
    private boolean running;
    private long refreshedAt;
    private double pulseSeconds;

    SocketGraphView(SocketGraphViewModel model, ViewContext context, GraphCards.Shared shared) {
        this.model = model;
        this.context = context;
        this.words = shared.words();
        this.commands = shared.commands();
        uiScale = context.uiScale().get();
        setId("socket-graph");
        setMinSize(0, 0);
        stage = new ZoomPane(context.palette(), this::movedByHand);
        stage.setId("graph-stage");
        stage.widthProperty().addListener((o, old, now) -> resized());
        stage.heightProperty().addListener((o, old, now) -> resized());
        stage.hoverProperty().addListener(o -> revealUnseen());
        links = new GraphLinks(stage, context, shared, measure);
        cards = new GraphCards(model, context, shared, measure, stage.world());
        cards.setOnFocus(this::makeStop);
        hint = new EmptyHint(Icons.SOCKETS, words.text("graph.empty"), words.text("graph.empty.next"));
        hint.setMouseTransparent(true);
        more.getStyleClass().addAll("status-pill", "hue-neutral", "more-sockets");
        more.setId("more-sockets");
        StackPane.setAlignment(more, Pos.BOTTOM_RIGHT);
        connect = new ConnectHint(words);
        getChildren().addAll(stage, hint, connect, more);
        hints = new GraphHints(this, words, this::revealInView);
        GraphKeys.install(this, shared.requests());
        model.session().snapshotProperty().addListener((o, old, now) -> wake());
        model.session().peersProperty().addListener((o, old, now) -> wake());
        model.session().troubleProperty().addListener((o, old, now) -> refresh());
        model.folding().changesProperty().addListener((o, old, now) -> refresh());
        model.answerProperty().addListener((o, old, now) -> wake());
        model.selectedProperty().addListener((o, old, now) -> selected(now));
        commands.behavioursProperty().addListener((o, old, now) -> refresh());
        context.uiScale().addListener(rescaled);
        refresh();
    }

    void start() {
        looking = true;
        refresh();
        wake();
    }

    void stop() {
        looking = false;
        rest();
    }

    /** The session's ports are this machine's: from now on the graph tells how to connect to them. */
    void tellHowToConnect(String nameOfSystem) {
        system = nameOfSystem;
        refresh();
    }

    void dispose() {
        stop();
        context.uiScale().removeListener(rescaled);
    }

    SessionModel session() {
        return model.session();
    }

    /** The graph's beginning at full size, tidied up. */
    void fit() {
        places.clear();
        atStart = true;
        stage.setViewport(beginning());
        refresh();
    }

    /** Where a form about the socket is shown. */
    Node anchorOf(SocketId socket) {
        SocketCard card = cards.card(socket);
        return card == null ? this : card;
    }

    /** Where in the scene a socket's card is; empty while it has none. */
    Optional<Bounds> placeOf(SocketId socket) {
        return Optional.ofNullable(cards.card(socket)).map(card -> card.localToScene(card.getLayoutBounds()));
    }

    void zoomBy(double factor) {
        stage.zoomBy(factor);
    }

    /** Turns the view by so many pages. */
    void turn(int right, int down) {
        stage.panBy(-right * PAGE * stage.getWidth(), -down * PAGE * stage.getHeight());
    }

    List<SocketCard> cards() {
        return cards.all();
    }

    /** Gives the card the focus and brings it into view. */
    void focusOn(SocketCard card) {
        makeStop(card);
        card.requestFocus();
        reveal(card.row().id());
    }

    /** The keyboard comes to the card it left, or to the selected one. */
    @Override
    public void requestFocus() {
        SocketCard card = stop;
        if (card == null) {
            stage.requestFocus();
        } else {
            focusOn(card);
        }
    }

    /** Bringing up to date may fold, and what folds asks to be brought up to date: once is enough. */
    private void refresh() {
        if (!refreshing) {
            refreshing = true;
            try {
                bringUpToDate();
            } finally {
                refreshing = false;
            }
        }
    }

    private void bringUpToDate() {
        refreshedAt = System.nanoTime();
        model.refresh();
        GraphContent content = model.contentProperty().get();
        double scale = uiScale * stage.viewport().zoom();
        Map<SocketId, Double> heights = cards.update(content, scale);
        List<GraphPlaces.Card> toPlace = new ArrayList<>();
        for (SocketRow row : content.cards()) {
            toPlace.add(new GraphPlaces.Card(
                    row.id(), GraphCards.placeOf(row), row.listener(), heights.getOrDefault(row.id(), 0.0)));
        }
        List<GraphPlaces.Peer> toPlacePeers = content.peers().stream()
                .map(peer -> new GraphPlaces.Peer(peer.key(), peer.socket()))
                .toList();
        GraphPlaces.Placement placement = places.place(toPlace, toPlacePeers);
        Set<SocketId> before = new HashSet<>(boxes.keySet());
        boxes = new HashMap<>();
        placement.cards().forEach((id, box) -> boxes.put(id, box.scaled(scale)));
        cards.place(boxes, scale);
        Map<String, Box> peerBoxes = new HashMap<>();
        placement.peers().forEach((key, box) -> peerBoxes.put(key, box.scaled(scale)));
        links.show(content, boxes, peerBoxes, scale, pulseSeconds);
        hint.setVisible(content.cards().isEmpty());
        String empty = model.session().isPast() ? "graph.empty.past" : "graph.empty";
        hint.say(words.text(empty), words.text(empty + ".next"));
        connect.show(content, model.session().isPast() ? "" : system);
        more.setVisible(content.hidden() > 0);
        more.setText(words.text("graph.more", content.hidden()));
        keepStop();
        revealNew(before);
        returnIfNothingIsSeen(before);
        showHints();
    }

    /** Only one card is a stop for Tab. */
    private void makeStop(@Nullable SocketCard card) {
        if (stop != null) {
            stop.setFocusTraversable(false);
        }
        stop = card;
        if (card != null) {
            card.setFocusTraversable(true);
        }
        stage.setFocusTraversable(card == null);
    }

    private void keepStop() {
        SocketCard card = stop;
        if (card == null || cards.card(card.row().id()) != card) {
            SocketId selected = model.selectedProperty().get();
            SocketCard next = selected == null ? null : cards.card(selected);
            List<SocketCard> all = cards.all();
            makeStop(next != null ? next : all.isEmpty() ? null : all.get(0));
        }
    }

    private void selected(@Nullable SocketId socket) {
        refresh();
        SocketCard card = socket == null ? null : cards.card(socket);
        if (card != null) {
            makeStop(card);
            if (!stage.isHover()) {
                reveal(card.row().id());
            }
        }
    }

    /** New cards come into view, whatever is selected; but nothing moves under the pointer. */
    private void revealNew(Set<SocketId> before) {
        if (before.isEmpty()) {
            stage.setViewport(beginning());
        }
        boxes.keySet().stream().filter(id -> !before.contains(id)).forEach(unseen::add);
        revealUnseen();
    }

    private void revealUnseen() {
        if (unseen.isEmpty() || stage.isHover() || stage.getWidth() == 0) {
            return;
        }
        List<Box> fresh =
                unseen.stream().filter(boxes::containsKey).map(boxes::get).toList();
        unseen.clear();
        if (!fresh.isEmpty()) {
            double left = fresh.stream().mapToDouble(Box::x).min().orElse(0);
            double top = fresh.stream().mapToDouble(Box::y).min().orElse(0);
            double right = fresh.stream().mapToDouble(Box::right).max().orElse(0);
            double bottom = fresh.stream().mapToDouble(Box::bottom).max().orElse(0);
            reveal(new Box(left, top, right - left, bottom - top));
        }
    }

    /** What was in view folded or closed: the view goes back to where cards are. But nothing moves because a person panned there. */
    private void returnIfNothingIsSeen(Set<SocketId> before) {
        if (boxes.keySet().containsAll(before)) {
            return;
        }
        double dx = stage.viewport().x();
        double dy = stage.viewport().y();
        boolean seen = boxes.values().stream()
                .anyMatch(box -> box.x() + dx >= 0
                        && box.x() + dx < stage.getWidth()
                        && box.y() + dy >= 0
                        && box.y() + dy < stage.getHeight());
        if (!seen && !boxes.isEmpty() && !stage.isHover() && stage.viewport().zoom() == 1) {
            atStart = true;
            stage.setViewport(beginning());
        }
    }

    private void reveal(SocketId socket) {
        Box box = boxes.get(socket);
        if (box != null) {
            reveal(box);
        }
    }

    private void revealInView(Box box) {
        GraphViewport at = stage.viewport();
        reveal(new Box(box.x() - Math.round(at.x()), box.y() - Math.round(at.y()), box.width(), box.height()));
    }

    private void reveal(Box box) {
        GraphViewport next =
                stage.viewport().revealing(box, stage.getWidth(), stage.getHeight(), MARGIN * Math.min(uiScale, 1.5));
        if (!next.equals(stage.viewport())) {
            atStart = false;
            stage.setViewport(next);
            showHints();
        }
    }

    private void movedByHand(GraphViewport next) {
        boolean zoomed = next.zoom() != stage.viewport().zoom();
        atStart = false;
        unseen.clear();
        stage.setViewport(next);
        if (zoomed) {
            refresh();
        }
        showHints();
    }

    private void showHints() {
        double dx = Math.round(stage.viewport().x());
        double dy = Math.round(stage.viewport().y());
        List<Box> seen = boxes.values().stream()
                .map(box -> new Box(box.x() + dx, box.y() + dy, box.width(), box.height()))
                .toList();
        hints.show(seen, stage.getWidth(), stage.getHeight());
        connect.giveWay(seen, stage.getWidth());
    }

    private void resized() {
        if (atStart) {
            stage.setViewport(beginning());
        }
        showHints();
    }

    private void rescaled() {
        double now = context.uiScale().get();
        GraphViewport at = stage.viewport();
        double ratio = now / uiScale;
        uiScale = now;
        stage.setViewport(atStart ? beginning() : new GraphViewport(at.x() * ratio, at.y() * ratio, at.zoom()));
        refresh();
    }

    private GraphViewport beginning() {
        return GraphViewport.atStart(GraphPlaces.WIDTH * uiScale, stage.getWidth(), stage.getHeight(), uiScale);
    }

    private void wake() {
        if (looking && !running) {
            running = true;
            pulse.start();
        }
    }

    private void rest() {
        running = false;
        pulse.stop();
    }

    private void tick(long nowNanos) {
        pulseSeconds = nowNanos / NANOS_PER_SECOND;
        boolean due = System.nanoTime() - refreshedAt >= REFRESH_NANOS;
        if (due && (model.isBehind() || !model.isQuiet())) {
            refresh();
        }
        links.tick(
                pulseSeconds,
                uiScale * stage.viewport().zoom(),
                context.reduceMotion().get());
        if (!model.isBehind() && model.isQuiet() && !links.isMoving()) {
            rest();
        }
    }
}

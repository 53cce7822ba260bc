package org.wskscope.app.view.timeline;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.state.ScenarioProgress;
import org.wskscope.app.state.Selected;
import org.wskscope.app.state.Selection;
import org.wskscope.app.state.SessionModel;
import org.wskscope.app.theme.Icons;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.UserAction;
import org.wskscope.app.view.ViewContext;
import org.wskscope.app.view.ViewDescriptor;
import org.wskscope.app.view.ViewPart;
import org.wskscope.app.view.ViewPlace;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.ScopeSnapshot;

/** The timeline's window: overview strip, lanes, and what comes up over them. Paints only when something it shows has changed. FX thread. */
public final class TimelineView implements ViewPart {
    /** How near to a flag is on it, pixels at 100 %. */
    private static final double MARK_REACH = 6;

    private final SessionModel session;
    private final ObservableValue<ScenarioProgress> playing;
    private final Messages messages;
    private final TimelineViewModel model;
    private final TimelineRenderer renderer;
    private final TooltipRenderer tooltip;
    private final LaneCanvas<TimelineHit> lanes;
    private final OverviewStrip overview;
    private final JumpField jump;
    private final TimelineJump jumps;
    private final EmptyHint hint;
    private final FollowButton followButton;
    private final Label headerWords = new Label();
    private final StackPane root = new StackPane();

    private final ChangeListener<ScopeSnapshot> onSnapshot = (o, old, now) -> snapshotChanged(now);
    private final InvalidationListener repainting = o -> repaint();
    private final InvalidationListener onTime = o -> timePassed();
    private final ChangeListener<Boolean> onPast = (o, old, now) -> pastBegunOrEnded();
    private final EventHandler<KeyEvent> onKey =
            event -> model().wholeChainProperty().set(event.isShiftDown());
    private final ChangeListener<Scene> onScene = (o, old, now) -> moved(old, now);
    private final ChangeListener<Selected> onSelection = (o, old, now) -> reveal();

    private final ChangeListener<ScenarioProgress> onPlaying = (o, old, now) -> {
        if (now.isPlaying() && !old.isPlaying()) { // whatever was looked at before: what was asked for is to be seen
            moves().follow();
            lines().freeHand();
        }
    };

    private final TimelineLines lines;
    private final TimelineMoves moves;
    private final RepaintTiming timing;
    private TimelineLayout layout;
    /** What is still to come, on the same lines; the same as {@link #layout} at the tail. */
    private TimelineLayout ahead;

    private boolean active = true;
    private double pointerX;
    private double pointerY;

    private TimelineView(
            ViewContext context, SessionModel session, Selection selection, ObservableValue<ScenarioProgress> playing) {
        this.playing = playing;
        this.session = session;
        this.messages = context.messages();
        this.model = new TimelineViewModel(session, selection);
        this.renderer = new TimelineRenderer(model, messages);
        this.tooltip = new TooltipRenderer(model, messages, renderer);
        this.lanes = new LaneCanvas<>(context.palette(), context.uiScale(), this::paint);
        this.overview = new OverviewStrip(context, model, lanes, lanes::gutterWidth);
        this.jump = new JumpField(messages, lanes);
        this.moves = new TimelineMoves(model, lanes);
        this.followButton = new FollowButton(lanes, moves, session, messages);
        this.timing = new RepaintTiming(model, lanes);
        this.jumps = new TimelineJump(jump, model, lanes, messages);
        this.hint = new EmptyHint(Icons.TIMELINE, messages.get("timeline.empty"), messages.get("timeline.emptyNext"));
        new TimelineRoom(root, lanes, overview, context.uiScale()).keep();
        this.lines = new TimelineLines(model, lanes, this::looked);
        this.layout = new TimelineLayout(
                model.snapshot(), lines.rows(), new TimelineArea(lanes.viewport(), 1, 1, 0, 0, 0, 0, 1), 0);
        this.ahead = layout;
        build();
        listen(selection);
        session.pastProperty().addListener(onPast);
        new TimelineKeys(this, model, lanes, new TimelineMenu(lanes, model, messages, actions())).install();
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session, Selection selection) {
        return descriptor(session, selection, new SimpleObjectProperty<>(ScenarioProgress.IDLE));
    }

    /**
     * The same.
     *
     * @param playing the scenario that is played on this session: when one starts, its lanes come into view
     */
    public static ViewDescriptor descriptor(
            SessionModel session, Selection selection, ObservableValue<ScenarioProgress> playing) {
        return new ViewDescriptor(
                "timeline",
                "timeline.title",
                Icons.TIMELINE,
                ViewPlace.CENTER_BOTTOM,
                true,
                context -> new TimelineView(context, session, selection, playing));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Node> headerActions() {
        return List.of(followButton.node(), headerWords);
    }

    @Override
    public List<UserAction> actions() {
        return TimelineActions.of(this, moves, model, messages);
    }

    @Override
    public Optional<Bounds> spot() {
        return SelectionSpot.of(model, layout).map(lanes::localToScene);
    }

    @Override
    public void shown() {
        active = true;
        lines.lookSoon();
        repaint();
    }

    @Override
    public void hidden() {
        active = false;
        lines.stop();
    }

    @Override
    public void dispose() {
        active = false;
        lines.dispose();
        model.folding().changesProperty().removeListener(repainting);
        root.sceneProperty().removeListener(onScene);
        moved(root.getScene(), null);
        session.snapshotProperty().removeListener(onSnapshot);
        session.momentProperty().removeListener(onTime);
        model.selection().currentProperty().removeListener(onSelection);
        playing.removeListener(onPlaying);
        session.pastProperty().removeListener(onPast);
    }

    /** Marks where the selection begins, or else the pointer's moment, or else the playhead's. */
    void toggleMark() {
        TimelineArea area = layout.area();
        boolean pointing = lanes.isHover() && pointerX > area.gutter();
        double nanos = pointing
                ? area.viewport().nanosAt(pointerX - area.gutter(), area.width() - area.gutter())
                : model.nowNanos();
        model.toggleMark(Math.round(nanos), area.nanosPerPixel() * MARK_REACH * area.scale());
        repaint();
    }

    void find() {
        jumps.find();
    }

    void goTo() {
        jumps.goTo();
    }

    /** The lanes themselves, for tests and pictures. */
    LaneCanvas<TimelineHit> lanes() {
        return lanes;
    }

    TimelineLayout layout() {
        return layout;
    }

    /** Whether a look at the lines or a painting is to come. */
    boolean isUnsettled() {
        return lines.isLookDue() || lanes.isRepaintDue();
    }

    long timesOverviewPainted() {
        return overview.timesPainted();
    }

    /** How often the lanes were painted. */
    long timesPainted() {
        return timing.timesPainted();
    }

    private void build() {
        headerWords.getStyleClass().addAll("text-hint", "text-small");
        headerWords.setText(messages.get("timeline.keys"));
        lanes.setId("timeline-lanes");
        lanes.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        lanes.setAccessibleText(messages.get("timeline.title"));
        lanes.setHitTest((x, y) -> layout.hit(x, y).or(() -> ahead.hit(x, y)));
        lanes.setOnSelect(this::clicked);
        lanes.setOnOpen(moves::open);
        lanes.setOnArea(moves::show);
        lanes.addEventHandler(MouseEvent.MOUSE_MOVED, this::pointerMoved);
        VBox column = new VBox(overview, lanes);
        VBox.setVgrow(lanes, Priority.ALWAYS);
        hint.setMouseTransparent(true);
        root.getChildren().addAll(column, hint, jump);
        StackPane.setAlignment(jump, Pos.TOP_RIGHT);
        StackPane.setMargin(jump, new Insets(8, 14, 0, 0));
        root.setMinSize(0, 0);
        root.setId("timeline");
        showHint(model.snapshot());
    }

    private void listen(Selection selection) {
        session.snapshotProperty().addListener(onSnapshot);
        session.momentProperty().addListener(onTime);
        selection.currentProperty().addListener(onSelection);
        playing.addListener(onPlaying);
        model.showClosedProperty().addListener(o -> repaint());
        model.wholeChainProperty().addListener(o -> repaint());
        root.sceneProperty().addListener(onScene);
        model.folding().changesProperty().addListener(repainting);
        lanes.hoveredProperty().addListener(o -> repaint());
        lanes.scrollYProperty().addListener(o -> forgetPointer());
        lanes.viewportProperty().addListener(o -> forgetPointer());
    }

    /** Shift is heard wherever the focus is. */
    private void moved(@Nullable Scene from, @Nullable Scene to) {
        if (from != null) {
            from.removeEventFilter(KeyEvent.ANY, onKey);
        }
        if (to != null) {
            to.addEventFilter(KeyEvent.ANY, onKey);
        }
    }

    private TimelineViewModel model() {
        return model;
    }

    private TimelineMoves moves() {
        return moves;
    }

    private TimelineLines lines() {
        return lines;
    }

    private void snapshotChanged(ScopeSnapshot snapshot) {
        showHint(snapshot);
        if (active) {
            lines.lookSoon();
            moves.moveTail();
            if (timing.isDueForRecords()) {
                repaint();
            }
        }
    }

    private void pastBegunOrEnded() {
        showHint(model.snapshot());
        followButton.refresh();
        moves.moveTail();
        lines.lookSoon();
        repaint();
    }

    private void looked(boolean linesChanged) {
        overview.refresh();
        overview.paint();
        if (linesChanged || timing.isUnpainted()) {
            repaint();
        }
    }

    /** A tooltip about what was under the pointer says nothing true when the view has moved. */
    private void forgetPointer() {
        if (lanes.hoveredProperty().get().isPresent()) {
            lanes.forgetHover();
        }
    }

    private void showHint(ScopeSnapshot snapshot) {
        hint.setVisible(snapshot.lanes().isEmpty() && !session.isPast());
    }

    private void timePassed() {
        if (active && timing.isDueForTime()) {
            moves.moveTail();
            repaint();
        }
    }

    private void repaint() {
        lanes.repaint();
    }

    private void paint(LaneFrame frame) {
        TimelineRows rows = lines.fitted(frame.height() - frame.ruler(), frame.scale());
        TimelineArea area = new TimelineArea(
                frame.viewport(),
                frame.width(),
                frame.height(),
                frame.gutter(),
                frame.ruler(),
                rows.processors().height() * frame.scale(),
                lanes.scrollYProperty().get(),
                frame.scale());
        layout = new TimelineLayout(model.snapshot(), rows, area, model.nowNanos());
        ahead = model.isPast() ? new TimelineLayout(model.known(), rows, area, model.knownNanos()) : layout;
        timing.painted(layout);
        if (!model.misuse().takeFindings()) {
            lines.lookSoon();
            timing.outdate();
        }
        Optional<TimelineHit> hovered = lanes.hoveredProperty().get();
        renderer.paint(frame, layout, ahead, hovered);
        hovered.ifPresent(hit -> tooltip.paint(frame, hit, pointerX, pointerY));
        overview.paint();
        headerWords.setText(messages.get(layout.isDense() ? "timeline.dense" : "timeline.keys"));
    }

    private void clicked(Optional<TimelineHit> hit) {
        if (hit.isEmpty()) {
            model.selection().clear();
        } else if (hit.get() instanceof TimelineHit.OnNotice) {
            model.showClosedProperty().set(!model.showClosedProperty().get());
        } else {
            select(hit.get());
        }
    }

    /** Selects what was hit, if it is something that can be selected. */
    void select(TimelineHit hit) {
        if (hit instanceof TimelineHit.OnBar onBar) {
            model.select(onBar.bar());
        } else if (hit instanceof TimelineHit.OnSocket onSocket) {
            model.selection().selectSocket(onSocket.socket());
        } else if (hit instanceof TimelineHit.OnFold fold) {
            model.selection().selectSocket(fold.listener());
        }
    }

    private void pointerMoved(MouseEvent event) {
        pointerX = event.getX();
        pointerY = event.getY();
        if (lanes.hoveredProperty().get().isPresent()) {
            repaint();
        }
    }

    /** What is selected elsewhere comes into view here. */
    private void reveal() {
        Optional<Bar> bar = model.selectedBar();
        moves.reveal();
        bar.map(Bar::lane)
                .ifPresentOrElse(lines::reveal, () -> model.selection().socket().ifPresent(lines::revealSocket));
        lanes.setAccessibleText(bar.map(b -> renderer.words().spoken(b, model.snapshot(), model.nowNanos()))
                .orElse(messages.get("timeline.title")));
        repaint();
    }
}

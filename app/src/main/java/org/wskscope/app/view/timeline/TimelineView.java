package org.wskscope.app.view.timeline;

import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ChangeListener;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.control.EmptyHint;
import org.wskscope.app.control.LaneArea;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.LaneFrame;
import org.wskscope.app.control.TimeViewport;
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
    private static final double GUTTER = 150;
    private static final double RULER = 28;
    /** How near to a flag is on it, pixels at 100 %. */
    private static final double MARK_REACH = 6;

    private static final double FIRST_SPAN_NANOS = 5e9;
    /** With nothing running, the playhead moves in steps of this. */
    private static final long IDLE_STEP_NANOS = 100_000_000;

    private static final long CLOCK_STEP_NANOS = 50_000_000;

    private final SessionModel session;
    private final Messages messages;
    private final TimelineViewModel model;
    private final TimelineRenderer renderer;
    private final TooltipRenderer tooltip;
    private final LaneCanvas<TimelineHit> lanes;
    private final OverviewStrip overview;
    private final JumpField jump;
    private final EmptyHint hint;
    private final Button followButton = new Button();
    private final StackPane root = new StackPane();

    private final ChangeListener<ScopeSnapshot> onSnapshot = (o, old, now) -> snapshotChanged(now);
    private final InvalidationListener onTime = o -> timePassed();
    private final EventHandler<KeyEvent> onKey =
            event -> model().wholeChainProperty().set(event.isShiftDown());
    private final ChangeListener<Scene> onScene = (o, old, now) -> moved(old, now);
    private final ChangeListener<Selected> onSelection = (o, old, now) -> reveal();

    private final TimelineLines lines;
    private TimelineLayout layout;
    private boolean active = true;
    private long paintedNanos;
    private double pointerX;
    private double pointerY;

    private TimelineView(ViewContext context, SessionModel session, Selection selection) {
        this.session = session;
        this.messages = context.messages();
        this.model = new TimelineViewModel(session, selection);
        this.renderer = new TimelineRenderer(model, messages);
        this.tooltip = new TooltipRenderer(model, messages, renderer);
        this.lanes = new LaneCanvas<>(context.palette(), context.uiScale(), this::paint);
        this.overview = new OverviewStrip(context, model, lanes, () -> GUTTER);
        this.jump = new JumpField(messages, lanes);
        this.hint = new EmptyHint(Icons.TIMELINE, messages.get("timeline.empty"), messages.get("timeline.emptyNext"));
        this.lines = new TimelineLines(model, lanes);
        this.layout = new TimelineLayout(
                model.snapshot(), lines.rows(), new TimelineArea(lanes.viewport(), 1, 1, 0, 0, 0, 0, 1), 0);
        build();
        listen(selection);
    }

    /** Describes the window for a workbench on this session. */
    public static ViewDescriptor descriptor(SessionModel session, Selection selection) {
        return new ViewDescriptor(
                "timeline",
                "timeline.title",
                Icons.TIMELINE,
                ViewPlace.CENTER_BOTTOM,
                true,
                context -> new TimelineView(context, session, selection));
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public List<Node> headerActions() {
        Label keys = new Label(messages.get("timeline.keys"));
        keys.getStyleClass().addAll("text-hint", "text-small");
        return List.of(keys);
    }

    @Override
    public List<UserAction> actions() {
        return TimelineActions.of(this, model, messages);
    }

    @Override
    public void shown() {
        active = true;
        repaint();
    }

    @Override
    public void hidden() {
        active = false;
    }

    @Override
    public void dispose() {
        active = false;
        lines.stop();
        root.sceneProperty().removeListener(onScene);
        moved(root.getScene(), null);
        session.snapshotProperty().removeListener(onSnapshot);
        session.playhead().timeNanosProperty().removeListener(onTime);
        model.selection().currentProperty().removeListener(onSelection);
    }

    /** Brings the selection into view whole; everything when nothing is selected. */
    void fitSelection() {
        Span span = model.selectedSpan().orElseGet(model::wholeSpan);
        show(span.viewport());
        lanes.requestFocus();
    }

    void showEverything() {
        Span span = model.wholeSpan();
        show(TimeViewport.fitting(span.fromNanos(), span.toNanos()));
    }

    void follow() {
        lanes.followTailProperty().set(true);
        moveTail();
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
        jump.open("timeline.find.prompt", text -> model.find(text) ? "" : messages.get("timeline.find.nothing"));
    }

    void goTo() {
        jump.open("timeline.goTo.prompt", this::goTo);
    }

    /** The lanes themselves, for tests and pictures. */
    LaneCanvas<TimelineHit> lanes() {
        return lanes;
    }

    TimelineLayout layout() {
        return layout;
    }

    private String goTo(String text) {
        Optional<JumpTarget> target = JumpTarget.parse(text);
        if (target.isEmpty()) {
            return messages.get("timeline.goTo.unreadable");
        }
        if (target.get() instanceof JumpTarget.Record record) {
            if (record.sequence() >= model.snapshot().playhead()) {
                return messages.format(
                        "timeline.goTo.noRecord",
                        String.valueOf(model.snapshot().playhead()));
            }
            model.selectRecordOrItsBar(record.sequence());
        } else if (target.get() instanceof JumpTarget.Moment moment) {
            show(lanes.viewport().with(moment.nanos(), 0.5));
        }
        return "";
    }

    private void build() {
        lanes.setId("timeline-lanes");
        lanes.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        lanes.setAccessibleText(messages.get("timeline.title"));
        lanes.setMargins(GUTTER, RULER);
        lanes.show(new TimeViewport(0, FIRST_SPAN_NANOS));
        lanes.setHitTest((x, y) -> layout.hit(x, y));
        lanes.setOnSelect(this::selected);
        lanes.setOnOpen(this::opened);
        lanes.setOnArea(this::areaDrawn);
        lanes.addEventHandler(MouseEvent.MOUSE_MOVED, this::pointerMoved);
        followButton.setId("timeline-follow");
        followButton.setText(messages.get("timeline.follow"));
        followButton.setGraphic(Icons.FOLLOW_TAIL.node("icon-small"));
        followButton.setTooltip(new Tooltip(messages.get("timeline.follow.tip")));
        followButton.getStyleClass().add("small");
        followButton.setFocusTraversable(false);
        followButton.setOnAction(event -> follow());
        followButton.visibleProperty().bind(lanes.followTailProperty().not());
        VBox column = new VBox(overview, lanes);
        VBox.setVgrow(lanes, Priority.ALWAYS);
        hint.setMouseTransparent(true);
        root.getChildren().addAll(column, hint, followButton, jump);
        StackPane.setAlignment(followButton, Pos.TOP_LEFT);
        StackPane.setMargin(followButton, new Insets(4, 0, 0, 8));
        StackPane.setAlignment(jump, Pos.TOP_RIGHT);
        StackPane.setMargin(jump, new Insets(8, 14, 0, 0));
        root.setMinSize(0, 0);
        root.setId("timeline");
        showHint(model.snapshot());
    }

    private void listen(Selection selection) {
        session.snapshotProperty().addListener(onSnapshot);
        session.playhead().timeNanosProperty().addListener(onTime);
        selection.currentProperty().addListener(onSelection);
        model.showClosedProperty().addListener(o -> repaint());
        model.wholeChainProperty().addListener(o -> repaint());
        root.sceneProperty().addListener(onScene);
        lanes.hoveredProperty().addListener(o -> repaint());
        lanes.followTailProperty().addListener((o, old, now) -> moveTail());
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

    private void snapshotChanged(ScopeSnapshot snapshot) {
        showHint(snapshot);
        if (active) {
            lines.lookSoon();
            moveTail();
            repaint();
        }
    }

    private void showHint(ScopeSnapshot snapshot) {
        hint.setVisible(snapshot.lanes().isEmpty());
    }

    /** While something runs the picture changes with every pixel of time, and its clock goes on; with nothing running it need not. */
    private void timePassed() {
        long passed = model.nowNanos() - paintedNanos;
        boolean due = layout.isGrowing()
                ? passed >= layout.area().nanosPerPixel() || passed >= CLOCK_STEP_NANOS
                : passed >= IDLE_STEP_NANOS;
        if (active && due) {
            moveTail();
            repaint();
        }
    }

    /** The view follows the playhead, but does not begin before the session did. */
    private void moveTail() {
        lanes.setTail(Math.max(model.nowNanos(), lanes.viewport().span() * 0.94));
    }

    private void repaint() {
        lanes.repaint();
    }

    private void paint(LaneFrame frame) {
        paintedNanos = model.nowNanos();
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
        Optional<TimelineHit> hovered = lanes.hoveredProperty().get();
        renderer.paint(frame, layout, hovered);
        hovered.ifPresent(hit -> tooltip.paint(frame, hit, pointerX, pointerY));
        overview.paint();
    }

    private void selected(Optional<TimelineHit> hit) {
        if (hit.isEmpty()) {
            model.selection().clear();
        } else if (hit.get() instanceof TimelineHit.OnBar onBar) {
            model.select(onBar.bar());
        } else if (hit.get() instanceof TimelineHit.OnSocket onSocket) {
            model.selection().selectSocket(onSocket.socket());
        } else if (hit.get() instanceof TimelineHit.OnNotice) {
            model.showClosedProperty().set(!model.showClosedProperty().get());
        }
    }

    private void opened(TimelineHit hit) {
        if (hit instanceof TimelineHit.OnBar onBar) {
            show(model.spanOf(onBar.bar()).viewport());
        } else if (hit instanceof TimelineHit.OnGroup group) {
            show(new Span(group.startNanos(), group.endNanos()).viewport());
        } else if (hit instanceof TimelineHit.OnSocket) {
            fitSelection();
        }
    }

    private void areaDrawn(LaneArea area) {
        show(TimeViewport.between(area.fromNanos(), area.toNanos()));
    }

    private void show(TimeViewport viewport) {
        lanes.followTailProperty().set(false);
        lanes.show(viewport);
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
        model.selectedSpan()
                .filter(span -> model.selection().record().isPresent())
                .filter(span -> !lanes.viewport().shows(span.fromNanos(), span.toNanos()))
                .ifPresent(span -> show(lanes.viewport().with(span.fromNanos(), 0.5)));
        bar.map(Bar::lane)
                .ifPresentOrElse(lines::reveal, () -> model.selection().socket().ifPresent(lines::revealSocket));
        lanes.setAccessibleText(
                bar.map(b -> renderer.words().title(b, model.snapshot())).orElse(messages.get("timeline.title")));
        repaint();
    }
}

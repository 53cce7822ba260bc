package org.wskscope.app.view.timeline;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.wsk.SocketId;

/** Keeps the lines of a timeline: which there are, which are thin, and which are scrolled into view. It looks a few times a second, so that lines never flicker. FX thread. */
final class TimelineLines {
    private static final Duration LOOK = Duration.millis(250);
    private static final Duration SHORTEST_REST = Duration.seconds(1);
    private static final Duration HAND_RULES = Duration.seconds(4);

    private final TimelineViewModel model;
    private final LaneCanvas<TimelineHit> lanes;
    private final PauseTransition untilLook = new PauseTransition(LOOK);
    private final PauseTransition untilRest = new PauseTransition(SHORTEST_REST);
    private final PauseTransition handRules = new PauseTransition(HAND_RULES);

    private TimelineRows rows;
    private Key key;
    private Set<Integer> resting = Set.of();
    private TimeViewport restedAt;
    private int firstProcessor;
    private double room;
    private double scale = 1;
    private long lookedPlayhead;
    private long revealed = -1;

    /** What the lines depend on. */
    private record Key(
            int lanes,
            int sockets,
            int closed,
            boolean showClosed,
            Optional<SocketId> kept,
            Set<Integer> resting,
            int firstProcessor,
            double room) {}

    TimelineLines(TimelineViewModel model, LaneCanvas<TimelineHit> lanes) {
        this.model = model;
        this.lanes = lanes;
        restedAt = lanes.viewport();
        key = key();
        rows = build();
        untilLook.setOnFinished(event -> look());
        lanes.addEventFilter(ScrollEvent.SCROLL, this::scrolled);
        lanes.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> handRules.playFromStart());
        lanes.viewportProperty().addListener(o -> lookSoon());
        lanes.followTailProperty().addListener(o -> lookSoon());
    }

    /** As they are now, for a window of this size. */
    TimelineRows fitted(double height, double uiScale) {
        room = height / uiScale;
        scale = uiScale;
        refresh();
        return rows;
    }

    TimelineRows rows() {
        return rows;
    }

    /** Something may have begun or ended. */
    void lookSoon() {
        if (untilLook.getStatus() != Animation.Status.RUNNING) {
            lookedPlayhead = model.snapshot().playhead();
            untilLook.playFromStart();
        }
    }

    void stop() {
        untilLook.stop();
        untilRest.stop();
        handRules.stop();
    }

    /** Scrolls to a lane the user asked for. */
    void reveal(LaneKey lane) {
        handRules.playFromStart();
        show(lane);
    }

    void revealSocket(SocketId socket) {
        refresh();
        rows.firstOf(socket).map(TimelineRow::lane).ifPresent(this::reveal);
    }

    private void show(LaneKey lane) {
        if (lane.isProcessor()) {
            firstProcessor = rows.processors().firstShowing(lane, model.snapshot());
        }
        refresh();
        rows.of(lane).filter(row -> !row.lane().isProcessor()).ifPresent(this::scrollTo);
    }

    private void refresh() {
        Key now = key();
        if (!now.equals(key)) {
            TimelineRows before = rows;
            key = now;
            rows = build();
            lanes.setContentHeight((rows.height() + rows.processors().height()) * scale);
            keepPlace(before);
        } else {
            lanes.setContentHeight((rows.height() + rows.processors().height()) * scale);
        }
    }

    private TimelineRows build() {
        ProcessorRows processors = new ProcessorRows(model.snapshot(), firstProcessor, room);
        return new TimelineRows(
                model.snapshot(), new TimelineRows.Wanted(key.showClosed(), key.kept(), key.resting()), processors);
    }

    /** What stood at the top stays there when lines above it come or go. */
    private void keepPlace(TimelineRows before) {
        double top = lanes.scrollYProperty().get() / scale;
        int index = before.firstBelow(top);
        if (top > 0 && index < before.all().size()) {
            TimelineRow row = before.all().get(index);
            rows.of(row.lane()).ifPresent(now -> lanes.scrollTo((top + now.y() - row.y()) * scale));
        }
    }

    private Key key() {
        ScopeSnapshot snapshot = model.snapshot();
        return new Key(
                snapshot.lanes().size(),
                snapshot.sockets().size(),
                snapshot.totals().closedSockets(),
                model.showClosedProperty().get(),
                model.selection().socket(),
                resting,
                firstProcessor,
                room);
    }

    private void look() {
        rest();
        boolean free = lanes.followTailProperty().get() && handRules.getStatus() != Animation.Status.RUNNING;
        Optional<Bar> newest = free ? OpenBars.newest(model.snapshot(), lookedPlayhead) : Optional.empty();
        newest.filter(bar -> bar.startSequence() > revealed).ifPresent(bar -> {
            revealed = bar.startSequence();
            show(bar.lane());
        });
        lanes.repaint();
    }

    /** A socket with something to show gets its lanes at once; lanes are taken only after a while, or when the user looks elsewhere. */
    private void rest() {
        boolean following = lanes.followTailProperty().get();
        Set<Integer> now = RestingSockets.of(model.snapshot(), lanes.viewport(), following);
        boolean moved = !following && !lanes.viewport().equals(restedAt);
        boolean due = following && untilRest.getStatus() != Animation.Status.RUNNING;
        if (moved || due) {
            untilRest.playFromStart();
            restedAt = lanes.viewport();
            resting = Set.copyOf(now);
        } else if (!now.containsAll(resting)) {
            Set<Integer> still = new HashSet<>(resting);
            still.retainAll(now);
            resting = Set.copyOf(still);
        }
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown() || event.getDeltaY() == 0) {
            return;
        }
        handRules.playFromStart();
        double pinned = rows.processors().height() * scale;
        if (rows.processors().noticed() && event.getY() > lanes.getHeight() - pinned) {
            firstProcessor = rows.processors().first() - (int) Math.signum(event.getDeltaY());
            refresh();
            firstProcessor = rows.processors().first();
            lanes.repaint();
            event.consume();
        }
    }

    /** The whole socket if there is room for it, else the line. */
    private void scrollTo(TimelineRow row) {
        double height = (room - rows.processors().height()) * scale;
        double top = rows.topOfSocket(row) * scale;
        double bottom = rows.bottomOfSocket(row) * scale;
        if (bottom - top > height) {
            top = row.y() * scale;
            bottom = row.bottom() * scale;
        }
        double scroll = lanes.scrollYProperty().get();
        if (top < scroll) {
            lanes.scrollTo(top);
        } else if (bottom > scroll + height) {
            lanes.scrollTo(bottom - height);
        }
    }
}

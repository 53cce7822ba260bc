package org.wskscope.app.view.timeline;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.InvalidationListener;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.util.Duration;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.ScrollGesture;
import org.wskscope.app.control.TimeViewport;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * Keeps the lines of a timeline: which there are, which are thin, and which are scrolled into view. It looks a few times a second after something happened, so that lines
 * never flicker and the cost of choosing them does not follow the frames. FX thread.
 */
final class TimelineLines {
    private static final Duration LOOK = Duration.millis(250);
    /** Lanes are taken away no sooner than so many looks after the last time. */
    private static final int LOOKS_OF_REST = 4;

    private static final Duration HAND_RULES = Duration.seconds(4);
    /** As long as no more sockets are open, a new one has its lines at once. */
    private static final int FEW = 64;

    private final TimelineViewModel model;
    private final LaneCanvas<TimelineHit> lanes;
    private final PauseTransition untilLook = new PauseTransition(LOOK);
    private final PauseTransition handRules = new PauseTransition(HAND_RULES);
    private final InvalidationListener onFolding = o -> folded();

    private final Consumer<Boolean> onLook;

    private TimelineRows rows;
    private Key key;
    private Set<Integer> resting = Set.of();
    private Set<Integer> past = Set.of();
    private Set<Integer> first = Set.of();
    private TimeViewport restedAt;
    private int looksUntilRest;
    /** Part of a line that a trackpad has scrolled so far. */
    private double processorScroll;

    private int firstProcessor;
    private double room;
    private double scale = 1;
    private long lookedPlayhead;
    private long revealed = -1;
    private long built;
    private int newestSocket;

    /** What the lines depend on. */
    private record Key(
            int lanes,
            int open,
            int closed,
            boolean showClosed,
            Optional<SocketId> kept,
            Set<Integer> resting,
            Set<Integer> past,
            int folding,
            int firstProcessor,
            double room) {
        /** The same moment of the log and the same wishes, but for which sockets and lanes there are. */
        boolean differsInSocketsOnly(Key other) {
            return showClosed == other.showClosed
                    && kept.equals(other.kept)
                    && resting.equals(other.resting)
                    && past.equals(other.past)
                    && folding == other.folding
                    && firstProcessor == other.firstProcessor
                    && room == other.room;
        }
    }

    /** {@code onLook} is called after each look, with whether the lines changed. */
    TimelineLines(TimelineViewModel model, LaneCanvas<TimelineHit> lanes, Consumer<Boolean> onLook) {
        this.onLook = onLook;
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
        model.folding().changesProperty().addListener(onFolding);
    }

    /** As they are now, for a window of this size. */
    TimelineRows fitted(double height, double uiScale) {
        room = height / uiScale;
        scale = uiScale;
        refresh(false);
        return rows;
    }

    TimelineRows rows() {
        return rows;
    }

    /** How often the lines were chosen anew. */
    long timesBuilt() {
        return built;
    }

    /** Whether a look is to come. */
    boolean isLookDue() {
        return untilLook.getStatus() == Animation.Status.RUNNING;
    }

    /** Something may have begun or ended. */
    void lookSoon() {
        if (untilLook.getStatus() != Animation.Status.RUNNING) {
            lookedPlayhead = model.snapshot().playhead();
            untilLook.playFromStart();
        }
    }

    /** Nobody sees them: no timer runs until somebody looks again. */
    void stop() {
        untilLook.stop();
        handRules.stop();
    }

    void dispose() {
        stop();
        model.folding().changesProperty().removeListener(onFolding);
    }

    /** Scrolls to a lane the user asked for. */
    void reveal(LaneKey lane) {
        handRules.playFromStart();
        show(lane);
    }

    void revealSocket(SocketId socket) {
        refresh(true);
        rows.firstOf(socket).map(TimelineRow::lane).ifPresent(this::reveal);
    }

    /** What begins next comes into view, whatever the hand did before. */
    void freeHand() {
        handRules.stop();
        lookSoon();
    }

    private void show(LaneKey lane) {
        if (lane.isProcessor()) {
            firstProcessor = rows.processors().firstShowing(lane, model.snapshot());
        }
        refresh(true);
        rows.of(lane).filter(row -> !row.lane().isProcessor()).ifPresent(this::scrollTo);
    }

    private void folded() {
        Set<Integer> now = new HashSet<>();
        model.snapshot().sockets().visitOpen(socket -> {
            if (socket.listener() != null && ShownSockets.isNotable(socket)) {
                now.add(socket.id().value());
            }
        });
        first = Set.copyOf(now);
        lanes.repaint();
    }

    private void refresh(boolean atOnce) {
        Key now = key();
        boolean few = now.open() <= FEW;
        if (!now.equals(key) && (atOnce || few || !now.differsInSocketsOnly(key))) {
            TimelineRows before = rows;
            key = now;
            rows = build();
            keepPlace(before);
        }
        lanes.setContentHeight((rows.height() + rows.processors().height()) * scale);
    }

    private TimelineRows build() {
        built++;
        ScopeSnapshot snapshot = model.snapshot();
        ScopeSnapshot known = model.known();
        ShownSockets sockets = ShownSockets.of(
                snapshot,
                model.folding(),
                new ShownSockets.Wanted(key.showClosed(), key.kept(), first, key.past()).before(known));
        return TimelineRows.of(
                known,
                sockets,
                new ProcessorRows(known, firstProcessor, room),
                new TimelineRows.Wanted(key.kept(), key.resting(), sockets.noticed(key.showClosed()), room));
    }

    /** What stood at the top stays there when lines above it come or go. */
    private void keepPlace(TimelineRows before) {
        double top = lanes.scrollYProperty().get() / scale;
        int index = before.firstBelow(top);
        lanes.setContentHeight((rows.height() + rows.processors().height()) * scale);
        if (top > 0 && index < before.all().size()) {
            TimelineRow row = before.all().get(index);
            rows.of(row.lane()).ifPresent(now -> lanes.scrollTo((top + now.y() - row.y()) * scale));
        }
    }

    private Key key() {
        ScopeSnapshot snapshot = model.snapshot();
        return new Key(
                model.isPast()
                        ? -1 - (int) model.known().playhead()
                        : snapshot.lanes().size(),
                snapshot.sockets().openCount(),
                snapshot.sockets().closedCount(),
                model.showClosedProperty().get(),
                model.selection().socket(),
                resting,
                past,
                model.folding().changesProperty().get(),
                firstProcessor,
                room);
    }

    private void look() {
        TimelineRows before = rows;
        rest();
        refresh(true);
        boolean free = lanes.followTailProperty().get() && handRules.getStatus() != Animation.Status.RUNNING;
        Optional<Bar> newest = free ? OpenBars.newest(model.snapshot(), lookedPlayhead) : Optional.empty();
        newest.filter(bar -> bar.startSequence() > revealed).ifPresent(bar -> {
            revealed = bar.startSequence();
            show(bar.lane());
        });
        if (free) {
            revealNewest();
        }
        onLook.accept(rows != before);
    }

    /** A socket that is new has its first line in view. */
    private void revealNewest() {
        SocketRow newest = null;
        for (ShownSockets.Shown shown : rows.sockets().sockets()) {
            if (newest == null || shown.socket().id().value() > newest.id().value()) {
                newest = shown.socket();
            }
        }
        if (newest != null && newest.id().value() > newestSocket) {
            newestSocket = newest.id().value();
            rows.firstOf(newest.id()).map(TimelineRow::lane).ifPresent(this::show);
        }
    }

    /** A socket with something to show gets its lanes at once; lanes are taken only after a while, or when the user looks elsewhere. */
    private void rest() {
        boolean following = lanes.followTailProperty().get();
        ScopeSnapshot snapshot = model.snapshot();
        Iterable<SocketRow> shown = () -> rows.sockets().sockets().stream()
                .map(one -> snapshot.socket(one.socket().id()))
                .filter(Objects::nonNull)
                .iterator();
        Set<Integer> now = IdleSockets.of(snapshot, shown, lanes.viewport(), following);
        boolean moved = !following && !lanes.viewport().equals(restedAt);
        boolean due = following && --looksUntilRest <= 0;
        if (moved || due) {
            looksUntilRest = LOOKS_OF_REST;
            restedAt = lanes.viewport();
            resting = Set.copyOf(now);
            past = following ? with(past, IdleSockets.past(snapshot, shown, lanes.viewport())) : Set.of();
        } else if (!now.containsAll(resting)) {
            Set<Integer> still = new HashSet<>(resting);
            still.retainAll(now);
            resting = Set.copyOf(still);
        }
    }

    /** No more than can be among the last closed ones: the set does not grow with the sockets that ever were. */
    private static Set<Integer> with(Set<Integer> before, Set<Integer> more) {
        Set<Integer> all = new HashSet<>(more);
        before.stream()
                .sorted(Comparator.reverseOrder())
                .limit(ShownSockets.CLOSED_SHOWN)
                .forEach(all::add);
        return Set.copyOf(all);
    }

    private void scrolled(ScrollEvent event) {
        if (event.isShortcutDown() || Math.abs(event.getDeltaY()) <= Math.abs(event.getDeltaX())) {
            return;
        }
        handRules.playFromStart();
        double pinned = rows.processors().height() * scale;
        if (rows.processors().noticed() && event.getY() > lanes.getHeight() - pinned) {
            processorScroll -= event.getDeltaY() / ScrollGesture.WHEEL_PIXELS;
            int lines = (int) processorScroll;
            processorScroll -= lines;
            if (lines != 0) {
                firstProcessor = rows.processors().first() + lines;
                refresh(true);
                firstProcessor = rows.processors().first();
                lanes.repaint();
            }
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

package org.wskscope.app.view.timeline;

import org.wskscope.app.control.LaneArea;
import org.wskscope.app.control.LaneCanvas;
import org.wskscope.app.control.TimeViewport;

/** Which piece of time the lanes show: all of it, the selection, what was opened, or the newest. FX thread. */
final class TimelineMoves {
    private static final double FIRST_SPAN_NANOS = 5e9;
    /** Where the newest moment stands in a view that follows. */
    private static final double TAIL_AT = 0.94;

    private final TimelineViewModel model;
    private final LaneCanvas<TimelineHit> lanes;

    TimelineMoves(TimelineViewModel model, LaneCanvas<TimelineHit> lanes) {
        this.model = model;
        this.lanes = lanes;
        lanes.show(new TimeViewport(0, FIRST_SPAN_NANOS));
        lanes.followTailProperty().addListener(o -> moveTail());
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

    /** The moment goes to the bar that was double-clicked; what stands for many comes into view whole; a fold opens. */
    void open(TimelineHit hit) {
        if (hit instanceof TimelineHit.OnBar onBar) {
            model.travel().goOnto(onBar.bar().startSequence());
        } else if (hit instanceof TimelineHit.OnGroup group) {
            show(new Span(group.startNanos(), group.endNanos()).viewport());
        } else if (hit instanceof TimelineHit.OnFold fold) {
            model.folding().open(fold.listener());
        } else if (hit instanceof TimelineHit.OnSocket) {
            fitSelection();
        }
    }

    void show(LaneArea area) {
        show(TimeViewport.between(area.fromNanos(), area.toNanos()));
    }

    void show(TimeViewport viewport) {
        lanes.followTailProperty().set(false);
        lanes.show(viewport);
    }

    /** The selected record, and what it began, comes into view if it is not. */
    void reveal() {
        model.selectedSpan()
                .filter(span -> model.selection().record().isPresent())
                .filter(span -> !lanes.viewport().shows(span.fromNanos(), span.toNanos()))
                .ifPresent(span -> show(lanes.viewport().with(span.fromNanos(), 0.5)));
    }

    /** The view follows the playhead, but does not begin before the session did. */
    void moveTail() {
        if (model.isPast()) { // what is still to come is to be seen, too
            if (!lanes.viewport().shows(model.nowNanos(), model.nowNanos())) {
                lanes.show(lanes.viewport().with(model.nowNanos(), 0.5));
            }
            return;
        }
        lanes.setTail(Math.max(model.nowNanos(), lanes.viewport().span() * TAIL_AT));
    }
}

package org.wskscope.app.view.timeline;

import org.wskscope.app.control.LaneCanvas;

/** Decides when the lanes are worth painting again: when what is new can be in the picture, and no more often than pixels change. FX thread. */
final class RepaintTiming {
    /** With nothing running, the playhead moves in steps of this. */
    private static final long IDLE_STEP_NANOS = 100_000_000;

    private static final long CLOCK_STEP_NANOS = 50_000_000;

    private final TimelineViewModel model;
    private final LaneCanvas<TimelineHit> lanes;
    private long paintedNanos;
    private long timesPainted;
    private double pixelNanos = 1;
    private boolean growing;
    private boolean empty = true;
    private boolean unpainted;

    RepaintTiming(TimelineViewModel model, LaneCanvas<TimelineHit> lanes) {
        this.model = model;
        this.lanes = lanes;
    }

    /** The lanes were painted as this layout says. */
    void painted(TimelineLayout layout) {
        timesPainted++;
        paintedNanos = layout.nowNanos();
        pixelNanos = layout.area().nanosPerPixel();
        growing = layout.isGrowing();
        empty = layout.isEmpty();
        unpainted = false;
    }

    /** Something is not in the picture that belongs there. */
    void outdate() {
        unpainted = true;
    }

    /** There are new records: whether to paint at once. What waits is painted after the next look. */
    boolean isDueForRecords() {
        unpainted |= following() || growing || empty || lanes.viewport().end() >= paintedNanos;
        return unpainted && (!model.isLive() || passed() >= Math.min(CLOCK_STEP_NANOS, pixelNanos));
    }

    /** Time passed: while something runs its clock goes on; with nothing running and nothing new only the view moves, and slowly. */
    boolean isDueForTime() {
        return (following() || growing) && passed() >= (growing ? CLOCK_STEP_NANOS : IDLE_STEP_NANOS);
    }

    /** Whether something waits to be painted. */
    boolean isUnpainted() {
        return unpainted;
    }

    long timesPainted() {
        return timesPainted;
    }

    private boolean following() {
        return lanes.followTailProperty().get();
    }

    private long passed() {
        return model.nowNanos() - paintedNanos;
    }
}

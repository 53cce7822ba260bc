package org.wskscope.app.view.timeline;

import java.util.Optional;
import org.wskscope.app.view.timeline.Waits.Wait;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.LaneKind;

/**
 * Where the dashed line between what waits and what it waits for runs, in pixels. Pure.
 *
 * @param topX where it leaves the bar of the upper line
 * @param top the lower edge of that bar
 * @param bottomX where it meets the bar of the lower line
 * @param bottom just above that bar
 * @param down whether the lower bar is the one that is waited for
 */
record Tie(double topX, double top, double bottomX, double bottom, boolean down) {
    private static final double LEAN = 12;
    /** The line of requests is close below that of callbacks: the tie leans far, so that it can be seen. */
    private static final double REQUEST_LEAN = 40;

    private static final double INDENT = 16;
    /** How far above the middle of a control call its diamond begins. */
    private static final double DIAMOND = 7;

    /** The line for a wait; empty when its two bars share a line, or the time they are open in is out of view. */
    static Optional<Tie> of(TimelineLayout layout, Wait wait) {
        Optional<TimelineRow> waiting = layout.rows().of(wait.waiting().lane());
        Optional<TimelineRow> held = layout.rows().of(wait.held().lane());
        if (waiting.isEmpty() || held.isEmpty() || waiting.equals(held)) {
            return Optional.empty();
        }
        boolean down = waiting.get().y() < held.get().y();
        return down
                ? between(layout, waiting.get(), wait.waiting(), held.get(), wait.held())
                : between(layout, held.get(), wait.held(), waiting.get(), wait.waiting());
    }

    private static Optional<Tie> between(
            TimelineLayout layout, TimelineRow upperRow, Bar upper, TimelineRow lowerRow, Bar lower) {
        TimelineArea area = layout.area();
        double scale = area.scale();
        double begun = Math.max(area.xOf(upper.startNanos()), area.xOf(lower.startNanos()));
        if (area.xOf(layout.nowNanos()) < area.gutter() || begun > area.width()) {
            return Optional.empty();
        }
        double from = Math.max(area.gutter(), area.xOf(upper.startNanos()));
        double to = Math.max(area.gutter(), area.xOf(lower.startNanos()));
        double top = area.barTopOf(upperRow) + upperRow.bar() * scale + 1;
        if (lower.lane().kind() == LaneKind.IRPS) {
            double x = Math.max(to, from + INDENT * scale);
            return Optional.of(new Tie(x, top, x + REQUEST_LEAN * scale, area.barTopOf(lowerRow) - 1, true));
        }
        double x = Math.max(area.xOf(lower.startNanos()), from + INDENT * scale);
        return Optional.of(new Tie(x - LEAN * scale, top, x, area.middleOf(lowerRow) - DIAMOND * scale, false));
    }
}

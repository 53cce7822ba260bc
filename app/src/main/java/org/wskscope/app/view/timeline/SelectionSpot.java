package org.wskscope.app.view.timeline;

import java.util.Optional;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;

/** Where on the lanes what is selected is painted, pixels of the canvas. Pure. */
final class SelectionSpot {
    /** A bar is often shorter than what is written beside it, heights of its lane. */
    private static final double LEAST_LENGTH = 12;

    private SelectionSpot() {}

    /** The lines of what is selected, as far as a selected bar reaches; empty while nothing of it is in view. */
    static Optional<Bounds> of(TimelineViewModel model, TimelineLayout layout) {
        Optional<BarMark> mark = model.selectedBar().flatMap(layout::markOf);
        Optional<Bounds> lines = lines(model, layout);
        return mark.map(bar -> along(bar, lines, layout.area())).or(() -> lines);
    }

    private static Bounds along(BarMark mark, Optional<Bounds> lines, TimelineArea area) {
        double width = Math.max(mark.width(), LEAST_LENGTH * mark.row().bar() * area.scale());
        double left = Math.max(area.gutter(), Math.min(mark.x(), area.width() - width));
        double top = lines.map(Bounds::getMinY).orElse(mark.y());
        double height = lines.map(Bounds::getHeight).orElse(mark.height());
        return new BoundingBox(left, top, Math.min(width, area.width() - left), height);
    }

    /** The lines of the socket. */
    private static Optional<Bounds> lines(TimelineViewModel model, TimelineLayout layout) {
        TimelineArea area = layout.area();
        return model.selection()
                .socket()
                .flatMap(socket -> layout.visibleRows().stream()
                        .filter(row -> !row.lane().isProcessor() && row.lane().number() == socket.value())
                        .map(row -> (Bounds)
                                new BoundingBox(0, area.yOf(row.y()), area.width(), row.height() * area.scale()))
                        .reduce(SelectionSpot::together));
    }

    private static Bounds together(Bounds one, Bounds other) {
        double left = Math.min(one.getMinX(), other.getMinX());
        double top = Math.min(one.getMinY(), other.getMinY());
        return new BoundingBox(
                left,
                top,
                Math.max(one.getMaxX(), other.getMaxX()) - left,
                Math.max(one.getMaxY(), other.getMaxY()) - top);
    }
}

package org.wskscope.app.control;

/**
 * The piece of time a view shows, in nanoseconds since the session began. Immutable; any thread. A fraction is a place
 * in the view: 0 is its left edge, 1 its right edge.
 *
 * @param start left edge
 * @param span width; at least {@link #MIN_SPAN}
 */
public record TimeViewport(double start, double span) {
    /** 10 ns: below that the clock has nothing more to tell. */
    public static final double MIN_SPAN = 10;
    /** 10 days: beyond that a double no longer holds single nanoseconds. */
    public static final double MAX_SPAN = 864e12;

    /** Empty space kept to the right of the newest moment while following it. */
    private static final double TAIL_MARGIN = 0.04;

    public TimeViewport {
        if (!Double.isFinite(start) || !Double.isFinite(span)) {
            throw new IllegalArgumentException("Not a piece of time: start " + start + ", span " + span);
        }
        span = Math.max(MIN_SPAN, Math.min(MAX_SPAN, span));
    }

    /** The view from one moment to another, in either order. */
    public static TimeViewport between(double oneNanos, double otherNanos) {
        return new TimeViewport(Math.min(oneNanos, otherNanos), Math.abs(otherNanos - oneNanos));
    }

    public double end() {
        return start + span;
    }

    /** Where a moment lies on an axis of {@code width} pixels; outside 0..width when it is not in view. */
    public double xOf(double nanos, double width) {
        return (nanos - start) / span * width;
    }

    /** The moment under a pixel of an axis of {@code width} pixels. */
    public double nanosAt(double x, double width) {
        return width <= 0 ? start : start + x / width * span;
    }

    public boolean shows(double fromNanos, double toNanos) {
        return toNanos >= start && fromNanos <= end();
    }

    /** Zooms so that the moment at {@code fraction} stays where it is; a factor below 1 shows less time. */
    public TimeViewport zoomedAt(double fraction, double factor) {
        double newSpan = Math.max(MIN_SPAN, Math.min(MAX_SPAN, span * factor));
        return new TimeViewport(start + (span - newSpan) * fraction, newSpan);
    }

    /** Moves by a part of the width; a positive fraction looks later. */
    public TimeViewport pannedBy(double fraction) {
        return new TimeViewport(start + span * fraction, span);
    }

    /** The same span, placed so that the moment is at {@code fraction}. */
    public TimeViewport with(double nanos, double fraction) {
        return new TimeViewport(nanos - span * fraction, span);
    }

    /** The same span with the newest moment near the right edge. */
    public TimeViewport following(double tailNanos) {
        return with(tailNanos, 1 - TAIL_MARGIN);
    }

    /** Everything from one moment to another, with a little room on both sides. */
    public static TimeViewport fitting(double fromNanos, double toNanos) {
        double room = Math.max(MIN_SPAN, Math.abs(toNanos - fromNanos)) * TAIL_MARGIN;
        return between(Math.min(fromNanos, toNanos) - room, Math.max(fromNanos, toNanos) + room);
    }

    /** Moved later, if need be, so that no more than a little room is shown before the session began: nothing can be there. */
    public TimeViewport notBeforeBegin() {
        double earliest = -span * TAIL_MARGIN;
        return start < earliest ? new TimeViewport(earliest, span) : this;
    }

    /** Brought back so that at least a tenth of the view lies within the moments given. */
    public TimeViewport keptWithin(double firstNanos, double lastNanos) {
        double earliest = firstNanos - span * 0.9;
        double latest = Math.max(earliest, lastNanos - span * 0.1);
        return new TimeViewport(Math.max(earliest, Math.min(latest, start)), span);
    }
}

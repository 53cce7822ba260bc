package org.wskscope.app.control;

import java.util.ArrayList;
import java.util.List;

/** Where the ticks of a time axis go: steps of 1, 2 or 5 times a power of ten, from nanoseconds to hours. Pure. */
public final class TimeAxis {
    private static final double[] NICE = {1, 2, 5, 10};

    private TimeAxis() {}

    /**
     * One tick.
     *
     * @param nanos the moment it marks
     * @param x its place in pixels
     * @param label what stands beside it; the first one carries the unit
     */
    public record Tick(double nanos, double x, String label) {}

    /** The ticks in view from the session's beginning on, at least {@code minGap} pixels apart. */
    public static List<Tick> ticks(TimeViewport viewport, double width, double minGap) {
        if (width < 1 || minGap < 1) {
            return List.of();
        }
        double step = niceStep(viewport.span() * minGap / width);
        int unit =
                TimeText.unitOf(Math.max(step, Math.max(Math.abs(viewport.start()), Math.abs(viewport.end())) / 1000));
        List<Tick> ticks = new ArrayList<>();
        long first = Math.max(0, (long) Math.ceil(viewport.start() / step - 1e-9));
        long last = (long) Math.floor(viewport.end() / step + 1e-9);
        for (long index = first; index <= last; index++) {
            double nanos = index * step;
            String label = TimeText.withoutUnit(nanos, step, unit);
            ticks.add(new Tick(
                    nanos, viewport.xOf(nanos, width), index == first ? label + " " + TimeText.unitName(unit) : label));
        }
        return ticks;
    }

    /** The smallest step of 1, 2 or 5 times a power of ten that is not below {@code atLeastNanos}. */
    public static double niceStep(double atLeastNanos) {
        double decade = Math.pow(10, Math.floor(Math.log10(Math.max(1, atLeastNanos))));
        for (double nice : NICE) {
            if (nice * decade >= atLeastNanos * (1 - 1e-9)) {
                return nice * decade;
            }
        }
        return 10 * decade;
    }
}

package org.wskscope.app;

import java.util.Locale;

/**
 * One line of the result.
 *
 * @param unit of ours and rival
 * @param rival NaN when there is none
 * @param bar the least ratio, or the most of {@code ours} when there is no rival; NaN for a figure that is only told
 */
record UiFigure(String name, String unit, double ours, double rival, double bar) {
    static final String HEADING = String.format(
            Locale.ROOT, "%-66s %12s %12s %7s %6s  %s", "figure", "ours", "rival", "ratio", "bar", "verdict");

    boolean isMet() {
        return Double.isNaN(bar) || (Double.isNaN(rival) ? ours <= bar : ours / rival >= bar);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%-66s %12s %12s %7s %6s  %s",
                name,
                String.format(Locale.ROOT, "%.1f %s", ours, unit),
                Double.isNaN(rival) ? "-" : String.format(Locale.ROOT, "%.1f %s", rival, unit),
                Double.isNaN(rival) ? "-" : String.format(Locale.ROOT, "%.3f", ours / rival),
                Double.isNaN(bar) ? "-" : String.format(Locale.ROOT, "%.2f", bar),
                Double.isNaN(bar) ? "" : isMet() ? "ok" : "missed");
    }
}

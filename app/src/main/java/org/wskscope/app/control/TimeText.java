package org.wskscope.app.control;

import java.util.Locale;

/** Durations as people read them: a number and its unit, with no more digits than needed to tell neighbours apart. */
public final class TimeText {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};
    private static final double[] SIZES = {1, 1e3, 1e6, 1e9};

    private TimeText() {}

    /** For example {@code 62.70 ms}; three to five digits. */
    public static String of(double nanos) {
        int unit = unitOf(Math.abs(nanos));
        double value = nanos / SIZES[unit];
        int decimals = unit == 0 ? 0 : Math.abs(value) < 10 ? 3 : Math.abs(value) < 100 ? 2 : 1;
        return number(value, decimals) + " " + UNITS[unit];
    }

    /** A moment for a table column, always in milliseconds with three decimals, so that columns line up. */
    public static String millis(double nanos) {
        return number(nanos / 1e6, 3) + " ms";
    }

    /** A moment told precisely enough that a moment {@code stepNanos} away reads differently, without its unit. */
    static String withoutUnit(double nanos, double stepNanos, int unit) {
        double step = stepNanos / SIZES[unit];
        int decimals = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
        return number(nanos / SIZES[unit], Math.min(9, decimals));
    }

    static String unitName(int unit) {
        return UNITS[unit];
    }

    static int unitOf(double nanos) {
        int unit = 0;
        while (unit < SIZES.length - 1 && nanos >= SIZES[unit + 1]) {
            unit++;
        }
        return unit;
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value == 0 ? 0.0 : value);
    }
}

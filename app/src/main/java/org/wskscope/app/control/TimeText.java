package org.wskscope.app.control;

import java.util.Locale;

/**
 * Times as people read them: a number and its unit, in the digits and separators of the reader's system, with no more digits than needed. From a minute on as a clock shows
 * them, {@code 1:41.1 min}.
 */
public final class TimeText {
    private static final String[] UNITS = {"ns", "µs", "ms", "s"};
    private static final double[] SIZES = {1, 1e3, 1e6, 1e9};
    private static final double MINUTE = 60e9;
    private static final long MINUTES_AN_HOUR = 60;
    /** Decimals of a millisecond that make nanoseconds, less three: a moment is told to the microsecond. */
    private static final int MOMENT_DECIMALS = 3;

    private TimeText() {}

    /** How long something lasts, for example {@code 62.70 ms}; three to five digits. */
    public static String of(double nanos) {
        if (Math.abs(nanos) >= MINUTE) {
            return clock(nanos, 1);
        }
        int unit = unitOf(Math.abs(nanos));
        double value = nanos / SIZES[unit];
        int decimals = unit == 0 ? 0 : Math.abs(value) < 10 ? 3 : Math.abs(value) < 100 ? 2 : 1;
        return number(value, decimals) + " " + UNITS[unit];
    }

    /** A moment of the session, to the microsecond and in the unit that suits it: {@code 62.700 ms}, {@code 1.234567 s}, {@code 1:41.149899 min}. */
    public static String moment(double nanos) {
        if (Math.abs(nanos) >= MINUTE) {
            return clock(nanos, 2 * MOMENT_DECIMALS);
        }
        return Math.abs(nanos) >= SIZES[3] ? number(nanos / SIZES[3], 2 * MOMENT_DECIMALS) + " s" : millis(nanos);
    }

    /** A moment for a table column, always in milliseconds with three decimals, so that columns line up. */
    public static String millis(double nanos) {
        return number(nanos / 1e6, MOMENT_DECIMALS) + " ms";
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

    /** Minutes and seconds, from an hour on hours too. */
    private static String clock(double nanos, int decimals) {
        double scale = Math.pow(10, decimals);
        // Rounded before it is parted, so that no 60 seconds can appear.
        double rounded = Math.rint(Math.abs(nanos) / SIZES[3] * scale) / scale;
        long minutes = (long) (rounded / 60);
        String sign = nanos < 0 ? "-" : "";
        String seconds = String.format(
                reader(), "%0" + (decimals + 3) + "." + decimals + "f", Math.max(0, rounded - minutes * 60.0));
        return minutes < MINUTES_AN_HOUR
                ? String.format(reader(), "%s%d:%s min", sign, minutes, seconds)
                : String.format(
                        reader(),
                        "%s%,d:%02d:%s h",
                        sign,
                        minutes / MINUTES_AN_HOUR,
                        minutes % MINUTES_AN_HOUR,
                        seconds);
    }

    private static String number(double value, int decimals) {
        return String.format(reader(), "%,." + decimals + "f", value == 0 ? 0.0 : value);
    }

    private static Locale reader() {
        return Locale.getDefault(Locale.Category.FORMAT);
    }
}

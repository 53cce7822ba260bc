package org.wskscope.app.control;

import java.util.Locale;

/** Amounts of bytes where there is room for a number and its unit only: {@code 512 B}, {@code 1.5 KiB}, in the digits of the reader's system. Pure. */
public final class ByteText {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final double STEP = 1024;
    /** What rounds up to 1,024.0 is 1.0 of the next unit. */
    private static final double HALF_A_STEP_SHOWN = 0.05;

    private ByteText() {}

    /** Rounded to one decimal from a KiB on. */
    public static String of(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= STEP - HALF_A_STEP_SHOWN && unit < UNITS.length - 1) {
            value /= STEP;
            unit++;
        }
        Locale reader = Locale.getDefault(Locale.Category.FORMAT);
        return unit == 0
                ? String.format(reader, "%,d B", bytes)
                : String.format(reader, "%,.1f %s", value, UNITS[unit]);
    }
}

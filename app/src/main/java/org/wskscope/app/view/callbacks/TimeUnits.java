package org.wskscope.app.view.callbacks;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as a person types them: {@code 62.7 ms}. Pure. */
final class TimeUnits {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:[.,]\\d{1,9})?)\\s*(ns|us|\u00b5s|ms|s|min)");

    private TimeUnits() {}

    static boolean isUnit(String word) {
        return switch (word) {
            case "ns", "us", "\u00b5s", "ms", "s", "min" -> true;
            default -> false;
        };
    }

    /** The nanoseconds that a text in small letters says; empty when it is no time with a unit. */
    static OptionalLong nanos(String lower) {
        Matcher time = TIME.matcher(lower);
        if (!time.matches()) {
            return OptionalLong.empty();
        }
        double value = Double.parseDouble(time.group(1).replace(',', '.'));
        return OptionalLong.of(Math.round(value * unit(time.group(2))));
    }

    private static double unit(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "\u00b5s" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            default -> 60e9;
        };
    }
}

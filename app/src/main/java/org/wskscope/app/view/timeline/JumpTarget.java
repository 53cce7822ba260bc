package org.wskscope.app.view.timeline;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a user wants to go: a moment or a record. */
sealed interface JumpTarget {
    Pattern RECORD = Pattern.compile("#?\\s*(\\d{1,18})");
    Pattern MOMENT = Pattern.compile("(\\d{1,12}(?:[.,]\\d{1,9})?)\\s*(ns|us|µs|ms|s|min)");

    record Moment(long nanos) implements JumpTarget {}

    record Record(long sequence) implements JumpTarget {}

    /** Reads {@code #123}, {@code 123}, {@code 62.7 ms}, {@code 1.5s}; empty for anything else. */
    static Optional<JumpTarget> parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        Matcher moment = MOMENT.matcher(trimmed);
        if (moment.matches()) {
            double value = Double.parseDouble(moment.group(1).replace(',', '.'));
            return Optional.of(new Moment(Math.round(value * unitNanos(moment.group(2)))));
        }
        Matcher record = RECORD.matcher(trimmed);
        return record.matches() ? Optional.of(new Record(Long.parseLong(record.group(1)))) : Optional.empty();
    }

    private static double unitNanos(String unit) {
        return switch (unit) {
            case "ns" -> 1;
            case "us", "µs" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            default -> 60e9;
        };
    }
}

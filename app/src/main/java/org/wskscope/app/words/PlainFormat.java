package org.wskscope.app.words;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sentence whose gaps take their values as they are, as most do: filled many times faster than {@link java.text.MessageFormat} does it. Immutable. */
final class PlainFormat {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");

    /** Before each gap, and behind the last. */
    private final List<String> pieces;

    private final List<Integer> gaps;

    private PlainFormat(List<String> pieces, List<Integer> gaps) {
        this.pieces = List.copyOf(pieces);
        this.gaps = List.copyOf(gaps);
    }

    /** Empty for a text with other formats, or with quotes. */
    static Optional<PlainFormat> of(String text) {
        String rest = GAP.matcher(text).replaceAll("");
        if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0 || rest.indexOf('\'') >= 0) {
            return Optional.empty();
        }
        List<String> pieces = new ArrayList<>();
        List<Integer> gaps = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int start = 0;
        while (gap.find()) {
            pieces.add(text.substring(start, gap.start()));
            gaps.add(Integer.valueOf(gap.group(1)));
            start = gap.end();
        }
        pieces.add(text.substring(start));
        return Optional.of(new PlainFormat(pieces, gaps));
    }

    /** False when a value is no text and no whole number: {@link java.text.MessageFormat} knows what to do with it. */
    static boolean takes(Object... values) {
        for (Object value : values) {
            if (!(value instanceof String) && !(value instanceof Long) && !(value instanceof Integer)) {
                return false;
            }
        }
        return true;
    }

    String fill(NumberFormat numbers, Object... values) {
        StringBuilder filled = new StringBuilder(pieces.get(0));
        for (int gap = 0; gap < gaps.size(); gap++) {
            assert gaps.get(gap) < values.length : "a gap for which there is no value: " + pieces;
            Object value = values[gaps.get(gap)];
            filled.append(value instanceof Number number ? numbers.format(number.longValue()) : value);
            filled.append(pieces.get(gap + 1));
        }
        return filled.toString();
    }
}

package org.wskscope.app.words;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A sentence whose gaps take a value as it is or a number with its noun, as nearly all do: filled many times faster than {@link java.text.MessageFormat} does it.
 * Immutable.
 */
final class PlainFormat {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)(?:,(\\w+))?}");
    private static final Pattern FORMS = Pattern.compile("0#([^|]*)\\|1#([^|]*)\\|1<([^|]*)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

    /** Before each gap, and behind the last. */
    private final List<String> pieces;

    private final List<Gap> gaps;

    /** A gap; with forms for none, one and more where a noun is counted. */
    private record Gap(int index, List<String> forms) {}

    private PlainFormat(List<String> pieces, List<Gap> gaps) {
        this.pieces = List.copyOf(pieces);
        this.gaps = List.copyOf(gaps);
    }

    /** Of a text as it stands in the bundle. Empty for one with other formats, or with quotes. */
    static Optional<PlainFormat> of(String text, Map<String, String> nouns) {
        List<String> pieces = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        Matcher gap = GAP.matcher(text);
        int start = 0;
        while (gap.find()) {
            Optional<List<String>> forms = forms(gap.group(2), nouns);
            if (forms.isEmpty()) {
                return Optional.empty();
            }
            pieces.add(text.substring(start, gap.start()));
            gaps.add(new Gap(Integer.parseInt(gap.group(1)), forms.get()));
            start = gap.end();
        }
        pieces.add(text.substring(start));
        boolean other = pieces.stream()
                .anyMatch(piece -> piece.indexOf('{') >= 0 || piece.indexOf('}') >= 0 || piece.indexOf('\'') >= 0);
        return other ? Optional.empty() : Optional.of(new PlainFormat(pieces, gaps));
    }

    private static Optional<List<String>> forms(@Nullable String noun, Map<String, String> nouns) {
        if (noun == null) {
            return Optional.of(List.of());
        }
        Matcher forms = FORMS.matcher(nouns.getOrDefault("noun." + noun, ""));
        return forms.matches()
                ? Optional.of(List.of(forms.group(1), forms.group(2), forms.group(3)))
                : Optional.empty();
    }

    /** False when a value is neither a text nor a whole number: {@link java.text.MessageFormat} knows what to do with it. */
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
        for (int at = 0; at < gaps.size(); at++) {
            Gap gap = gaps.get(at);
            assert gap.index() < values.length : "a gap for which there is no value: " + pieces;
            filled.append(filled(gap, numbers, values[gap.index()]));
            filled.append(pieces.get(at + 1));
        }
        return filled.toString();
    }

    private static String filled(Gap gap, NumberFormat numbers, Object value) {
        if (gap.forms().isEmpty()) {
            return value instanceof Number number ? numbers.format(number.longValue()) : value.toString();
        }
        if (value instanceof String text && !NUMBER.matcher(text).matches()) {
            return text;
        }
        long count = value instanceof Number number ? number.longValue() : Long.parseLong(value.toString());
        String form = gap.forms().get(count > 1 ? 2 : count == 1 ? 1 : 0);
        return form.replace("{0}", numbers.format(count));
    }
}

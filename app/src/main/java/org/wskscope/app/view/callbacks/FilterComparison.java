package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.wskscope.app.view.callbacks.FilterTokens.Word;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;
import org.wskscope.app.view.callbacks.RecordFilter.Problem;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;

/**
 * Comparisons of a filter: {@code status != SUCCESS}, {@code duration > 5ms}, {@code bytesAccepted >= 64}. A record that has nothing there meets none of them, {@code !=} neither. Pure.
 */
final class FilterComparison {
    private static final String PREFIX = "STATUS_";

    /** Columns that are numbers or times. */
    private static final Map<String, ToLongFunction<FilterCandidate>> NUMBERS = Map.of(
            "record", FilterCandidate::sequence,
            "time", candidate -> candidate.at().timeNanos(),
            "duration", FilterCandidate::durationNanos,
            "cpu", FilterComparison::processor);

    /** Columns that are words. */
    private static final List<String> WORDS = List.of("irql", "socket", "kind", "status", "event", "detail");

    private FilterComparison() {}

    /** Whether something is called so, in small letters. */
    static boolean isKnown(String name) {
        return NUMBERS.containsKey(name) || WORDS.contains(name) || FieldComparison.isKnown(name);
    }

    /** Whether its values are times, which have a unit. */
    static boolean isTime(String name) {
        return name.equals("time") || name.equals("duration");
    }

    /** Whether the record must be worded to know it. */
    static boolean isDecoding(String name) {
        return name.equals("status") || name.equals("event") || name.equals("detail");
    }

    static Predicate<FilterCandidate> of(Word field, Word operator, Word value) throws NotAFilter {
        String name = field.lower();
        Operator how = Operator.of(operator);
        ToLongFunction<FilterCandidate> number = NUMBERS.get(name);
        if (number != null) {
            long wanted = isTime(name) ? time(value) : number(value);
            return candidate -> {
                long is = number.applyAsLong(candidate);
                return is >= 0 && how.holds(Long.compare(is, wanted));
            };
        }
        if (WORDS.contains(name)) {
            return word(field, how, operator, value);
        }
        if (!FieldComparison.isKnown(name)) {
            throw new NotAFilter(Problem.UNKNOWN_FIELD, field.text(), field.at(), near(name));
        }
        return FieldComparison.of(name, how, operator, value);
    }

    private static Predicate<FilterCandidate> word(Word field, Operator how, Word operator, Word value)
            throws NotAFilter {
        if (!how.isEquality()) {
            throw new NotAFilter(Problem.NO_ORDER, field.text(), operator.at(), field.text() + " = " + value.text());
        }
        String wanted = value.lower();
        boolean equal = how == Operator.EQUAL;
        return switch (field.lower()) {
            case "kind" -> {
                RecordGroup group = FilterTerms.kind(value);
                yield candidate -> (candidate.group() == group) == equal;
            }
            case "socket" -> candidate -> is(candidate.socketName(), wanted, equal);
            case "irql" -> {
                String level = irql(value);
                yield candidate -> is(candidate.irql(), level, equal);
            }
            case "status" -> {
                String status = status(value);
                yield candidate -> is(bare(candidate.status()), status, equal);
            }
            case "event" -> candidate -> is(candidate.event(), wanted, equal);
            default -> candidate -> is(candidate.detail(), wanted, equal);
        };
    }

    private static boolean is(String text, String wanted, boolean equal) {
        return !text.isEmpty() && !text.equals(RecordLine.NOTHING) && text.equalsIgnoreCase(wanted) == equal;
    }

    private static String irql(Word value) throws NotAFilter {
        List<String> levels = new ArrayList<>();
        for (Irql level : Irql.values()) {
            levels.add(RecordLines.irql(level));
        }
        return oneOf(levels, value.lower().replace("_level", ""), value);
    }

    /** A status without {@code STATUS_}, by its name or its number. */
    static String status(Word value) throws NotAFilter {
        String bare = bare(value.text());
        if (value.lower().startsWith("0x")) {
            return bare(NtStatus.of((int) number(value)).name());
        }
        return oneOf(
                NtStatus.named().values().stream().map(FilterComparison::bare).toList(), bare, value);
    }

    static String bare(String status) {
        boolean prefixed = status.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
        return prefixed ? status.substring(PREFIX.length()) : status;
    }

    /** That of the words which is meant, in its own capitals. */
    static String oneOf(List<String> words, String wanted, Word value) throws NotAFilter {
        for (String word : words) {
            if (word.equalsIgnoreCase(wanted)) {
                return word;
            }
        }
        throw new NotAFilter(
                Problem.UNKNOWN_VALUE, value.text(), value.at(), nearest(wanted.toLowerCase(Locale.ROOT), words));
    }

    private static String nearest(String lower, List<String> words) {
        String near = NearWord.to(
                lower, words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList());
        return words.stream().filter(near::equalsIgnoreCase).findFirst().orElse("");
    }

    /** A whole number: decimal, hexadecimal behind {@code 0x}, or of a record or request behind {@code #}. */
    static long number(Word value) throws NotAFilter {
        String digits = value.lower().startsWith("#") ? value.lower().substring(1) : value.lower();
        try {
            return digits.startsWith("0x") ? Long.parseLong(digits.substring(2), 16) : Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new NotAFilter(Problem.NO_NUMBER, value.text(), value.at(), "");
        }
    }

    private static long time(Word value) throws NotAFilter {
        return TimeUnits.nanos(value.lower())
                .orElseThrow(() -> new NotAFilter(
                        Problem.NO_TIME,
                        value.text(),
                        value.at(),
                        value.text().chars().allMatch(Character::isDigit) ? value.text() + "ms" : ""));
    }

    private static long processor(FilterCandidate candidate) {
        int processor = candidate.at().processor();
        return processor == RecordHead.NO_PROCESSOR ? -1 : processor;
    }

    private static String near(String name) {
        List<String> names = new ArrayList<>(NUMBERS.keySet());
        names.addAll(WORDS);
        names.addAll(FieldComparison.names());
        return nearest(name, names);
    }

    /** How a value is compared. */
    enum Operator {
        EQUAL,
        OTHER,
        LESS,
        LESS_OR_EQUAL,
        GREATER,
        GREATER_OR_EQUAL;

        static Operator of(Word written) throws NotAFilter {
            return switch (written.text()) {
                case "=", "==" -> EQUAL;
                case "!=", "\u2260" -> OTHER;
                case "<" -> LESS;
                case "<=", "\u2264" -> LESS_OR_EQUAL;
                case ">" -> GREATER;
                case ">=", "\u2265" -> GREATER_OR_EQUAL;
                default -> throw new NotAFilter(Problem.UNKNOWN_OPERATOR, written.text(), written.at(), "");
            };
        }

        boolean isEquality() {
            return this == EQUAL || this == OTHER;
        }

        /** Whether it holds of a value that compares so with the wanted one. */
        boolean holds(int comparison) {
            return switch (this) {
                case EQUAL -> comparison == 0;
                case OTHER -> comparison != 0;
                case LESS -> comparison < 0;
                case LESS_OR_EQUAL -> comparison <= 0;
                case GREATER -> comparison > 0;
                case GREATER_OR_EQUAL -> comparison >= 0;
            };
        }
    }
}

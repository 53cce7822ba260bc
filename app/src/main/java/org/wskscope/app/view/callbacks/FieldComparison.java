package org.wskscope.app.view.callbacks;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.view.callbacks.FilterComparison.Operator;
import org.wskscope.app.view.callbacks.FilterTokens.Word;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;
import org.wskscope.app.view.callbacks.RecordFilter.Problem;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordField;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.RecordSchema;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** Comparisons with the fields that records have beyond the columns, under the names of the record schema. Pure. */
final class FieldComparison {
    /** By their names in small letters; a name may be several kinds' own. */
    private static final Map<String, Map<RecordKind, RecordField>> FIELDS = fields();

    private FieldComparison() {}

    static boolean isKnown(String name) {
        return FIELDS.containsKey(name);
    }

    /** As the records spell them. */
    static Collection<String> names() {
        return FIELDS.values().stream()
                .flatMap(kinds -> kinds.values().stream())
                .map(RecordField::name)
                .distinct()
                .toList();
    }

    /** A value that one of the kinds cannot have is none to them; one that no kind can have is a mistake. */
    static Predicate<FilterCandidate> of(String name, Operator how, Word operator, Word value) throws NotAFilter {
        Map<RecordKind, Test> tests = new EnumMap<>(RecordKind.class);
        NotAFilter problem = null;
        for (Map.Entry<RecordKind, RecordField> field :
                FIELDS.getOrDefault(name, Map.of()).entrySet()) {
            try {
                tests.put(field.getKey(), test(field.getValue(), how, operator, value));
            } catch (NotAFilter e) {
                problem = e;
            }
        }
        if (tests.isEmpty() && problem != null) {
            throw problem;
        }
        return candidate -> {
            Test test = tests.get(candidate.at().kind());
            return test != null && test.holds(candidate.at(), candidate);
        };
    }

    @FunctionalInterface
    private interface Test {
        boolean holds(RecordCursor at, FilterCandidate candidate);
    }

    private static Test test(RecordField field, Operator how, Word operator, Word value) throws NotAFilter {
        boolean number = isNumber(field);
        if (!number && !how.isEquality()) {
            throw new NotAFilter(Problem.NO_ORDER, field.name(), operator.at(), field.name() + " = " + value.text());
        }
        if (number) {
            long wanted = FilterComparison.number(value);
            return (at, candidate) -> {
                Long is = number(field, at);
                return is != null && how.holds(Long.compare(is, wanted));
            };
        }
        String wanted = word(field, value);
        return (at, candidate) -> {
            String is = text(field, at, candidate);
            return !is.isEmpty() && how.holds(is.equalsIgnoreCase(wanted) ? 0 : 1);
        };
    }

    private static boolean isNumber(RecordField field) {
        return switch (field.type()) {
            case NUMBER, IDENTIFIER, RECORD, IRP, INSPECTION, VERSION, ADDRESS_FAMILY, FLAGS, EVENT_MASK -> true;
            default -> false;
        };
    }

    private static @Nullable Long number(RecordField field, RecordCursor at) {
        Object value = field.text(at).isEmpty() ? null : field.value(at);
        if (value instanceof EventMask mask) {
            return Integer.toUnsignedLong(mask.bits());
        }
        if (value instanceof Integer flags && field.valueClass() == int.class) {
            return Integer.toUnsignedLong(flags);
        }
        return value instanceof Number whole ? (Long) whole.longValue() : null;
    }

    private static String text(RecordField field, RecordCursor at, FilterCandidate candidate) {
        Object value = field.value(at);
        return switch (field.type()) {
            case STATUS -> FilterComparison.bare(field.text(at));
            case SOCKET ->
                value instanceof SocketId socket && socket.value() != 0 ? candidate.nameOf(socket.value()) : "";
            case YES_OR_NO -> Boolean.TRUE.equals(value) ? "yes" : "no";
            default -> field.text(at);
        };
    }

    /** The value that is meant, as {@link #text} writes it. */
    private static String word(RecordField field, Word value) throws NotAFilter {
        return switch (field.type()) {
            case STATUS -> FilterComparison.status(value);
            case CONSTANT -> FilterComparison.oneOf(constants(field), value.text(), value);
            case YES_OR_NO ->
                switch (value.lower()) {
                    case "true" -> "yes";
                    case "false" -> "no";
                    default -> FilterComparison.oneOf(List.of("yes", "no"), value.lower(), value);
                };
            default -> value.text();
        };
    }

    private static List<String> constants(RecordField field) {
        List<String> names = new ArrayList<>();
        for (Object constant : field.valueClass().getEnumConstants()) {
            if (constant instanceof WskFunction function) {
                names.add(function.functionName());
            } else if (constant instanceof WskCallback callback) {
                names.add(callback.functionName());
            } else {
                names.add(constant.toString());
            }
        }
        return names;
    }

    private static Map<String, Map<RecordKind, RecordField>> fields() {
        Map<String, Map<RecordKind, RecordField>> fields = new TreeMap<>();
        for (RecordSchema schema : RecordSchema.all()) {
            for (RecordField field : schema.fields()) {
                fields.computeIfAbsent(field.name().toLowerCase(Locale.ROOT), name -> new EnumMap<>(RecordKind.class))
                        .put(schema.kind(), field);
            }
        }
        return fields;
    }
}

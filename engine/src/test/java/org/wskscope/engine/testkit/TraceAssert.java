package org.wskscope.engine.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.assertj.core.api.AbstractAssert;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;

/** Assertions on what a log holds now. A failure prints the records looked at. */
public final class TraceAssert extends AbstractAssert<TraceAssert, List<TraceRecord>> {
    private TraceAssert(List<TraceRecord> records) {
        super(records, TraceAssert.class);
    }

    /** Looks at all records the log has now. */
    public static TraceAssert assertThat(TraceReader log) {
        return new TraceAssert(records(log));
    }

    /** Looks at the records the log has now, from {@code sequence} on. */
    public static TraceAssert assertThatFrom(TraceReader log, long sequence) {
        List<TraceRecord> records = records(log);
        return new TraceAssert(records.subList((int) Math.min(sequence, records.size()), records.size()));
    }

    /** All records the log has now, decoded. */
    public static List<TraceRecord> records(TraceReader log) {
        List<TraceRecord> records = new ArrayList<>();
        for (long sequence = 0; sequence < log.size(); sequence++) {
            records.add(log.read(sequence));
        }
        return records;
    }

    /** The records of one kind the log has now. */
    public static <R extends TraceRecord> List<R> records(TraceReader log, Class<R> kind) {
        return records(log).stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Looks only at records of the kinds named. */
    @SafeVarargs
    @SuppressWarnings("varargs") // copied by List.of
    public final TraceAssert onlyKinds(Class<? extends TraceRecord>... kinds) {
        return only(record -> List.of(kinds).contains(record.getClass()));
    }

    /** Looks only at records of one socket. */
    public TraceAssert onSocket(int socket) {
        return only(record -> record.head().socket().value() == socket);
    }

    /** Looks only at the records that fulfil the predicate. */
    public TraceAssert only(Predicate<TraceRecord> predicate) {
        return new TraceAssert(actual.stream().filter(predicate).toList());
    }

    /** As many records as matchers, each matching in its place. */
    public TraceAssert matchesExactly(RecordMatcher... expected) {
        for (int i = 0; i < Math.min(expected.length, actual.size()); i++) {
            if (!expected[i].matches(actual.get(i))) {
                fail("record %d of those looked at is not <%s>", i, expected[i]);
            }
        }
        if (actual.size() < expected.length) {
            fail("no record for <%s>", expected[actual.size()]);
        } else if (actual.size() > expected.length) {
            fail("expected %d records, found %d", expected.length, actual.size());
        }
        return this;
    }

    /** The matchers find their records in this order; others may lie between. */
    public TraceAssert containsInOrder(RecordMatcher... expected) {
        int next = 0;
        for (TraceRecord record : actual) {
            if (next < expected.length && expected[next].matches(record)) {
                next++;
            }
        }
        if (next < expected.length) {
            fail(next == 0 ? "no <%s>" : "no <%s> after <%s>", expected[next], next == 0 ? "" : expected[next - 1]);
        }
        return this;
    }

    /** No record matches any of them. */
    public TraceAssert containsNone(RecordMatcher... unwanted) {
        for (RecordMatcher matcher : unwanted) {
            if (actual.stream().anyMatch(matcher::matches)) {
                fail("there is a <%s>", matcher);
            }
        }
        return this;
    }

    /** Exactly {@code count} records match. */
    public TraceAssert containsTimes(int count, RecordMatcher matcher) {
        long found = actual.stream().filter(matcher::matches).count();
        if (found != count) {
            fail("expected <%s> %d times, found it %d times", matcher, count, found);
        }
        return this;
    }

    private void fail(String message, Object... arguments) {
        StringBuilder text =
                new StringBuilder(String.format(Locale.ROOT, message, arguments)).append("; the records looked at:");
        for (TraceRecord record : actual) {
            text.append("\n  ").append(record);
        }
        throw failure("%s", text);
    }
}

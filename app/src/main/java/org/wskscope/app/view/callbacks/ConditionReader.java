package org.wskscope.app.view.callbacks;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wskscope.app.state.Condition;
import org.wskscope.app.state.RecordSearch;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.callbacks.RecordFilter.NotAFilter;
import org.wskscope.engine.projection.ScopeSnapshot;

/** Reads what to run until: {@code #118} is a record, {@code 62.7 ms} a time, and all else a filter. FX thread. */
final class ConditionReader implements Condition.Reader {
    private static final Pattern RECORD = Pattern.compile("#\\s*(\\d{1,18})");

    private final Messages messages;

    ConditionReader(Messages messages) {
        this.messages = messages;
    }

    /** {@code first}: how things stand where the run begins. */
    @Override
    public Condition read(String text, ScopeSnapshot first) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Condition.wrong(messages.get("moment.runUntil.empty"));
        }
        Matcher record = RECORD.matcher(wanted);
        if (record.matches()) {
            return record(Long.parseLong(record.group(1)), first);
        }
        OptionalLong time = TimeUnits.nanos(wanted);
        return time.isPresent() ? time(time.getAsLong(), wanted, first) : filter(text, first);
    }

    private Condition record(long wanted, ScopeSnapshot first) {
        return wanted < first.playhead()
                ? Condition.wrong(messages.format("moment.runUntil.behind", wanted))
                : Condition.of(new FromHead((snapshot, sequence) -> sequence >= wanted));
    }

    private Condition time(long nanos, String wanted, ScopeSnapshot first) {
        long here = first.playhead() == 0 ? 0 : first.log().timeNanos(first.playhead() - 1);
        return nanos < here
                ? Condition.wrong(messages.format("moment.runUntil.earlier", wanted))
                : Condition.of(
                        new FromHead((snapshot, sequence) -> snapshot.log().timeNanos(sequence) >= nanos));
    }

    private Condition filter(String text, ScopeSnapshot first) {
        try {
            RecordFilter filter = RecordFilter.parse(text);
            return filter.isEverything()
                    ? Condition.wrong(messages.get("moment.runUntil.empty"))
                    : Condition.of(new LineMatcher(filter, messages, first));
        } catch (NotAFilter e) {
            return Condition.wrong(
                    messages.format("moment.runUntil.wrong", FilterProblem.sentence(messages, e), (long) e.at() + 1));
        }
    }

    /** What the number or the time of a record says for good. */
    private record FromHead(Test test) implements RecordSearch.Matcher {
        @FunctionalInterface
        interface Test {
            boolean holds(ScopeSnapshot snapshot, long sequence);
        }

        @Override
        public boolean matches(ScopeSnapshot snapshot, long sequence) {
            return test.holds(snapshot, sequence);
        }

        @Override
        public boolean isSettled(ScopeSnapshot snapshot, long sequence) {
            return true;
        }
    }
}

package org.wskscope.engine.session;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.Choices;
import org.wskscope.engine.chance.ForcedChoice;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.TraceWriter;

/** What is left to chance in one session: forced where somebody said so, else as others choose, and in the log where a person cares. Any thread. */
final class RecordedChoices implements Choices {
    private static final int EITHER_WAY = 2;

    private final Choices others;
    private final TraceWriter trace;
    private final LongSupplier clock;
    private final Map<Name, Integer> forced = new HashMap<>();

    private record Name(ChoicePoint point, int key, int ordinal) {}

    /**
     * @param clock session time, nanoseconds; not asked before the first choice
     */
    RecordedChoices(Choices others, List<ForcedChoice> forced, TraceWriter trace, LongSupplier clock) {
        this.others = others;
        this.trace = trace;
        this.clock = clock;
        forced.forEach(
                choice -> this.forced.put(new Name(choice.point(), choice.key(), choice.ordinal()), choice.taken()));
    }

    @Override
    public int choose(ChoicePoint point, int key, int ordinal, int options) {
        Integer wanted = wanted(point, key, ordinal);
        int taken = wanted != null && wanted < options ? wanted : others.choose(point, key, ordinal, options);
        if (wanted != null || point.isOfInterest()) {
            record(new Name(point, key, ordinal), options, taken);
        }
        return taken;
    }

    @Override
    public boolean happens(ChoicePoint point, int key, int ordinal, int perMille) {
        Integer wanted = wanted(point, key, ordinal);
        boolean happens =
                wanted != null && wanted < EITHER_WAY ? wanted == 1 : others.happens(point, key, ordinal, perMille);
        if (wanted != null || point.isOfInterest()) {
            record(new Name(point, key, ordinal), EITHER_WAY, happens ? 1 : 0);
        }
        return happens;
    }

    private @Nullable Integer wanted(ChoicePoint point, int key, int ordinal) {
        return forced.isEmpty() ? null : forced.get(new Name(point, key, ordinal));
    }

    private void record(Name choice, int options, int taken) {
        TraceStamp at = new TraceStamp()
                .set(clock.getAsLong(), RecordHead.NO_PROCESSOR, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
        int socket = choice.point().isOfSocket() ? choice.key() : RecordHead.NO_SOCKET.value();
        trace.choiceTaken(at, socket, choice.point(), choice.key(), choice.ordinal(), options, taken);
    }
}

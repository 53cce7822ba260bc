package org.wskscope.app.state;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.State;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;

/** The moves a debugger has. A moment stands behind the record that happened last; the record it stands on is that one. */
public final class Moves {
    private Moves() {}

    /** To a place that is known. */
    public static Move to(long sequence) {
        return (past, from) -> sequence;
    }

    /** Behind this record, so that it is the one that happened last. */
    public static Move onto(long record) {
        return to(record + 1);
    }

    /** So many records on, or back where negative. */
    public static Move by(long records) {
        return (past, from) -> from + records;
    }

    /** The next record about this socket ({@code direction} 1), or the one before (−1); stays where there is none. */
    public static Move alongSocket(SocketId socket, int direction) {
        return (past, from) -> {
            TraceReader log = past.history().log();
            long tail = past.history().tail();
            int id = socket.value();
            if (direction > 0) {
                for (long record = from; record < tail; record++) {
                    if (log.socket(record) == id) {
                        return record + 1;
                    }
                }
            } else {
                for (long record = from - 2; record >= 0; record--) {
                    if (log.socket(record) == id) {
                        return record + 1;
                    }
                }
            }
            return from;
        };
    }

    /** The next of these places, which ascend; stays where there is none. */
    public static Move toNextOf(List<Long> places) {
        return (past, from) ->
                places.stream().filter(place -> place > from).findFirst().orElse(from);
    }

    /** The last of these places before where one is; stays where there is none. */
    public static Move toPreviousOf(List<Long> places) {
        return (past, from) -> places.stream()
                .filter(place -> place < from)
                .reduce((earlier, later) -> later)
                .orElse(from);
    }

    /** Over the next record: when it enters a callback, to the record with which that returns, or to the tail while it has not. */
    public static Move over() {
        return (past, from) -> {
            TraceReader log = past.history().log();
            long tail = past.history().tail();
            boolean enters = from < tail && log.kind(from) == RecordKind.CALLBACK_ENTERED;
            return enters ? behindReturn(past, log.socket(from), from) : from + 1;
        };
    }

    /** Out of the callback that was entered last and is in progress: to the record with which it returns; one record on where none is. */
    public static Move out() {
        return (past, from) -> {
            State state = past.at(from);
            if (state.totals().callbacksInFlight() == 0) {
                return from + 1;
            }
            AtomicReference<@Nullable CallbackInFlight> innermost = new AtomicReference<>();
            AtomicReference<@Nullable SocketId> on = new AtomicReference<>();
            state.sockets()
                    .visitOpen(row -> row.callbacks().forEach(call -> {
                        CallbackInFlight last = innermost.get();
                        if (last == null || call.entered() > last.entered()) {
                            innermost.set(call);
                            on.set(row.id());
                        }
                    }));
            CallbackInFlight call = innermost.get();
            SocketId socket = on.get();
            return call == null || socket == null ? from + 1 : behindReturn(past, socket.value(), call.entered());
        };
    }

    /** With the records up to {@code nanos} of session time, forwards from where one is; a bounded number at once. */
    public static Move upTo(long nanos, long mostRecords) {
        return (past, from) -> {
            TraceReader log = past.history().log();
            long end = Math.min(past.history().tail(), from + mostRecords);
            long at = from;
            while (at < end && log.timeNanos(at) <= nanos) {
                at++;
            }
            return at;
        };
    }

    /** As {@link #upTo}, backwards: without the records behind {@code nanos}. */
    public static Move backTo(long nanos, long mostRecords) {
        return (past, from) -> {
            TraceReader log = past.history().log();
            long end = Math.max(0, from - mostRecords);
            long at = from;
            while (at > end && log.timeNanos(at - 1) > nanos) {
                at--;
            }
            return at;
        };
    }

    /** The place in time, wherever one is: with all records up to {@code nanos}. */
    public static Move atTime(long nanos) {
        return (past, from) -> {
            TraceReader log = past.history().log();
            long low = 0;
            long high = past.history().tail();
            while (low < high) {
                long middle = (low + high) >>> 1;
                if (log.timeNanos(middle) <= nanos) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        };
    }

    private static long behindReturn(Move.Past past, int socket, long entered) {
        long tail = past.history().tail();
        LaneView lane = past.history().lane(LaneKey.of(LaneKind.CALLBACKS, new SocketId(socket)), 0);
        int index = lane == null ? -1 : lane.indexOf(entered);
        if (lane == null || index < 0) {
            return Math.min(tail, entered + 1);
        }
        Bar bar = lane.bar(index);
        return bar.isOpen() ? tail : bar.endSequence() + 1;
    }
}

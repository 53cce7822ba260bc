package org.wskscope.engine.explained;

import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.Explanation;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;

/** One record of a log that is over: what explains it, and everything as it was right before and right after it. */
record Scene(TraceReader log, TraceRecord record, Explanation notified, ScopeSnapshot before, ScopeSnapshot after) {
    long sequence() {
        return record.head().sequence();
    }

    SocketId socket() {
        return record.head().socket();
    }

    <R extends TraceRecord> R as(Class<R> kind) {
        return kind.cast(record);
    }

    Object argument(int index) {
        return notified.arguments().get(index);
    }

    /** The socket of the record right before it. */
    SocketRow was() {
        return there(before.socket(socket()));
    }

    /** The socket of the record right after it. */
    SocketRow is() {
        return there(after.socket(socket()));
    }

    /** Another socket right after the record. */
    SocketRow is(SocketId other) {
        return there(after.socket(other));
    }

    boolean causeIs(RecordKind kind) {
        long cause = record.head().cause();
        return cause >= 0 && log.kind(cause) == kind;
    }

    /** The record that led to this one. */
    TraceRecord cause() {
        return log.read(record.head().cause());
    }

    /** What the record's socket did afterwards. */
    Stream<TraceRecord> later() {
        return between(sequence() + 1, log.size());
    }

    /** What the record's socket did before. */
    Stream<TraceRecord> earlier() {
        return between(0, sequence());
    }

    Stream<TraceRecord> between(long from, long to) {
        int socket = socket().value();
        return LongStream.range(from, to).filter(at -> log.socket(at) == socket).mapToObj(log::read);
    }

    /** Whether a record of this kind was written because of this one. */
    boolean led(RecordKind kind) {
        return LongStream.range(sequence() + 1, log.size())
                .filter(at -> log.kind(at) == kind)
                .anyMatch(at -> log.read(at).head().cause() == sequence());
    }

    private static SocketRow there(@Nullable SocketRow row) {
        if (row == null) {
            throw new AssertionError("no socket");
        }
        return row;
    }
}

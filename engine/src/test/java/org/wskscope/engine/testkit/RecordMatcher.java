package org.wskscope.engine.testkit;

import java.util.function.Predicate;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;

/**
 * What a test expects of one record. Immutable. Made by {@link RecordMatchers}, narrowed with {@link #onSocket} and {@link #where}.
 *
 * @param description what is expected, for the failure message
 */
public record RecordMatcher(String description, Predicate<TraceRecord> predicate) {
    public boolean matches(TraceRecord record) {
        return predicate.test(record);
    }

    /** Also asks for the socket. */
    public RecordMatcher onSocket(SocketId socket) {
        return where(
                "on socket " + socket.value(), record -> record.head().socket().equals(socket));
    }

    /** Also asks for anything else. */
    public RecordMatcher where(String moreDescription, Predicate<TraceRecord> more) {
        return new RecordMatcher(description + " " + moreDescription, predicate.and(more));
    }

    @Override
    public String toString() {
        return description;
    }
}

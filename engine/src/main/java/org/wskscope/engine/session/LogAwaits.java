package org.wskscope.engine.session;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;

/** What came to sockets and what callbacks did, awaited in a session's log; as {@link LogWait}, for those who know no records. Immutable. */
public final class LogAwaits {
    private static final Set<RecordKind> ARRIVALS = EnumSet.of(
            RecordKind.CONNECTION_ARRIVED,
            RecordKind.BYTES_ARRIVED,
            RecordKind.DATAGRAM_ARRIVED,
            RecordKind.INPUT_FINISHED,
            RecordKind.CONNECTION_RESET);

    private final TraceReader log;
    private final LogWait since;

    /**
     * Something a callback did.
     *
     * @param sequence where its call stands in the log
     * @param answer what it was answered
     * @param irp the number of the IRP it gave WSK, or 0
     */
    public record Act(long sequence, NtStatus answer, int irp) {}

    /**
     * @param since from where on the log is looked at
     */
    public LogAwaits(Session session, LogWait since) {
        this.log = session.log();
        this.since = since;
    }

    /** At least {@code count} bytes reached the socket, in all. */
    public void bytes(SocketId socket, long count) {
        LogWait wait = since;
        for (long seen = 0; seen < count; ) {
            TraceRecord.BytesArrived record = (TraceRecord.BytesArrived)
                    wait.first((count - seen) + " more bytes", RecordKind.BYTES_ARRIVED, socket);
            seen += record.bytes();
            wait = wait.after(record.head().sequence());
        }
    }

    /** {@code count} datagrams reached the socket. */
    public void datagrams(SocketId socket, int count) {
        LogWait wait = since;
        for (int seen = 0; seen < count; seen++) {
            wait = wait.after(wait.first("datagram " + (seen + 1), RecordKind.DATAGRAM_ARRIVED, socket)
                    .head()
                    .sequence());
        }
    }

    /** Something came from the network to whichever socket, or {@code limitNanos} of session time passed. */
    public void arrival(long limitNanos) {
        since.within(limitNanos).lookFor(ARRIVALS::contains);
    }

    /** The peer's FIN reached the socket. */
    public void fin(SocketId socket) {
        since.first("the FIN", RecordKind.INPUT_FINISHED, socket);
    }

    /** The peer's RST reached the socket. */
    public void reset(SocketId socket) {
        since.first("the RST", RecordKind.CONNECTION_RESET, socket);
    }

    /** A connection reached the listener. */
    public void connection(SocketId listener) {
        since.first("a connection", RecordKind.CONNECTION_ARRIVED, listener);
    }

    /** The next call made by the callback that began at {@code entered}: what its processor records next. */
    public Act act(long entered) {
        int processor = log.read(entered).head().processor();
        TraceRecord.FunctionCalled called = (TraceRecord.FunctionCalled) since.await(
                "something the callback does",
                RecordKind.FUNCTION_CALLED,
                record -> record.head().processor() == processor);
        long sequence = called.head().sequence();
        TraceRecord.FunctionReturned answer = (TraceRecord.FunctionReturned) since.await(
                "the answer to what the callback did",
                RecordKind.FUNCTION_RETURNED,
                record -> ((TraceRecord.FunctionReturned) record).called() == sequence);
        return new Act(sequence, answer.status(), called.irp());
    }

    /** The connection that the accept callback entered at {@code entered} was given; id 0 for none. Waits for nothing. */
    public SocketId offered(long entered) {
        return ((TraceRecord.CallbackEntered) log.read(entered)).subject();
    }

    /** Where the calls about the socket began that asked to return later and have not returned. Waits for nothing. */
    public List<Long> deferred(SocketId socket) {
        Set<Long> deferred = new LinkedHashSet<>();
        for (long sequence = since.position(); sequence < log.size(); sequence++) {
            RecordKind kind = log.kind(sequence);
            if (kind == RecordKind.CALLBACK_DEFERRED
                    && log.read(sequence) instanceof TraceRecord.CallbackDeferred record
                    && record.head().socket().equals(socket)) {
                deferred.add(record.entered());
            } else if (kind == RecordKind.CALLBACK_RETURNED
                    && log.read(sequence) instanceof TraceRecord.CallbackReturned record) {
                deferred.remove(record.entered());
            }
        }
        return List.copyOf(deferred);
    }

    /** The {@code Information} of an IRP that has completed. */
    public long information(int irp) {
        return ((TraceRecord.IrpCompleted) log.read(since.irpCompletion(irp))).information();
    }
}

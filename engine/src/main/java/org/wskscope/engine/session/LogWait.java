package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/**
 * Waits until a session's log says something: the only sure way to know that it happened. Looks at the records from a starting point on, so what is awaited may have
 * happened already. Immutable. Any thread that may wait; never a processor or the FX thread.
 */
public final class LogWait {
    private static final long DEFAULT_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Session session;
    private final TraceReader log;
    private final long start;
    private final long limitNanos;

    private LogWait(Session session, long start, long limitNanos) {
        this.session = session;
        this.log = session.log();
        this.start = start;
        this.limitNanos = limitNanos;
    }

    /** Looks at what comes from now on. */
    public static LogWait fromNow(Session session) {
        return new LogWait(session, session.log().size(), DEFAULT_LIMIT_NANOS);
    }

    /** The sequence of the first record it looks at. */
    public long position() {
        return start;
    }

    /** Looks at what comes after the record at {@code sequence}. */
    public LogWait after(long sequence) {
        return new LogWait(session, sequence + 1, limitNanos);
    }

    /** Waits for at most {@code newLimitNanos} each time. */
    public LogWait within(long newLimitNanos) {
        return new LogWait(session, start, newLimitNanos);
    }

    /** The callback began; its sequence. */
    public long callbackEntered(SocketId socket, WskCallback callback) {
        return await(callback.functionName() + " of socket " + socket.value(), RecordKind.CALLBACK_ENTERED, record -> {
                    TraceRecord.CallbackEntered entered = (TraceRecord.CallbackEntered) record;
                    return entered.callback() == callback && isAbout(record, socket);
                })
                .head()
                .sequence();
    }

    /** How many calls of the callback began before the record at {@code end}; waits for nothing. */
    public long callsEntered(SocketId socket, WskCallback callback, long end) {
        return LongStream.range(start, end)
                .filter(sequence -> log.kind(sequence) == RecordKind.CALLBACK_ENTERED)
                .mapToObj(log::read)
                .filter(record ->
                        ((TraceRecord.CallbackEntered) record).callback() == callback && isAbout(record, socket))
                .count();
    }

    /** The callback that began at {@code entered} asked to return later. */
    public long callbackDeferred(long entered) {
        return await(
                        "the deferral of the callback entered at record " + entered,
                        RecordKind.CALLBACK_DEFERRED,
                        record -> ((TraceRecord.CallbackDeferred) record).entered() == entered)
                .head()
                .sequence();
    }

    /** The callback that began at {@code entered} returned; the sequence. */
    public long callbackReturned(long entered) {
        return await(
                        "the return of the callback entered at record " + entered,
                        RecordKind.CALLBACK_RETURNED,
                        record -> ((TraceRecord.CallbackReturned) record).entered() == entered)
                .head()
                .sequence();
    }

    /** The misuse was noted on the socket; the sequence. */
    public long violationFound(SocketId socket, Violation violation) {
        return await(violation.code() + " of socket " + socket.value(), RecordKind.VIOLATION_FOUND, record -> {
                    TraceRecord.ViolationFound found = (TraceRecord.ViolationFound) record;
                    return found.violation() == violation && isAbout(record, socket);
                })
                .head()
                .sequence();
    }

    /** A deadlock of a callback of the socket was explained; the sentence. */
    public String deadlockFound(SocketId socket) {
        return ((TraceRecord.DeadlockFound) await(
                        "a deadlock of socket " + socket.value(),
                        RecordKind.DEADLOCK_FOUND,
                        record -> isAbout(record, socket)))
                .text();
    }

    /** What the callback that began at {@code entered} was given: bytes, datagrams or the backlog size. Waits for nothing. */
    public long amount(long entered) {
        return ((TraceRecord.CallbackEntered) log.read(entered)).amount();
    }

    /** What the callback that began at {@code entered} returned. */
    public NtStatus returnedStatus(long entered) {
        return ((TraceRecord.CallbackReturned) log.read(callbackReturned(entered))).status();
    }

    /** The connection that the {@code WskAccept} request delivered. */
    public SocketId acceptedByIrp(int irp) {
        TraceRecord.IrpCompleted completed = completion(irp);
        for (long sequence = completed.head().sequence() - 1; sequence >= 0; sequence--) {
            if (log.kind(sequence) == RecordKind.SOCKET_ACCEPTED
                    && log.read(sequence) instanceof TraceRecord.SocketAccepted accepted
                    && accepted.route() == AcceptRoute.IRP
                    && isAbout(accepted, completed.head().socket())) {
                return accepted.accepted();
            }
        }
        throw new RecordMissingException("the socket that IRP #" + irp + " delivered", limitNanos);
    }

    /** The IRP completed; the sequence. */
    public long irpCompletion(int irp) {
        return completion(irp).head().sequence();
    }

    /** The IRP completed; with which status. */
    public NtStatus irpCompleted(int irp) {
        return completion(irp).status();
    }

    /** With which status the IRP completed; empty when it has not yet. Waits for nothing. */
    public Optional<NtStatus> irpOutcome(int irp) {
        return LongStream.range(start, log.size())
                .filter(sequence -> log.kind(sequence) == RecordKind.IRP_COMPLETED)
                .mapToObj(sequence -> (TraceRecord.IrpCompleted) log.read(sequence))
                .filter(record -> record.irp() == irp)
                .map(TraceRecord.IrpCompleted::status)
                .findFirst();
    }

    private TraceRecord.IrpCompleted completion(int irp) {
        return (TraceRecord.IrpCompleted) await(
                "the completion of IRP #" + irp,
                RecordKind.IRP_COMPLETED,
                record -> ((TraceRecord.IrpCompleted) record).irp() == irp);
    }

    /** An accept callback of the listener returned; which socket it was about. */
    public SocketId accepted(SocketId listener) {
        TraceRecord found = await(
                "an accept callback of socket " + listener.value(),
                RecordKind.CALLBACK_ENTERED,
                record -> ((TraceRecord.CallbackEntered) record).callback() == WskCallback.ACCEPT
                        && isAbout(record, listener));
        callbackReturned(found.head().sequence());
        return ((TraceRecord.CallbackEntered) found).subject();
    }

    /** The socket was bound; where. */
    public InetSocketAddress bound(SocketId socket) {
        TraceRecord found = await(
                "the bind of socket " + socket.value(), RecordKind.SOCKET_BOUND, record -> isAbout(record, socket));
        return ((TraceRecord.SocketBound) found).local();
    }

    /** Bytes reached the socket; the sequence. */
    public long bytesArrived(SocketId socket) {
        return await("bytes for socket " + socket.value(), RecordKind.BYTES_ARRIVED, record -> isAbout(record, socket))
                .head()
                .sequence();
    }

    /** The first record of a kind about the socket. */
    public TraceRecord first(String what, RecordKind kind, SocketId socket) {
        return await(what + " for socket " + socket.value(), kind, record -> isAbout(record, socket));
    }

    /** The event was disabled; the sequence. */
    public long callbackDisabled(SocketId socket, WskEvent event) {
        return await(
                        event + " of socket " + socket.value() + " disabled",
                        RecordKind.CALLBACK_DISABLED,
                        record -> ((TraceRecord.CallbackDisabled) record).event() == event && isAbout(record, socket))
                .head()
                .sequence();
    }

    /** The socket's close completed; the sequence. */
    public long closed(SocketId socket) {
        return await(
                        "the close of socket " + socket.value(),
                        RecordKind.SOCKET_CLOSED,
                        record -> isAbout(record, socket))
                .head()
                .sequence();
    }

    /**
     * The first record of a kind that {@code matches}.
     *
     * @param what the words for it in a complaint
     * @throws RecordMissingException when it does not come in time
     */
    public TraceRecord await(String what, RecordKind kind, Predicate<TraceRecord> matches) {
        return await(each -> each == kind, matches).orElseThrow(() -> new RecordMissingException(what, limitNanos));
    }

    /** Waits until there is a record of such a kind, or the time is over. */
    void lookFor(Predicate<RecordKind> kinds) {
        await(kinds, record -> true);
    }

    private Optional<TraceRecord> await(Predicate<RecordKind> kinds, Predicate<TraceRecord> matches) {
        long deadline = session.nanoTime() + limitNanos;
        long position = start;
        while (true) {
            long size = log.size();
            for (; position < size; position++) {
                if (kinds.test(log.kind(position))) {
                    TraceRecord record = log.read(position);
                    if (matches.test(record)) {
                        return Optional.of(record);
                    }
                }
            }
            long left = deadline - session.nanoTime();
            if (left <= 0) {
                return Optional.empty();
            }
            session.letRun(left);
        }
    }

    private static boolean isAbout(TraceRecord record, SocketId socket) {
        return record.head().socket().equals(socket);
    }
}

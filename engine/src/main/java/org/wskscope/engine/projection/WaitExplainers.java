package org.wskscope.engine.projection;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskFunction;

/** Explains what waits, for what, and how a wait ended. Pure functions. */
final class WaitExplainers {
    private WaitExplainers() {}

    static Explanation pended(TraceRecord.IrpPended record) {
        long by = record.hindrance().record();
        boolean close = record.function() == WskFunction.WSK_CLOSE_SOCKET;
        return switch (record.hindrance().kind()) {
            case CALLBACK ->
                (close ? ExplanationKind.BLOCKED_CLOSE_CALLBACK : ExplanationKind.BLOCKED_DISABLE).with(by);
            case ROUTINE -> ExplanationKind.BLOCKED_CLOSE_ROUTINE.with(by);
            case ENDPOINT -> ExplanationKind.BLOCKED_CLOSE_ENDPOINT.with();
            default -> ExplanationKind.PENDED.with(record.function().functionName());
        };
    }

    /** What arrived and waits: bytes, datagrams or connections, by the category of the socket. */
    static Explanation buffered(TraceReader log, TraceRecord.IndicationBuffered record) {
        SocketCategory category = SocketExplainers.category(log, record);
        ExplanationKind topic = switch (record.reason()) {
            case EVENT_DISABLED ->
                switch (category) {
                    case LISTEN, STREAM -> ExplanationKind.BUFFERED_DISABLED_CONNECTIONS;
                    case DATAGRAM -> ExplanationKind.BUFFERED_DISABLED_DATAGRAMS;
                    default -> ExplanationKind.BUFFERED_DISABLED;
                };
            case CALLBACK_IN_FLIGHT ->
                switch (category) {
                    case LISTEN, STREAM -> ExplanationKind.BUFFERED_IN_FLIGHT_CONNECTIONS;
                    case DATAGRAM -> ExplanationKind.BUFFERED_IN_FLIGHT_DATAGRAMS;
                    default -> ExplanationKind.BUFFERED_IN_FLIGHT;
                };
            case PAUSED -> ExplanationKind.BUFFERED_PAUSED;
            case ACCEPT_IN_PROGRESS -> ExplanationKind.BUFFERED_ACCEPT;
            case NOT_TAKEN ->
                category == SocketCategory.DATAGRAM
                        ? ExplanationKind.BUFFERED_NOT_TAKEN_DATAGRAMS
                        : ExplanationKind.BUFFERED_NOT_TAKEN;
        };
        return topic.with(record.queued());
    }

    static Explanation began(TraceRecord.WaitBegan record) {
        Hindrance hindrance = record.hindrance();
        if (record.within() < 0 && hindrance.isKnown()) {
            return switch (hindrance.kind()) {
                case SOCKET -> ExplanationKind.BLOCKED_SOCKET.with(hindrance.record(), hindrance.others());
                case CAPTURE -> ExplanationKind.BLOCKED_CAPTURE.with(hindrance.record(), hindrance.others());
                case PROVIDER -> ExplanationKind.BLOCKED_PROVIDER.with();
                default -> ExplanationKind.BLOCKED_CALL.with(hindrance.others() + 1);
            };
        }
        return (record.within() < 0 ? ExplanationKind.WAIT_OUTSIDE : ExplanationKind.WAIT_INSIDE).with();
    }

    static Explanation ended(TraceReader log, TraceRecord.WaitEnded record) {
        NtStatus status = record.status();
        if (status.equals(NtStatus.STATUS_SUCCESS)) {
            return ExplanationKind.WAIT_OVER.with();
        } else if (status.equals(NtStatus.STATUS_TIMEOUT)) {
            return ExplanationKind.WAIT_TIMED_OUT.with();
        } else if (!status.equals(NtStatus.STATUS_POSSIBLE_DEADLOCK)) {
            return ExplanationKind.WAIT_BROKEN.with();
        }
        return refused(log, record).with();
    }

    /** Refused before it began (strict), or known to be endless once nothing is left that could end it (C-32). */
    private static ExplanationKind refused(TraceReader log, TraceRecord.WaitEnded record) {
        long stuck = EarlierRecords.newest(
                log,
                record.head().sequence(),
                RecordKind.DEADLOCK_FOUND,
                record.head().socket().value(),
                at -> at.began() == record.began());
        if (stuck >= 0) {
            return ExplanationKind.WAIT_ENDLESS;
        }
        long within = EarlierRecords.is(log, record.began(), RecordKind.WAIT_BEGAN)
                ? log.cursor().moveTo(record.began()).within()
                : -1;
        if (EarlierRecords.is(log, within, RecordKind.CALLBACK_ENTERED)) {
            return ExplanationKind.WAIT_REFUSED;
        }
        return within >= 0 ? ExplanationKind.WAIT_REFUSED_ROUTINE : ExplanationKind.WAIT_REFUSED_LEVEL;
    }
}

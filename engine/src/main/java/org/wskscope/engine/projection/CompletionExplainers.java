package org.wskscope.engine.projection;

import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.WskFunction;

/** Explains how requests ended. Pure functions. */
final class CompletionExplainers {
    private CompletionExplainers() {}

    static Explanation completed(TraceReader log, TraceRecord.IrpCompleted record) {
        if (!record.status().equals(NtStatus.STATUS_SUCCESS)) {
            return failed(log, record);
        }
        long called = called(log, record);
        return switch (record.function()) {
            case WSK_CONTROL_SOCKET ->
                isDisable(log, called)
                        ? ExplanationKind.COMPLETED_OPTION.with()
                        : ExplanationKind.COMPLETED.with(name(record));
            case WSK_RECEIVE -> received(log, record, called);
            case WSK_RECEIVE_FROM -> ExplanationKind.COMPLETED_RECEIVE_FROM.with(record.information());
            case WSK_ACCEPT -> accepted(log, record);
            case WSK_SEND, WSK_SEND_TO, WSK_SEND_MESSAGES -> ExplanationKind.COMPLETED_SEND.with(record.information());
            case WSK_DISCONNECT ->
                (isAbortive(log, called)
                                ? ExplanationKind.COMPLETED_DISCONNECT_ABORTIVE
                                : ExplanationKind.COMPLETED_DISCONNECT)
                        .with();
            case WSK_CLOSE_SOCKET -> ExplanationKind.COMPLETED_CLOSE.with();
            default ->
                new Explanation(
                        ExplanationKind.COMPLETED.key(),
                        List.of(name(record)),
                        RequestExplainers.rules(record.function()));
        };
    }

    static Explanation cancelRequested(TraceRecord.IrpCancelRequested record) {
        ExplanationKind topic = record.function() == WskFunction.WSK_CLOSE_SOCKET
                ? ExplanationKind.CANCEL_CLOSE
                : ExplanationKind.CANCEL_REQUESTED;
        return topic.with(record.function().functionName());
    }

    private static Explanation received(TraceReader log, TraceRecord.IrpCompleted record, long called) {
        if (called < 0) {
            return ExplanationKind.COMPLETED.with(name(record));
        }
        RecordCursor call = log.cursor().moveTo(called);
        if ((call.code() & ReceiveFlags.WSK_FLAG_DRAIN) != 0) {
            return ExplanationKind.COMPLETED_RECEIVE_DRAINED.with();
        } else if (call.detail() == 0) {
            return ExplanationKind.COMPLETED_RECEIVE_ZERO.with();
        } else if (record.information() == 0) {
            return ExplanationKind.COMPLETED_RECEIVE_END.with();
        }
        boolean waited = NearbyRecords.caused(log, called, RecordKind.IRP_PENDED) >= 0;
        return (waited ? ExplanationKind.COMPLETED_RECEIVE_PENDED : ExplanationKind.COMPLETED_RECEIVE)
                .with(record.information());
    }

    private static Explanation accepted(TraceReader log, TraceRecord.IrpCompleted record) {
        long handedOver = EarlierRecords.newest(
                log,
                record.head().sequence(),
                RecordKind.SOCKET_ACCEPTED,
                record.head().socket().value(),
                at -> at.route() == AcceptRoute.IRP);
        if (handedOver < 0) {
            return ExplanationKind.COMPLETED.with(name(record));
        }
        int socket = log.cursor().moveTo(handedOver).accepted();
        EventMask on = SocketExplainers.staticEvents(log, record.head().sequence(), socket);
        return on.bits() == 0
                ? ExplanationKind.COMPLETED_ACCEPT.with()
                : ExplanationKind.COMPLETED_ACCEPT_STATIC.with(on.shortNames());
    }

    private static Explanation failed(TraceReader log, TraceRecord.IrpCompleted record) {
        NtStatus status = record.status();
        ExplanationKind topic = ExplanationKind.COMPLETED_FAILED;
        if (status.equals(NtStatus.STATUS_CANCELLED)) {
            topic = cancelled(log, record.head().cause());
        } else if (status.equals(NtStatus.STATUS_CONNECTION_RESET)) {
            topic = ExplanationKind.COMPLETED_RESET;
        } else if (status.equals(NtStatus.STATUS_FILE_FORCED_CLOSED)) {
            topic = ExplanationKind.COMPLETED_DEAD;
        } else if (status.equals(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS)) {
            topic = ExplanationKind.COMPLETED_IN_USE;
        }
        return topic.with(name(record), status.name(), record.information());
    }

    /** Who cancelled: the record the completion was written because of. */
    private static ExplanationKind cancelled(TraceReader log, long cause) {
        if (EarlierRecords.is(log, cause, RecordKind.IRP_CANCEL_REQUESTED)) {
            return ExplanationKind.CANCELLED_BY_CLIENT;
        }
        if (EarlierRecords.is(log, cause, RecordKind.FUNCTION_CALLED)) {
            WskFunction function = log.cursor().moveTo(cause).function();
            if (function == WskFunction.WSK_CLOSE_SOCKET) {
                return ExplanationKind.CANCELLED_BY_CLOSE;
            } else if (function == WskFunction.WSK_DISCONNECT) {
                return ExplanationKind.CANCELLED_BY_ABORT;
            }
        }
        return ExplanationKind.CANCELLED;
    }

    private static String name(TraceRecord.IrpCompleted record) {
        return record.function().functionName();
    }

    /** The call that gave the IRP, or −1: an IRP that was given again while it was pending has the number of its first call. */
    private static long called(TraceReader log, TraceRecord.IrpCompleted record) {
        int socket = record.head().socket().value();
        long pended = EarlierRecords.newest(
                log, record.head().sequence(), RecordKind.IRP_PENDED, socket, at -> at.irp() == record.irp());
        if (pended >= 0) {
            return log.cursor().moveTo(pended).cause();
        }
        return EarlierRecords.newest(
                log,
                record.head().sequence(),
                RecordKind.FUNCTION_CALLED,
                socket,
                at -> at.irp() == record.irp() && at.function() == record.function());
    }

    private static boolean isDisable(TraceReader log, long called) {
        if (called < 0) {
            return false;
        }
        RecordCursor call = log.cursor().moveTo(called);
        return call.code() == ControlCode.SO_WSK_EVENT_CALLBACK && new EventMask((int) call.detail()).isDisable();
    }

    private static boolean isAbortive(TraceReader log, long called) {
        return called >= 0 && (log.cursor().moveTo(called).detail() & DisconnectFlags.WSK_FLAG_ABORTIVE) != 0;
    }
}

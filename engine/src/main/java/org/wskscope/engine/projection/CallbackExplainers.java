package org.wskscope.engine.projection;

import java.util.Locale;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** Explains what callbacks get and answer. Pure functions. */
final class CallbackExplainers {
    private CallbackExplainers() {}

    static Explanation entered(TraceRecord.CallbackEntered record) {
        long amount = record.amount();
        return switch (record.callback()) {
            case ACCEPT ->
                record.subject().value() == 0
                        ? ExplanationKind.ENTERED_ACCEPT_DEAD.with()
                        : ExplanationKind.ENTERED_ACCEPT.with();
            case INSPECT ->
                amount == 0
                        ? ExplanationKind.ENTERED_INSPECT_DEAD.with()
                        : ExplanationKind.ENTERED_INSPECT.with(amount);
            case ABORT -> ExplanationKind.ENTERED_ABORT.with(amount);
            case RECEIVE ->
                amount == 0
                        ? ExplanationKind.ENTERED_RECEIVE_DEAD.with()
                        : ExplanationKind.ENTERED_RECEIVE.with(amount);
            case RECEIVE_FROM ->
                amount == 0
                        ? ExplanationKind.ENTERED_RECEIVE_FROM_DEAD.with()
                        : ExplanationKind.ENTERED_RECEIVE_FROM.with(amount);
            case DISCONNECT ->
                new DisconnectEventFlags(record.flags()).abortive()
                        ? ExplanationKind.ENTERED_DISCONNECT_ABORTIVE.with()
                        : (amount == 0 ? ExplanationKind.ENTERED_DISCONNECT : ExplanationKind.ENTERED_DISCONNECT_EAGER)
                                .with(amount);
            case SEND_BACKLOG -> ExplanationKind.ENTERED_BACKLOG.with(amount);
            case CLIENT -> ExplanationKind.ENTERED_CLIENT.with();
            case EXTENSION -> ExplanationKind.ENTERED_EXTENSION.with(String.format(Locale.ROOT, "0x%X", amount));
        };
    }

    static Explanation returned(TraceReader log, TraceRecord.CallbackReturned record) {
        if (isOfDeadSocket(log, record.entered())) {
            return ExplanationKind.RETURNED_DEAD.with();
        }
        NtStatus status = record.status();
        boolean success = status.equals(NtStatus.STATUS_SUCCESS);
        return switch (record.callback()) {
            case RECEIVE -> receiveReturned(log, record);
            case RECEIVE_FROM -> receiveFromReturned(log, record);
            case ACCEPT ->
                success
                        ? ExplanationKind.RETURNED_ACCEPT.with()
                        : only(record, NtStatus.STATUS_REQUEST_NOT_ACCEPTED, ExplanationKind.RETURNED_ACCEPT_REJECTED);
            case INSPECT -> inspectReturned(record);
            case ABORT -> only(record, NtStatus.STATUS_SUCCESS, ExplanationKind.RETURNED_ABORT);
            case DISCONNECT -> only(record, NtStatus.STATUS_SUCCESS, ExplanationKind.RETURNED_DISCONNECT);
            case SEND_BACKLOG -> only(record, NtStatus.STATUS_SUCCESS, ExplanationKind.RETURNED_BACKLOG);
            case EXTENSION -> ExplanationKind.RETURNED_EXTENSION.with();
            case CLIENT ->
                success
                        ? ExplanationKind.RETURNED_CLIENT.with()
                        : only(record, NtStatus.STATUS_NOT_IMPLEMENTED, ExplanationKind.RETURNED_CLIENT);
        };
    }

    /** Whether the list indicated at {@code entered} is one of datagrams. */
    static boolean isDatagramList(TraceReader log, long entered) {
        return EarlierRecords.is(log, entered, RecordKind.CALLBACK_ENTERED)
                && log.cursor().moveTo(entered).callback() == WskCallback.RECEIVE_FROM;
    }

    /** The call was given NULL, because the socket is dead (section 1.7). */
    private static boolean isOfDeadSocket(TraceReader log, long entered) {
        if (!EarlierRecords.is(log, entered, RecordKind.CALLBACK_ENTERED)) {
            return false;
        }
        RecordCursor call = log.cursor().moveTo(entered);
        return switch (call.callback()) {
            case ACCEPT -> call.subject() == 0;
            case RECEIVE, RECEIVE_FROM, INSPECT -> call.amount() == 0;
            default -> false;
        };
    }

    private static Explanation receiveReturned(TraceReader log, TraceRecord.CallbackReturned record) {
        long indicated = amount(log, record.entered());
        long accepted = record.bytesAccepted();
        if (record.status().equals(NtStatus.STATUS_SUCCESS)) {
            if (NearbyRecords.caused(log, record.head().sequence(), RecordKind.VIOLATION_FOUND) >= 0) {
                return ExplanationKind.RETURNED_RECEIVE_TOO_MUCH.with(accepted, indicated);
            } else if (accepted >= indicated) {
                return ExplanationKind.RETURNED_RECEIVE.with(accepted);
            }
            return leftBehind(log, record, ExplanationKind.RETURNED_RECEIVE_PARTIAL, accepted, indicated);
        } else if (record.status().equals(NtStatus.STATUS_PENDING)) {
            return ExplanationKind.RETURNED_RECEIVE_PENDING.with();
        } else if (record.status().equals(NtStatus.STATUS_DATA_NOT_ACCEPTED)) {
            return leftBehind(log, record, ExplanationKind.RETURNED_RECEIVE_NOT_ACCEPTED, 0, indicated);
        }
        return unexpected(record);
    }

    /** Bytes stay: indications pause, unless a WskReceive that was called meanwhile has lifted the pause already (C-07). */
    private static Explanation leftBehind(
            TraceReader log,
            TraceRecord.CallbackReturned record,
            ExplanationKind paused,
            long accepted,
            long indicated) {
        long sequence = record.head().sequence();
        boolean stays = NearbyRecords.caused(log, sequence, RecordKind.INDICATION_BUFFERED) >= 0;
        boolean shut = NearbyRecords.caused(log, sequence, RecordKind.GATE_CHANGED) >= 0;
        return (stays && !shut ? ExplanationKind.RETURNED_RECEIVE_RESUMED : paused).with(accepted, indicated);
    }

    private static Explanation receiveFromReturned(TraceReader log, TraceRecord.CallbackReturned record) {
        if (record.status().equals(NtStatus.STATUS_SUCCESS)) {
            return ExplanationKind.RETURNED_RECEIVE_FROM.with();
        } else if (record.status().equals(NtStatus.STATUS_PENDING)) {
            return ExplanationKind.RETURNED_RECEIVE_FROM_PENDING.with();
        } else if (record.status().equals(NtStatus.STATUS_DATA_NOT_ACCEPTED)) {
            int socket = record.head().socket().value();
            boolean fixed = SocketExplainers.staticEvents(log, record.head().sequence(), socket)
                    .contains(WskEvent.WSK_EVENT_RECEIVE_FROM);
            return (fixed
                            ? ExplanationKind.RETURNED_RECEIVE_FROM_STATIC
                            : ExplanationKind.RETURNED_RECEIVE_FROM_NOT_ACCEPTED)
                    .with();
        }
        return unexpected(record);
    }

    private static Explanation inspectReturned(TraceRecord.CallbackReturned record) {
        ExplanationKind topic = record.action()
                .map(action -> switch (action) {
                    case WskInspectReject -> ExplanationKind.RETURNED_INSPECT_REJECT;
                    case WskInspectAccept -> ExplanationKind.RETURNED_INSPECT_ACCEPT;
                    case WskInspectPend -> ExplanationKind.RETURNED_INSPECT_PEND;
                })
                .orElse(ExplanationKind.UNEXPECTED_REJECTED);
        return topic.with(record.answer(), record.callback().functionName());
    }

    private static Explanation only(TraceRecord.CallbackReturned record, NtStatus permitted, ExplanationKind topic) {
        return record.status().equals(permitted) ? topic.with() : unexpected(record);
    }

    /** What a status outside the permitted set is taken for (C-23). */
    private static Explanation unexpected(TraceRecord.CallbackReturned record) {
        ExplanationKind topic = switch (record.callback()) {
            case RECEIVE, RECEIVE_FROM -> ExplanationKind.UNEXPECTED_CONSUMED;
            case ACCEPT, INSPECT -> ExplanationKind.UNEXPECTED_REJECTED;
            default -> ExplanationKind.UNEXPECTED_IGNORED;
        };
        return topic.with(record.status().name(), record.callback().functionName());
    }

    /** What the call was given; −1 when the log does not say. */
    private static long amount(TraceReader log, long entered) {
        return EarlierRecords.is(log, entered, RecordKind.CALLBACK_ENTERED)
                ? log.cursor().moveTo(entered).amount()
                : -1;
    }
}

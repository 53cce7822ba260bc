package org.wskscope.engine.projection;

import java.util.Locale;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.WskCallback;

/** Explains what callbacks get and answer. Pure functions. */
final class CallbackTopics {
    private CallbackTopics() {}

    static Explanation entered(TraceRecord.CallbackEntered record) {
        long amount = record.amount();
        return switch (record.callback()) {
            case ACCEPT ->
                record.subject().value() == 0 ? Topic.ENTERED_ACCEPT_DEAD.with() : Topic.ENTERED_ACCEPT.with();
            case INSPECT -> amount == 0 ? Topic.ENTERED_INSPECT_DEAD.with() : Topic.ENTERED_INSPECT.with(amount);
            case ABORT -> Topic.ENTERED_ABORT.with(amount);
            case RECEIVE -> amount == 0 ? Topic.ENTERED_RECEIVE_DEAD.with() : Topic.ENTERED_RECEIVE.with(amount);
            case RECEIVE_FROM ->
                amount == 0 ? Topic.ENTERED_RECEIVE_FROM_DEAD.with() : Topic.ENTERED_RECEIVE_FROM.with(amount);
            case DISCONNECT ->
                new DisconnectEventFlags(record.flags()).abortive()
                        ? Topic.ENTERED_DISCONNECT_ABORTIVE.with()
                        : Topic.ENTERED_DISCONNECT.with();
            case SEND_BACKLOG -> Topic.ENTERED_BACKLOG.with(amount);
            case CLIENT -> Topic.ENTERED_CLIENT.with();
            case EXTENSION -> Topic.ENTERED_EXTENSION.with(String.format(Locale.ROOT, "0x%X", amount));
        };
    }

    static Explanation returned(TraceReader log, TraceRecord.CallbackReturned record) {
        NtStatus status = record.status();
        boolean success = status.equals(NtStatus.STATUS_SUCCESS);
        return switch (record.callback()) {
            case RECEIVE -> receiveReturned(record, amount(log, record.entered()));
            case RECEIVE_FROM -> receiveFromReturned(record);
            case ACCEPT ->
                success
                        ? Topic.RETURNED_ACCEPT.with()
                        : only(record, NtStatus.STATUS_REQUEST_NOT_ACCEPTED, Topic.RETURNED_ACCEPT_REJECTED);
            case INSPECT -> inspectReturned(record);
            case ABORT -> only(record, NtStatus.STATUS_SUCCESS, Topic.RETURNED_ABORT);
            case DISCONNECT -> only(record, NtStatus.STATUS_SUCCESS, Topic.RETURNED_DISCONNECT);
            case SEND_BACKLOG -> only(record, NtStatus.STATUS_SUCCESS, Topic.RETURNED_BACKLOG);
            case EXTENSION -> Topic.RETURNED_EXTENSION.with();
            case CLIENT ->
                success
                        ? Topic.RETURNED_CLIENT.with()
                        : only(record, NtStatus.STATUS_NOT_IMPLEMENTED, Topic.RETURNED_CLIENT);
        };
    }

    /** Whether the list indicated at {@code entered} is one of datagrams. */
    static boolean isDatagramList(TraceReader log, long entered) {
        return EarlierRecords.is(log, entered, RecordKind.CALLBACK_ENTERED)
                && log.cursor().moveTo(entered).callback() == WskCallback.RECEIVE_FROM;
    }

    private static Explanation receiveReturned(TraceRecord.CallbackReturned record, long indicated) {
        long accepted = record.bytesAccepted();
        if (indicated == 0) {
            return Topic.RETURNED_RECEIVE_DEAD.with();
        } else if (record.status().equals(NtStatus.STATUS_SUCCESS)) {
            return accepted < indicated
                    ? Topic.RETURNED_RECEIVE_PARTIAL.with(accepted, indicated)
                    : Topic.RETURNED_RECEIVE.with(accepted);
        } else if (record.status().equals(NtStatus.STATUS_PENDING)) {
            return Topic.RETURNED_RECEIVE_PENDING.with();
        }
        return only(record, NtStatus.STATUS_DATA_NOT_ACCEPTED, Topic.RETURNED_RECEIVE_NOT_ACCEPTED);
    }

    private static Explanation receiveFromReturned(TraceRecord.CallbackReturned record) {
        if (record.status().equals(NtStatus.STATUS_SUCCESS)) {
            return Topic.RETURNED_RECEIVE_FROM.with();
        } else if (record.status().equals(NtStatus.STATUS_PENDING)) {
            return Topic.RETURNED_RECEIVE_FROM_PENDING.with();
        }
        return only(record, NtStatus.STATUS_DATA_NOT_ACCEPTED, Topic.RETURNED_RECEIVE_FROM_NOT_ACCEPTED);
    }

    private static Explanation inspectReturned(TraceRecord.CallbackReturned record) {
        Topic topic = record.action()
                .map(action -> switch (action) {
                    case WskInspectReject -> Topic.RETURNED_INSPECT_REJECT;
                    case WskInspectAccept -> Topic.RETURNED_INSPECT_ACCEPT;
                    case WskInspectPend -> Topic.RETURNED_INSPECT_PEND;
                })
                .orElse(Topic.RETURNED_UNEXPECTED);
        return topic.with(record.answer(), record.callback().functionName());
    }

    private static Explanation only(TraceRecord.CallbackReturned record, NtStatus permitted, Topic topic) {
        return record.status().equals(permitted)
                ? topic.with()
                : Topic.RETURNED_UNEXPECTED.with(
                        record.status().name(), record.callback().functionName());
    }

    /** What the call was given; −1 when the log does not say. */
    private static long amount(TraceReader log, long entered) {
        return EarlierRecords.is(log, entered, RecordKind.CALLBACK_ENTERED)
                ? log.cursor().moveTo(entered).amount()
                : -1;
    }
}

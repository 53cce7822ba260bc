package org.wskscope.engine.projection;

import java.util.List;
import java.util.Map;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.WskFunction;

/** Explains calls of functions, their answers and their IRPs. Pure functions. */
final class RequestTopics {
    private static final Map<NtStatus, Topic> ANSWERS = Map.of(
            NtStatus.STATUS_SUCCESS, Topic.ANSWERED,
            NtStatus.STATUS_PENDING, Topic.ANSWERED_PENDING,
            NtStatus.STATUS_INVALID_HANDLE, Topic.ANSWERED_AFTER_CLOSE,
            NtStatus.STATUS_INVALID_PARAMETER, Topic.ANSWERED_INVALID_PARAMETER,
            NtStatus.STATUS_FILE_FORCED_CLOSED, Topic.ANSWERED_DEAD,
            NtStatus.STATUS_INVALID_DEVICE_STATE, Topic.ANSWERED_INVALID_STATE,
            NtStatus.STATUS_ADDRESS_ALREADY_EXISTS, Topic.ANSWERED_IN_USE,
            NtStatus.STATUS_CONNECTION_RESET, Topic.ANSWERED_RESET);

    private static final Map<NtStatus, Topic> FAILURES = Map.of(
            NtStatus.STATUS_CANCELLED, Topic.COMPLETED_CANCELLED,
            NtStatus.STATUS_CONNECTION_RESET, Topic.COMPLETED_RESET,
            NtStatus.STATUS_FILE_FORCED_CLOSED, Topic.COMPLETED_DEAD);

    private RequestTopics() {}

    static Explanation called(TraceRecord.FunctionCalled record) {
        if (record.function() == WskFunction.WSK_CONTROL_SOCKET && record.code() == ControlCode.SO_WSK_EVENT_CALLBACK) {
            EventMask mask = new EventMask((int) record.detail());
            Topic topic = mask.isDisable() ? Topic.CALLED_DISABLE : Topic.CALLED_ENABLE;
            return topic.with(mask.shortNames());
        }
        return new Explanation(Topic.CALLED.key(), List.of(record.function().functionName()), rules(record.function()));
    }

    static Explanation answered(TraceReader log, TraceRecord.FunctionReturned record) {
        if (EarlierRecords.is(log, record.called(), RecordKind.FUNCTION_CALLED)) {
            RecordCursor call = log.cursor().moveTo(record.called());
            boolean option = call.function() == WskFunction.WSK_CONTROL_SOCKET
                    && call.code() == ControlCode.SO_WSK_EVENT_CALLBACK;
            if (option) {
                return optionAnswered(log, record, new EventMask((int) call.detail()));
            }
        }
        return functionAnswered(record);
    }

    static Explanation completed(TraceReader log, TraceRecord.IrpCompleted record) {
        NtStatus status = record.status();
        if (!status.equals(NtStatus.STATUS_SUCCESS)) {
            return failed(record);
        }
        return switch (record.function()) {
            case WSK_CONTROL_SOCKET ->
                isDisableIrp(log, record) ? Topic.COMPLETED_OPTION.with() : Topic.COMPLETED.with(name(record));
            case WSK_RECEIVE ->
                record.information() == 0
                        ? Topic.COMPLETED_RECEIVE_NOTHING.with()
                        : Topic.COMPLETED_RECEIVE.with(record.information());
            case WSK_RECEIVE_FROM -> Topic.COMPLETED_RECEIVE_FROM.with(record.information());
            case WSK_ACCEPT -> Topic.COMPLETED_ACCEPT.with();
            case WSK_SEND, WSK_SEND_TO, WSK_SEND_MESSAGES -> Topic.COMPLETED_SEND.with(record.information());
            case WSK_DISCONNECT -> Topic.COMPLETED_DISCONNECT.with();
            case WSK_CLOSE_SOCKET -> Topic.COMPLETED_CLOSE.with();
            default -> new Explanation(Topic.COMPLETED.key(), List.of(name(record)), rules(record.function()));
        };
    }

    /** The rules that say what a function does. */
    static List<String> rules(WskFunction function) {
        return switch (function) {
            case WSK_SOCKET -> List.of("API-SCK-01", "API-OBJ-01");
            case WSK_SOCKET_CONNECT -> List.of("API-SCK-02");
            case WSK_CONTROL_CLIENT -> List.of("CTL-STC-02", "CTL-STC-03");
            case WSK_CONTROL_SOCKET -> List.of("CTL-OPT-04");
            case WSK_CLOSE_SOCKET -> List.of("API-CLO-01", "API-CLO-02", "API-CLO-06");
            case WSK_BIND -> List.of("API-SCK-03", "API-SCK-14");
            case WSK_LISTEN -> List.of("API-SCK-04");
            case WSK_ACCEPT -> List.of("API-ACC-01", "EVT-ACC-03");
            case WSK_INSPECT_COMPLETE -> List.of("EVT-INS-12", "EVT-INS-13", "EVT-INS-14");
            case WSK_CONNECT -> List.of("API-SCK-06");
            case WSK_CONNECT_EX -> List.of("API-SCK-06", "API-SCK-16");
            case WSK_GET_LOCAL_ADDRESS -> List.of("API-SCK-09", "API-SCK-11");
            case WSK_GET_REMOTE_ADDRESS -> List.of("API-SCK-10");
            case WSK_SEND -> List.of("API-SND-01", "API-SCK-07");
            case WSK_RECEIVE -> List.of("EVT-RCV-03", "API-SCK-07");
            case WSK_SEND_TO, WSK_SEND_MESSAGES -> List.of("API-SND-02", "API-SCK-08");
            case WSK_RECEIVE_FROM -> List.of("EVT-RFR-10", "API-RCV-07");
            case WSK_DISCONNECT -> List.of("API-DSC-01", "API-DSC-03", "API-DSC-05");
            case WSK_RELEASE -> List.of("API-REL-01");
            case WSK_GET_ADDRESS_INFO, WSK_FREE_ADDRESS_INFO, WSK_GET_NAME_INFO -> List.of("THR-10");
            case WSK_REGISTER -> List.of("API-REG-01", "API-REG-02");
            case WSK_DEREGISTER -> List.of("API-REG-03", "API-REG-10");
            case WSK_CAPTURE_PROVIDER_NPI -> List.of("API-REG-04", "API-REG-05", "API-REG-08");
            case WSK_RELEASE_PROVIDER_NPI -> List.of("API-REG-08", "API-REG-11");
        };
    }

    private static Explanation optionAnswered(TraceReader log, TraceRecord.FunctionReturned record, EventMask mask) {
        NtStatus status = record.status();
        String events = mask.shortNames();
        if (status.equals(NtStatus.STATUS_SUCCESS)) {
            Topic enabled = record.irp() == 0 ? Topic.ENABLE_DONE : Topic.ENABLE_WITH_IRP;
            return (mask.isDisable() ? Topic.DISABLE_DONE : enabled).with(events);
        } else if (status.equals(NtStatus.STATUS_PENDING)) {
            return Topic.DISABLE_PENDING.with(events);
        } else if (status.equals(NtStatus.STATUS_EVENT_PENDING)) {
            return Topic.DISABLE_EVENT_PENDING.with(events);
        } else if (status.equals(NtStatus.STATUS_INVALID_PARAMETER)) {
            boolean severalEvents = Integer.bitCount(mask.bits()) > 2;
            return (mask.isDisable() && severalEvents ? Topic.DISABLE_TWO : Topic.OPTION_BAD_MASK).with(events);
        } else if (status.equals(NtStatus.STATUS_INVALID_DEVICE_REQUEST)) {
            boolean fixed = !mask.isDisable() || isStatic(log, record, mask);
            return (fixed ? Topic.OPTION_STATIC : Topic.DISABLE_INHERITED).with(events);
        } else if (status.equals(NtStatus.STATUS_INVALID_DEVICE_STATE)) {
            return Topic.OPTION_TOO_EARLY.with(events);
        } else if (status.equals(NtStatus.STATUS_NOT_SUPPORTED)) {
            return Topic.OPTION_NOT_SUPPORTED.with(events);
        }
        return functionAnswered(record);
    }

    private static Explanation functionAnswered(TraceRecord.FunctionReturned record) {
        return ANSWERS.getOrDefault(record.status(), Topic.ANSWERED_FAILED)
                .with(record.function().functionName(), record.status().name());
    }

    private static Explanation failed(TraceRecord.IrpCompleted record) {
        return FAILURES.getOrDefault(record.status(), Topic.COMPLETED_FAILED)
                .with(name(record), record.status().name(), record.information());
    }

    private static String name(TraceRecord.IrpCompleted record) {
        return record.function().functionName();
    }

    /** Whether the IRP was given to a request that disables an event. */
    private static boolean isDisableIrp(TraceReader log, TraceRecord.IrpCompleted record) {
        long called = EarlierRecords.newest(
                log,
                record.head().sequence(),
                RecordKind.FUNCTION_CALLED,
                record.head().socket().value(),
                at -> at.irp() == record.irp());
        if (called < 0) {
            return false;
        }
        RecordCursor call = log.cursor().moveTo(called);
        return call.code() == ControlCode.SO_WSK_EVENT_CALLBACK && new EventMask((int) call.detail()).isDisable();
    }

    /** Whether one of the events was enabled statically on the socket. */
    private static boolean isStatic(TraceReader log, TraceRecord.FunctionReturned record, EventMask mask) {
        long enabled = EarlierRecords.newest(
                log,
                record.head().sequence(),
                RecordKind.CALLBACK_ENABLED,
                record.head().socket().value(),
                at -> at.origin() == EnableOrigin.STATIC && (at.enabledBits() & mask.bits()) != 0);
        return enabled >= 0;
    }
}

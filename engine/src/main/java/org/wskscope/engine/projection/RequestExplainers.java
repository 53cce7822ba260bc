package org.wskscope.engine.projection;

import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Explains calls of functions, and what the event callback option answers. Pure functions. */
final class RequestExplainers {
    private static final int CONNECTION_EVENTS = EventMask.of(
                    WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT, WskEvent.WSK_EVENT_SEND_BACKLOG)
            .bits();

    private RequestExplainers() {}

    static Explanation called(TraceRecord.FunctionCalled record) {
        if (record.function() == WskFunction.WSK_CONTROL_SOCKET && record.code() == ControlCode.SO_WSK_EVENT_CALLBACK) {
            EventMask mask = new EventMask((int) record.detail());
            ExplanationKind topic = mask.isDisable() ? ExplanationKind.CALLED_DISABLE : ExplanationKind.CALLED_ENABLE;
            return topic.with(mask.shortNames());
        }
        return new Explanation(
                ExplanationKind.CALLED.key(), List.of(record.function().functionName()), rules(record.function()));
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
        return AnswerExplainers.answered(log, record);
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
            return (mask.isDisable() ? disabled(log, record) : enabled(log, record, mask)).with(events);
        } else if (status.equals(NtStatus.STATUS_PENDING)) {
            return ExplanationKind.DISABLE_PENDING.with(events);
        } else if (status.equals(NtStatus.STATUS_EVENT_PENDING)) {
            return ExplanationKind.DISABLE_EVENT_PENDING.with(events);
        } else if (status.equals(NtStatus.STATUS_INVALID_PARAMETER)) {
            return badMask(log, record, mask);
        } else if (status.equals(NtStatus.STATUS_INVALID_DEVICE_REQUEST)) {
            boolean fixed = !mask.isDisable() || isStatic(log, record, mask);
            return (fixed ? ExplanationKind.OPTION_STATIC : ExplanationKind.DISABLE_INHERITED).with(events);
        } else if (status.equals(NtStatus.STATUS_INVALID_DEVICE_STATE)) {
            return wrongTime(log, record, events);
        } else if (status.equals(NtStatus.STATUS_NOT_SUPPORTED)) {
            return ExplanationKind.OPTION_NOT_SUPPORTED.with(events);
        }
        return AnswerExplainers.answered(log, record);
    }

    /** Before the socket is bound or connected, after its disconnect, or in silent mode. */
    private static Explanation wrongTime(TraceReader log, TraceRecord.FunctionReturned record, String events) {
        if (AnswerExplainers.isSilent(log, record)) {
            return AnswerExplainers.answered(log, record);
        }
        int socket = record.head().socket().value();
        boolean late = SocketExplainers.state(log, record.called(), socket) == SocketState.DISCONNECTED;
        return (late ? ExplanationKind.OPTION_TOO_LATE : ExplanationKind.OPTION_TOO_EARLY).with(events);
    }

    private static Explanation badMask(TraceReader log, TraceRecord.FunctionReturned record, EventMask mask) {
        if (NearbyRecords.inCall(
                        log, record.called(), record.called(), record.head().sequence(), RecordKind.VIOLATION_FOUND)
                >= 0) {
            return AnswerExplainers.answered(log, record);
        }
        boolean severalEvents = Integer.bitCount(mask.bits()) > 2;
        return (mask.isDisable() && severalEvents ? ExplanationKind.DISABLE_TWO : ExplanationKind.OPTION_BAD_MASK)
                .with(mask.shortNames());
    }

    /** Off now, or off before. */
    private static ExplanationKind disabled(TraceReader log, TraceRecord.FunctionReturned record) {
        long off = NearbyRecords.inCall(
                log, record.called(), record.called(), record.head().sequence(), RecordKind.CALLBACK_DISABLED);
        return off >= 0 ? ExplanationKind.DISABLE_DONE : ExplanationKind.DISABLE_ALREADY_OFF;
    }

    private static ExplanationKind enabled(TraceReader log, TraceRecord.FunctionReturned record, EventMask mask) {
        if (record.irp() != 0) {
            return ExplanationKind.ENABLE_WITH_IRP;
        } else if (isDraining(log, record, mask)) {
            return ExplanationKind.ENABLE_DRAINING;
        }
        boolean defaults = (mask.bits() & CONNECTION_EVENTS) != 0
                && SocketExplainers.category(log, record) == SocketCategory.LISTEN;
        return defaults ? ExplanationKind.ENABLE_DEFAULTS : ExplanationKind.ENABLE_DONE;
    }

    /** A disable of one of these events has not ended yet. */
    private static boolean isDraining(TraceReader log, TraceRecord.FunctionReturned record, EventMask mask) {
        int socket = record.head().socket().value();
        for (WskEvent event : WskEvent.values()) {
            if (mask.contains(event)) {
                long asked = EarlierRecords.newest(
                        log, record.called(), RecordKind.CALLBACK_DISABLE_REQUESTED, socket, at -> at.event() == event);
                long off = EarlierRecords.newest(
                        log, record.called(), RecordKind.CALLBACK_DISABLED, socket, at -> at.event() == event);
                if (asked > off) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether one of the events was enabled statically on the socket. */
    private static boolean isStatic(TraceReader log, TraceRecord.FunctionReturned record, EventMask mask) {
        int socket = record.head().socket().value();
        EventMask on = SocketExplainers.staticEvents(log, record.head().sequence(), socket);
        return (on.bits() & mask.bits()) != 0;
    }
}

package org.wskscope.engine.projection;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.CallFlags;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskFunction;

/** Explains what functions answer, by what was done rather than by the status: one status has many reasons. Pure functions. */
final class AnswerExplainers {
    private static final Map<NtStatus, ExplanationKind> BY_STATUS = Map.of(
            NtStatus.STATUS_SUCCESS, ExplanationKind.ANSWERED,
            NtStatus.STATUS_PENDING, ExplanationKind.ANSWERED_PENDING,
            NtStatus.STATUS_INVALID_HANDLE, ExplanationKind.ANSWERED_AFTER_CLOSE,
            NtStatus.STATUS_INVALID_PARAMETER, ExplanationKind.ANSWERED_INVALID_PARAMETER,
            NtStatus.STATUS_FILE_FORCED_CLOSED, ExplanationKind.ANSWERED_DEAD,
            NtStatus.STATUS_ADDRESS_ALREADY_EXISTS, ExplanationKind.ANSWERED_IN_USE,
            NtStatus.STATUS_NOINTERFACE, ExplanationKind.ANSWERED_NO_INTERFACE,
            NtStatus.STATUS_DEVICE_NOT_READY, ExplanationKind.ANSWERED_NOT_READY,
            NtStatus.STATUS_CONNECTION_RESET, ExplanationKind.ANSWERED_RESET);

    /** Functions that need no IRP, or not always. */
    private static final Set<WskFunction> WITHOUT_IRP = EnumSet.of(
            WskFunction.WSK_CONTROL_SOCKET,
            WskFunction.WSK_CONTROL_CLIENT,
            WskFunction.WSK_RELEASE,
            WskFunction.WSK_FREE_ADDRESS_INFO,
            WskFunction.WSK_REGISTER,
            WskFunction.WSK_DEREGISTER,
            WskFunction.WSK_CAPTURE_PROVIDER_NPI,
            WskFunction.WSK_RELEASE_PROVIDER_NPI);

    private static final int RECEIVE_FLAGS = ReceiveFlags.WSK_FLAG_WAITALL | ReceiveFlags.WSK_FLAG_DRAIN;

    private AnswerExplainers() {}

    static Explanation answered(TraceReader log, TraceRecord.FunctionReturned record) {
        NtStatus status = record.status();
        ExplanationKind topic = status.isSuccess() ? null : ofMisuse(log, record);
        String detail = "";
        if (topic == null && EarlierRecords.is(log, record.called(), RecordKind.FUNCTION_CALLED)) {
            RecordCursor call = log.cursor().moveTo(record.called());
            topic = ofCall(log, record, call);
            detail = detail(log, record, call);
        }
        if (topic == null) {
            topic = BY_STATUS.getOrDefault(status, ExplanationKind.ANSWERED_FAILED);
        }
        return topic.with(record.function().functionName(), status.name(), detail);
    }

    /** What WSK noted during the call is why it refused. */
    private static @Nullable ExplanationKind ofMisuse(TraceReader log, TraceRecord.FunctionReturned record) {
        long called = record.called();
        long sequence = record.head().sequence();
        RecordCursor at = log.cursor();
        for (long found = next(log, called, called, sequence); found >= 0; found = next(log, called, found, sequence)) {
            ExplanationKind topic = switch (at.moveTo(found).violation()) {
                case USE_AFTER_CLOSE -> ExplanationKind.ANSWERED_AFTER_CLOSE;
                case IRP_REUSED_WHILE_PENDING ->
                    EarlierRecords.isPending(log, called, record.irp())
                            ? ExplanationKind.ANSWERED_IRP_IN_USE
                            : ExplanationKind.ANSWERED_IRP_NOT_READY;
                case LIST_RELEASED_TWICE -> ExplanationKind.ANSWERED_UNKNOWN_LIST;
                case CLIENT_FUNCTION_AFTER_RELEASE -> ExplanationKind.ANSWERED_AFTER_RELEASE;
                default -> null;
            };
            if (topic != null) {
                return topic;
            }
        }
        return null;
    }

    private static long next(TraceReader log, long called, long after, long answered) {
        return NearbyRecords.inCall(log, called, after, answered, RecordKind.VIOLATION_FOUND);
    }

    private static @Nullable ExplanationKind ofCall(
            TraceReader log, TraceRecord.FunctionReturned record, RecordCursor call) {
        NtStatus status = record.status();
        WskFunction function = record.function();
        if (status.equals(NtStatus.STATUS_INVALID_PARAMETER)) {
            return ofArguments(function, call);
        } else if (status.equals(NtStatus.STATUS_NOT_SUPPORTED)) {
            return isSilence(call) && isConnected(log, record)
                    ? ExplanationKind.ANSWERED_SILENT_LOOPBACK
                    : ofUnknown(function, call);
        } else if (status.equals(NtStatus.STATUS_INVALID_DEVICE_STATE)) {
            if (function == WskFunction.WSK_CONTROL_CLIENT) {
                return ExplanationKind.ANSWERED_STATIC_TOO_LATE;
            }
            return ofState(log, record, call);
        } else if (status.equals(NtStatus.STATUS_BUFFER_OVERFLOW)) {
            return function == WskFunction.WSK_CONNECT_EX
                    ? ExplanationKind.ANSWERED_TOO_LONG
                    : ExplanationKind.ANSWERED_TOO_SMALL;
        } else if (status.equals(NtStatus.STATUS_ACCESS_DENIED) && function == WskFunction.WSK_BIND) {
            return ExplanationKind.ANSWERED_SHARING;
        }
        return null;
    }

    private static ExplanationKind ofState(TraceReader log, TraceRecord.FunctionReturned record, RecordCursor call) {
        if (isSilent(log, record)) {
            return ExplanationKind.ANSWERED_SILENT;
        }
        // The state allows it, so that a pending send or disconnect is what stands against it.
        return isSilence(call) && isConnected(log, record)
                ? ExplanationKind.ANSWERED_SILENT_BUSY
                : ExplanationKind.ANSWERED_INVALID_STATE;
    }

    private static @Nullable ExplanationKind ofArguments(WskFunction function, RecordCursor call) {
        if (call.irp() == 0 && !WITHOUT_IRP.contains(function)) {
            return ExplanationKind.ANSWERED_NO_IRP;
        } else if (function == WskFunction.WSK_RECEIVE && call.code() == RECEIVE_FLAGS) {
            return ExplanationKind.ANSWERED_EXCLUSIVE_FLAGS;
        }
        return isReserved(function) && call.code() != 0 ? ExplanationKind.ANSWERED_RESERVED_FLAG : null;
    }

    private static @Nullable ExplanationKind ofUnknown(WskFunction function, RecordCursor call) {
        return switch (function) {
            case WSK_SEND, WSK_RECEIVE -> ExplanationKind.ANSWERED_UNKNOWN_FLAG;
            case WSK_CONTROL_SOCKET -> call.code() == 0 ? null : ExplanationKind.ANSWERED_UNKNOWN_CONTROL;
            default -> null;
        };
    }

    /** The state, the flag or the control code the answer is about. */
    private static String detail(TraceReader log, TraceRecord.FunctionReturned record, RecordCursor call) {
        WskFunction function = record.function();
        if (record.status().equals(NtStatus.STATUS_INVALID_DEVICE_STATE)) {
            return state(log, record).name();
        }
        return switch (function) {
            case WSK_CONTROL_SOCKET -> ControlCode.name(call.code());
            case WSK_SEND -> CallFlags.text(function, call.code() & ~SendFlags.WSK_FLAG_NODELAY);
            case WSK_RECEIVE -> CallFlags.text(function, call.code() & ~RECEIVE_FLAGS);
            default -> CallFlags.text(function, call.code());
        };
    }

    private static boolean isReserved(WskFunction function) {
        return CallFlags.areTakenBy(function) && function != WskFunction.WSK_DISCONNECT;
    }

    private static SocketState state(TraceReader log, TraceRecord.FunctionReturned record) {
        return SocketExplainers.state(
                log, record.called(), record.head().socket().value());
    }

    private static boolean isConnected(TraceReader log, TraceRecord.FunctionReturned record) {
        return switch (state(log, record)) {
            case CONNECTED, HALF_CLOSED_LOCAL, HALF_CLOSED_REMOTE, DISCONNECTED -> true;
            default -> false;
        };
    }

    private static boolean isSilence(RecordCursor call) {
        return call.function() == WskFunction.WSK_CONTROL_SOCKET
                && call.code() == ControlCode.SIO_WSK_SET_TCP_SILENT_MODE;
    }

    /** The socket was put into silent mode before: nothing but close remains (CTL-OPT-06). */
    static boolean isSilent(TraceReader log, TraceRecord.FunctionReturned record) {
        int socket = record.head().socket().value();
        long asked = EarlierRecords.newest(
                log, record.called(), RecordKind.FUNCTION_CALLED, socket, AnswerExplainers::isSilence);
        if (asked < 0) {
            return false;
        }
        long answered = NearbyRecords.caused(log, asked, RecordKind.FUNCTION_RETURNED);
        return answered >= 0
                && answered < record.called()
                && log.cursor().moveTo(answered).status().isSuccess();
    }
}

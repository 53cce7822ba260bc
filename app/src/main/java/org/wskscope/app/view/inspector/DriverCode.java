package org.wskscope.app.view.inspector;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.CallFlags;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** The lines of a WSK driver that would do the same, in C. Pure. */
final class DriverCode {
    private DriverCode() {}

    /** {@code mask} is given for {@code SO_WSK_EVENT_CALLBACK} only. */
    static String call(TraceRecord.FunctionCalled call, @Nullable EventMask mask) {
        String irp = call.irp() == 0 ? "NULL" : "Irp";
        if (mask != null) {
            return "WSK_EVENT_CALLBACK_CONTROL Control;\n"
                    + "Control.NpiId = &NPI_WSK_INTERFACE_ID;\n"
                    + "Control.EventMask = " + names(mask) + ";\n"
                    + "Status = Dispatch->WskControlSocket(\n"
                    + "    Socket, WskSetOption,\n"
                    + "    SO_WSK_EVENT_CALLBACK, SOL_SOCKET,\n"
                    + "    sizeof(Control), &Control,\n"
                    + "    0, NULL, NULL, " + irp + ");";
        }
        if (call.function() == WskFunction.WSK_RELEASE) {
            return "Status = Dispatch->WskRelease(Socket, DataIndication);";
        }
        String table = call.function() == WskFunction.WSK_SOCKET ? "ProviderNpi.Dispatch" : "Dispatch";
        return "Status = " + table + "->" + call.function().functionName() + "(" + arguments(call) + irp + ");";
    }

    /** A callback that returns {@code status}; the usual one while it is not known. */
    static String callback(WskCallback callback, @Nullable NtStatus status) {
        NtStatus answer = status == null ? NtStatus.STATUS_SUCCESS : status;
        return "NTSTATUS WSKAPI\n" + body(callback, answer.name());
    }

    /** An inspect callback that returns {@code action}. */
    static String inspect(InspectAction action) {
        return "WSK_INSPECT_ACTION WSKAPI\n" + body(WskCallback.INSPECT, action.name());
    }

    private static String body(WskCallback callback, String answer) {
        return callback.functionName() + "(" + parameters(callback) + ")\n{\n    // …\n    return " + answer + ";\n}";
    }

    private static String names(EventMask mask) {
        List<String> names = new ArrayList<>();
        for (WskEvent event : WskEvent.values()) {
            if (mask.contains(event)) {
                names.add(event.name());
            }
        }
        if (mask.isDisable()) {
            names.add("WSK_EVENT_DISABLE");
        }
        return names.isEmpty() ? mask.hex() : String.join(" |\n                    ", names);
    }

    private static String arguments(TraceRecord.FunctionCalled call) {
        return switch (call.function()) {
            case WSK_SOCKET ->
                "\n    ProviderNpi.Client, AddressFamily, SocketType, Protocol,\n"
                        + "    Flags, SocketContext, &ClientDispatch,\n    NULL, NULL, NULL, ";
            case WSK_BIND -> "Socket, &LocalAddress, 0, ";
            case WSK_LISTEN, WSK_CLOSE_SOCKET -> "Socket, ";
            case WSK_CONNECT -> "Socket, &RemoteAddress, 0, ";
            case WSK_ACCEPT -> "\n    Socket, 0, AcceptContext, &AcceptDispatch,\n    NULL, NULL, ";
            case WSK_SEND -> "Socket, &Buffer, " + flags(call) + ", ";
            case WSK_RECEIVE -> "Socket, &Buffer, " + flags(call) + ", ";
            case WSK_SEND_TO -> "\n    Socket, &Buffer, 0, &RemoteAddress, 0, NULL, ";
            case WSK_RECEIVE_FROM -> "\n    Socket, &Buffer, 0, &RemoteAddress, NULL, NULL, NULL, ";
            case WSK_INSPECT_COMPLETE ->
                "Socket, &InspectId, "
                        + InspectAction.of(call.code()).map(InspectAction::name).orElse("Action") + ", ";
            case WSK_DISCONNECT ->
                "\n    Socket, NULL, " + ((call.detail() & 1) != 0 ? "WSK_FLAG_ABORTIVE" : "0") + ", ";
            default -> "Socket, … ";
        };
    }

    private static String flags(TraceRecord.FunctionCalled call) {
        return CallFlags.text(call.function(), call.code());
    }

    private static String parameters(WskCallback callback) {
        return switch (callback) {
            case ACCEPT ->
                "PVOID SocketContext, ULONG Flags,\n    PSOCKADDR LocalAddress, PSOCKADDR RemoteAddress,\n"
                        + "    PWSK_SOCKET AcceptSocket, PVOID *AcceptSocketContext,\n"
                        + "    CONST WSK_CLIENT_CONNECTION_DISPATCH **AcceptSocketDispatch";
            case RECEIVE ->
                "PVOID SocketContext, ULONG Flags,\n    PWSK_DATA_INDICATION DataIndication,\n"
                        + "    SIZE_T BytesIndicated, SIZE_T *BytesAccepted";
            case RECEIVE_FROM -> "PVOID SocketContext, ULONG Flags,\n    PWSK_DATAGRAM_INDICATION DataIndication";
            case DISCONNECT -> "PVOID SocketContext, ULONG Flags";
            case SEND_BACKLOG -> "PVOID SocketContext, SIZE_T IdealBacklogSize";
            case INSPECT ->
                "PVOID SocketContext,\n    PSOCKADDR LocalAddress,\n    PSOCKADDR RemoteAddress,\n"
                        + "    PWSK_INSPECT_ID InspectID";
            case ABORT -> "PVOID SocketContext, PWSK_INSPECT_ID InspectID";
            case EXTENSION -> "PVOID ClientContext";
            case CLIENT -> "PVOID ClientContext, ULONG EventType,\n    PVOID Information, SIZE_T InformationLength";
        };
    }
}

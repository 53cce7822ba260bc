package org.wskscope.engine.projection;

import java.net.InetSocketAddress;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.CallFlags;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskFunction;

/** The words of trace notation (section 0.3) that need no memory of what came before. */
final class NotationText {
    private NotationText() {}

    /** {@code option} for an event callback request, else the function in one lower-case word. */
    static String noun(WskFunction function, boolean option) {
        if (function == WskFunction.WSK_CONTROL_SOCKET) {
            return option ? "option" : "control";
        }
        if (function == WskFunction.WSK_CLOSE_SOCKET) {
            return "close";
        }
        String name = function.functionName().substring("Wsk".length());
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    static String numeric(InetSocketAddress address) {
        String text = address.toString();
        return text.substring(text.indexOf('/') + 1);
    }

    static String maskNow(EventMask mask) {
        return ", mask " + mask.shortNames();
    }

    static boolean isOption(WskFunction function, int code) {
        return function == WskFunction.WSK_CONTROL_SOCKET && code == ControlCode.SO_WSK_EVENT_CALLBACK;
    }

    static String detail(TraceRecord.FunctionCalled record) {
        return switch (record.function()) {
            case WSK_CONTROL_SOCKET ->
                record.code() == ControlCode.SO_WSK_EVENT_CALLBACK
                        ? new EventMask((int) record.detail()).shortNames()
                        : ControlCode.name(record.code());
            case WSK_CONTROL_CLIENT ->
                record.code() == ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS
                        ? "SET_STATIC " + new EventMask((int) record.detail()).shortNames()
                        : "";
            case WSK_SEND, WSK_RECEIVE, WSK_SEND_TO, WSK_RECEIVE_FROM ->
                flags(record).isEmpty() ? record.detail() + " B" : record.detail() + " B, " + flags(record);
            case WSK_INSPECT_COMPLETE -> inspection(record.detail()) + ", " + action(record.code());
            case WSK_DISCONNECT -> (record.detail() & DisconnectFlags.WSK_FLAG_ABORTIVE) == 0 ? "" : "ABORTIVE";
            default -> flags(record);
        };
    }

    private static String flags(TraceRecord.FunctionCalled record) {
        return CallFlags.areTakenBy(record.function()) ? CallFlags.shortText(record.function(), record.code()) : "";
    }

    static String action(int value) {
        return InspectAction.of(value).map(InspectAction::shortName).orElseGet(() -> Integer.toString(value));
    }

    static String inspection(long serialNumber) {
        return serialNumber == 0 ? "NULL" : "id" + serialNumber;
    }
}

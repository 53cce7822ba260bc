package org.wskscope.engine.wsk;

import java.util.List;

/** The names of the {@code Flags} a client gives to a function: the same bits mean other things to each function. */
public final class CallFlags {
    private static final String PREFIX = "WSK_FLAG_";

    private record Name(int bit, String text) {}

    private CallFlags() {}

    /** The function has a {@code Flags} parameter that decides something. */
    public static boolean areTakenBy(WskFunction function) {
        return !names(function).isEmpty()
                || function == WskFunction.WSK_SEND_TO
                || function == WskFunction.WSK_SEND_MESSAGES
                || function == WskFunction.WSK_RECEIVE_FROM
                || function == WskFunction.WSK_BIND
                || function == WskFunction.WSK_ACCEPT
                || function == WskFunction.WSK_CONNECT
                || function == WskFunction.WSK_CONNECT_EX;
    }

    /** As driver code writes them: {@code WSK_FLAG_WAITALL | 0x10}; {@code 0} for none. */
    public static String text(WskFunction function, int bits) {
        return join(function, bits, PREFIX, " | ", "0");
    }

    /** As trace notation writes them: {@code WAITALL|0x10}; empty for none. */
    public static String shortText(WskFunction function, int bits) {
        return join(function, bits, "", "|", "");
    }

    private static String join(WskFunction function, int bits, String prefix, String between, String none) {
        StringBuilder text = new StringBuilder();
        int rest = bits;
        for (Name name : names(function)) {
            if ((bits & name.bit) != 0) {
                text.append(text.isEmpty() ? "" : between)
                        .append(name.text.startsWith("NI_") ? "" : prefix)
                        .append(name.text);
                rest &= ~name.bit;
            }
        }
        if (rest != 0) {
            text.append(text.isEmpty() ? "" : between)
                    .append("0x")
                    .append(Integer.toHexString(rest).toUpperCase(java.util.Locale.ROOT));
        }
        return text.isEmpty() ? none : text.toString();
    }

    private static List<Name> names(WskFunction function) {
        return switch (function) {
            case WSK_SEND ->
                List.of(new Name(SendFlags.WSK_FLAG_OOB, "OOB"), new Name(SendFlags.WSK_FLAG_NODELAY, "NODELAY"));
            case WSK_RECEIVE ->
                List.of(
                        new Name(ReceiveFlags.WSK_FLAG_WAITALL, "WAITALL"),
                        new Name(ReceiveFlags.WSK_FLAG_DRAIN, "DRAIN"));
            case WSK_DISCONNECT -> List.of(new Name(DisconnectFlags.WSK_FLAG_ABORTIVE, "ABORTIVE"));
            case WSK_GET_NAME_INFO ->
                List.of(
                        new Name(NameInfo.NI_NOFQDN, "NI_NOFQDN"),
                        new Name(NameInfo.NI_DGRAM, "NI_DGRAM"),
                        new Name(NameInfo.NI_NUMERICHOST, "NI_NUMERICHOST"),
                        new Name(NameInfo.NI_NAMEREQD, "NI_NAMEREQD"),
                        new Name(NameInfo.NI_NUMERICSERV, "NI_NUMERICSERV"));
            default -> List.of();
        };
    }
}

package org.wskscope.engine.wsk;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** The callbacks a client can give WSK (section 3.1). {@code ordinal()} is stored in trace records: append only. */
public enum WskCallback {
    ACCEPT('A', "WskAcceptEvent", WskEvent.WSK_EVENT_ACCEPT),
    INSPECT('I', "WskInspectEvent", null),
    ABORT('X', "WskAbortEvent", null),
    RECEIVE('R', "WskReceiveEvent", WskEvent.WSK_EVENT_RECEIVE),
    RECEIVE_FROM('F', "WskReceiveFromEvent", WskEvent.WSK_EVENT_RECEIVE_FROM),
    DISCONNECT('D', "WskDisconnectEvent", WskEvent.WSK_EVENT_DISCONNECT),
    SEND_BACKLOG('B', "WskSendBacklogEvent", WskEvent.WSK_EVENT_SEND_BACKLOG),
    CLIENT('K', "WskClientEvent", null),
    /** A callback of an extension interface (EVT-GEN-14); which of its events is in the record's amount. */
    EXTENSION('E', "extension callback", null);

    private static final List<FlagName> FLAGS = List.of(
            new FlagName("ABORTIVE", DisconnectEventFlags.WSK_FLAG_ABORTIVE, Set.of(DISCONNECT)),
            new FlagName("RELEASE_ASAP", ReceiveEventFlags.WSK_FLAG_RELEASE_ASAP, Set.of(RECEIVE)),
            new FlagName("ENTIRE_MESSAGE", ReceiveEventFlags.WSK_FLAG_ENTIRE_MESSAGE, Set.of(RECEIVE)),
            new FlagName("MSG_TRUNC", ReceiveFromEventFlags.MSG_TRUNC, Set.of(RECEIVE_FROM)),
            new FlagName("MSG_CTRUNC", ReceiveFromEventFlags.MSG_CTRUNC, Set.of(RECEIVE_FROM)),
            new FlagName("MSG_BCAST", ReceiveFromEventFlags.MSG_BCAST, Set.of(RECEIVE_FROM)),
            new FlagName("MSG_MCAST", ReceiveFromEventFlags.MSG_MCAST, Set.of(RECEIVE_FROM)),
            new FlagName(
                    "AT_DISPATCH_LEVEL",
                    ReceiveEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL,
                    Set.of(ACCEPT, RECEIVE_FROM, RECEIVE, DISCONNECT)));

    private final char letter;
    private final String functionName;
    private final @Nullable WskEvent event;

    WskCallback(char letter, String functionName, @Nullable WskEvent event) {
        this.letter = letter;
        this.functionName = functionName;
        this.event = event;
    }

    /** The letter that stands for it wherever colour alone would not do. */
    public char letter() {
        return letter;
    }

    /** The callback's name in C, for example {@code WskReceiveEvent}. */
    public String functionName() {
        return functionName;
    }

    /** The mask bit that turns it on and off; null for callbacks no mask governs. */
    public @Nullable WskEvent event() {
        return event;
    }

    /** The names of the {@code Flags} this callback can be given (section 3.1), for example {@code ENTIRE_MESSAGE|AT_DISPATCH_LEVEL}; {@code 0} for none. */
    public String flagNames(int flags) {
        StringJoiner names = new StringJoiner("|");
        int rest = flags;
        for (FlagName each : FLAGS) {
            if (each.callbacks.contains(this) && (rest & each.bit) != 0) {
                names.add(each.name);
                rest &= ~each.bit;
            }
        }
        if (rest != 0) {
            names.add(String.format(Locale.ROOT, "0x%X", rest));
        }
        return names.length() == 0 ? "0" : names.toString();
    }

    /** The callback that {@code event} turns on and off. */
    public static WskCallback of(WskEvent event) {
        for (WskCallback callback : values()) {
            if (callback.event == event) {
                return callback;
            }
        }
        throw new IllegalArgumentException("no callback for " + event);
    }

    private record FlagName(String name, int bit, Set<WskCallback> callbacks) {}
}

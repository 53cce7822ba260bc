package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/** The eight callbacks a client can give WSK (section 3.1). {@code ordinal()} is stored in trace records: append only. */
public enum WskCallback {
    ACCEPT('A', "WskAcceptEvent", WskEvent.WSK_EVENT_ACCEPT),
    INSPECT('I', "WskInspectEvent", null),
    ABORT('X', "WskAbortEvent", null),
    RECEIVE('R', "WskReceiveEvent", WskEvent.WSK_EVENT_RECEIVE),
    RECEIVE_FROM('F', "WskReceiveFromEvent", WskEvent.WSK_EVENT_RECEIVE_FROM),
    DISCONNECT('D', "WskDisconnectEvent", WskEvent.WSK_EVENT_DISCONNECT),
    SEND_BACKLOG('B', "WskSendBacklogEvent", WskEvent.WSK_EVENT_SEND_BACKLOG),
    CLIENT('K', "WskClientEvent", null);

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

    /** The callback that {@code event} turns on and off. */
    public static WskCallback of(WskEvent event) {
        for (WskCallback callback : values()) {
            if (callback.event == event) {
                return callback;
            }
        }
        throw new IllegalArgumentException("no callback for " + event);
    }
}

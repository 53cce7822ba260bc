package org.wskscope.engine.wsk;

/** The bits of an event mask, spelled as in {@code wsk.h} (section 1.5). Inspect, abort and client events have no bit. */
public enum WskEvent {
    WSK_EVENT_SEND_BACKLOG(0x00000010),
    WSK_EVENT_RECEIVE(0x00000040),
    WSK_EVENT_DISCONNECT(0x00000080),
    WSK_EVENT_RECEIVE_FROM(0x00000100),
    WSK_EVENT_ACCEPT(0x00000200);

    /** {@code WSK_EVENT_DISABLE}: turns an enabling mask into the request to disable its one event. */
    public static final int WSK_EVENT_DISABLE = 0x80000000;

    private final int bit;

    WskEvent(int bit) {
        this.bit = bit;
    }

    public int bit() {
        return bit;
    }

    /** The name without {@code WSK_EVENT_}. */
    public String shortName() {
        return name().substring("WSK_EVENT_".length());
    }
}

package org.wskscope.engine.wsk;

/**
 * The {@code Flags} of {@code WskReceiveFromEvent}; they describe every datagram of the list (EVT-RFR-03).
 *
 * @param bits the flags as WSK passes them
 */
public record ReceiveFromEventFlags(int bits) {
    public static final int WSK_FLAG_AT_DISPATCH_LEVEL = 0x8;
    public static final int MSG_TRUNC = 0x0100;
    public static final int MSG_CTRUNC = 0x0200;
    public static final int MSG_BCAST = 0x0400;
    public static final int MSG_MCAST = 0x0800;
}

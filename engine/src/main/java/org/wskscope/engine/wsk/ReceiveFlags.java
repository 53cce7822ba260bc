package org.wskscope.engine.wsk;

/**
 * The {@code Flags} of {@code WskReceive}. WAITALL and DRAIN exclude each other (API-RCV-05).
 *
 * @param bits the flags as the client passes them
 */
public record ReceiveFlags(int bits) {
    public static final int WSK_FLAG_WAITALL = 0x2;
    public static final int WSK_FLAG_DRAIN = 0x4;
    public static final ReceiveFlags NONE = new ReceiveFlags(0);
    public static final ReceiveFlags WAITALL = new ReceiveFlags(WSK_FLAG_WAITALL);
    public static final ReceiveFlags DRAIN = new ReceiveFlags(WSK_FLAG_DRAIN);
}

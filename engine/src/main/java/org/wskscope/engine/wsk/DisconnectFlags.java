package org.wskscope.engine.wsk;

/**
 * The {@code Flags} of {@code WskDisconnect}.
 *
 * @param bits the flags as the client passes them
 */
public record DisconnectFlags(int bits) {
    public static final int WSK_FLAG_ABORTIVE = 0x1;
    public static final DisconnectFlags GRACEFUL = new DisconnectFlags(0);
    public static final DisconnectFlags ABORTIVE = new DisconnectFlags(WSK_FLAG_ABORTIVE);
}

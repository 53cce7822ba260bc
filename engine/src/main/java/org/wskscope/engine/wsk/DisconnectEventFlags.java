package org.wskscope.engine.wsk;

/**
 * The {@code Flags} of {@code WskDisconnectEvent}: abortive or graceful, and the level.
 *
 * @param bits the flags as WSK passes them
 */
public record DisconnectEventFlags(int bits) {
    public static final int WSK_FLAG_ABORTIVE = 0x1;
    public static final int WSK_FLAG_AT_DISPATCH_LEVEL = 0x8;

    public boolean abortive() {
        return (bits & WSK_FLAG_ABORTIVE) != 0;
    }
}

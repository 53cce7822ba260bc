package org.wskscope.engine.wsk;

/**
 * The {@code Flags} of {@code WskReceiveEvent}: RELEASE_ASAP, ENTIRE_MESSAGE, AT_DISPATCH_LEVEL.
 *
 * @param bits the flags as WSK passes them
 */
public record ReceiveEventFlags(int bits) {
    public static final int WSK_FLAG_RELEASE_ASAP = 0x2;
    public static final int WSK_FLAG_ENTIRE_MESSAGE = 0x4;
    public static final int WSK_FLAG_AT_DISPATCH_LEVEL = 0x8;

    private static final ReceiveEventFlags[] ALL = all();

    /** The shared value for these bits; allocates nothing. */
    public static ReceiveEventFlags of(int bits) {
        return ALL[bits & 0xF];
    }

    public boolean releaseAsap() {
        return (bits & WSK_FLAG_RELEASE_ASAP) != 0;
    }

    public boolean entireMessage() {
        return (bits & WSK_FLAG_ENTIRE_MESSAGE) != 0;
    }

    public boolean atDispatchLevel() {
        return (bits & WSK_FLAG_AT_DISPATCH_LEVEL) != 0;
    }

    private static ReceiveEventFlags[] all() {
        ReceiveEventFlags[] all = new ReceiveEventFlags[16];
        for (int bits = 0; bits < all.length; bits++) {
            all[bits] = new ReceiveEventFlags(bits);
        }
        return all;
    }
}

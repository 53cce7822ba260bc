package org.wskscope.engine.wsk;

/**
 * The {@code Flags} of {@code WskAcceptEvent}: only the level.
 *
 * @param bits the flags as WSK passes them
 */
public record AcceptEventFlags(int bits) {
    public static final int WSK_FLAG_AT_DISPATCH_LEVEL = 0x8;
}

package org.wskscope.engine.wsk;

/**
 * The {@code Flags} of {@code WskSend}.
 *
 * @param bits the flags as the client passes them
 */
public record SendFlags(int bits) {
    public static final int WSK_FLAG_OOB = 0x1;
    public static final int WSK_FLAG_NODELAY = 0x2;
    public static final SendFlags NONE = new SendFlags(0);
}

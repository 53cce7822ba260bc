package org.wskscope.engine.wsk;

/** WSK version numbers: major in the high byte, minor in the low. */
public final class WskVersion {
    /** Version 1.0. */
    public static final int WSK_VERSION_1_0 = MAKE_WSK_VERSION(1, 0);

    private WskVersion() {}

    /** The macro of the same name. */
    @SuppressWarnings("checkstyle:MethodName")
    public static int MAKE_WSK_VERSION(int major, int minor) {
        return (major << 8) | (minor & 0xFF);
    }
}

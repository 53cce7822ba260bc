package org.wskscope.engine.wsk;

/** The five WSK socket categories, chosen by the flags of {@code WskSocket} (section 1.2). */
public enum SocketCategory {
    BASIC(0, 'B'),
    LISTEN(1, 'L'),
    CONNECTION(2, 'C'),
    DATAGRAM(4, 'D'),
    STREAM(8, 'S');

    private final int flag;
    private final char letter;

    SocketCategory(int flag, char letter) {
        this.flag = flag;
        this.letter = letter;
    }

    /** The value of {@code WSK_FLAG_…_SOCKET}. */
    public int flag() {
        return flag;
    }

    /** The letter that starts a socket's name in every view: L1, C1, D1. */
    public char letter() {
        return letter;
    }

    /** The C name of the flag, for example {@code WSK_FLAG_LISTEN_SOCKET}. */
    public String flagName() {
        return "WSK_FLAG_" + name() + "_SOCKET";
    }
}

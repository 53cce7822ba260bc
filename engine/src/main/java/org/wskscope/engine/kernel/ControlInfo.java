package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.ReceiveFromEventFlags;
import org.wskscope.engine.wsk.ReceivedFrom;

/** Writes control information of datagrams into the room that {@code WskReceiveFrom} was given (API-RCV-07). */
final class ControlInfo {
    private ControlInfo() {}

    /**
     * @param room the client's buffer, or null where it wants no control information
     * @param bits the flags so far
     */
    static ReceivedFrom received(@Nullable ByteBuffer room, Datagram datagram, int bits) {
        ByteBuffer control = room == null ? null : datagram.control();
        if (control == null || room == null) {
            return new ReceivedFrom(datagram.sender(), new ReceiveFromEventFlags(bits), 0);
        }
        int fits = Math.min(control.remaining(), room.remaining());
        room.put(room.position(), control, 0, fits);
        int all = fits < control.remaining() ? bits | ReceiveFromEventFlags.MSG_CTRUNC : bits;
        return new ReceivedFrom(datagram.sender(), new ReceiveFromEventFlags(all), fits);
    }
}

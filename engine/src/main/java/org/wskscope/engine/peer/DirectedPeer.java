package org.wskscope.engine.peer;

import java.nio.ByteBuffer;

/** A peer with one connection that does with it only what somebody tells it to. Any thread; nothing blocks. */
public interface DirectedPeer extends Peer {
    /** Sends {@code bytes} after what it was told before. False when it is not connected or too much is on its way. */
    boolean send(ByteBuffer bytes);

    /** Finishes its direction in order (FIN) and goes on reading. False when it is not connected. */
    boolean sendFin();

    /** Resets the connection (RST) and ends. False when it is not connected. */
    boolean sendReset();
}

package org.wskscope.engine.transport;

import java.nio.ByteBuffer;

/** Is told what a stream does. All methods run on the channel's processor, one at a time. */
public interface StreamListener {
    /** Bytes arrived; {@code bytes} is valid during this call only. A read loop may report several runs before {@link #readComplete}. */
    void bytesArrived(StreamChannel channel, ByteBuffer bytes);

    /** The read loop took all there was for now (C-11: the mark of a message's end). */
    void readComplete(StreamChannel channel, boolean drained);

    /** The peer finished its side in order (FIN, FID-7). */
    void inputFinished(StreamChannel channel);

    /** The connection is gone by a reset (RST). Nothing follows. */
    void connectionReset(StreamChannel channel);

    /** The stack now thinks {@code bytes} worth keeping outstanding on this stream (FID-4). Only transports that know tell it. */
    default void idealSendBacklogChanged(StreamChannel channel, long bytes) {}
}

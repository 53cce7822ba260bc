package org.wskscope.engine.transport.netty;

import java.nio.ByteBuffer;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;

/** Listens and keeps nothing. */
final class SilentStream implements StreamListener {
    @Override
    public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {}

    @Override
    public void readComplete(StreamChannel channel, boolean drained) {}

    @Override
    public void inputFinished(StreamChannel channel) {}

    @Override
    public void connectionReset(StreamChannel channel) {}
}

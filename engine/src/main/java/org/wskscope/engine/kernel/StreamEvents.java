package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;

/** What the transport tells a connection. On the socket's processor, without its lock. */
final class StreamEvents implements StreamListener {
    private final ConnectionSocketCore core;

    StreamEvents(ConnectionSocketCore core) {
        this.core = core;
    }

    @Override
    public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
        StreamChannel full;
        synchronized (core.lock) {
            if (!core.disconnecting.takesInput() || !bytes.hasRemaining()) {
                return;
            }
            core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
            core.receiver.arrived(bytes);
            full = core.input.stopReadingIfFull();
        }
        if (full != null) {
            full.setReading(false);
        }
    }

    @Override
    public void readComplete(StreamChannel channel, boolean drained) {
        core.receiver.readCompleted(drained);
        core.pump.run();
    }

    @Override
    public void inputFinished(StreamChannel channel) {
        synchronized (core.lock) {
            if (!core.disconnecting.takesInput()) {
                return;
            }
            core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
            core.disconnecting.inputFinished();
        }
        core.pump.run();
    }

    @Override
    public void connectionReset(StreamChannel channel) {
        @Nullable Request done;
        @Nullable Runnable then;
        synchronized (core.lock) {
            if (!core.disconnecting.isBreakable()) {
                return;
            }
            core.kernel.stamp(core.stamp, RecordHead.NO_CAUSE);
            core.disconnecting.connectionReset();
            done = core.takeDone();
            then = core.takeAction();
        }
        core.settle(done, then);
        core.pump.run();
    }

    @Override
    public void idealSendBacklogChanged(StreamChannel channel, long bytes) {
        core.setIdealSendBacklog(bytes);
    }
}

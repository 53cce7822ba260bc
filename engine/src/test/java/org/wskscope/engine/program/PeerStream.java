package org.wskscope.engine.program;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportCompletion;

/** A peer's end of one connection: sends a pattern, keeps what it got. Used on the run's thread. */
final class PeerStream implements StreamListener {
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private @Nullable StreamChannel channel;
    private long sentBytes;
    private boolean finished;
    private boolean reading = true;
    private boolean sawFin;
    private boolean sawReset;

    void begin(StreamChannel connected) {
        channel = connected;
        connected.setReading(true);
    }

    StreamChannel channel() {
        StreamChannel connected = channel;
        if (connected == null) {
            throw new IllegalStateException("not connected");
        }
        return connected;
    }

    void send(int bytes) {
        if (!finished && !sawReset) {
            int salt = Pattern.salt(channel().localAddress(), channel().remoteAddress());
            channel().write(ByteBuffer.wrap(Pattern.stream(salt, sentBytes, bytes)), TransportCompletion.NONE);
            sentBytes += bytes;
        }
    }

    void finish() {
        if (!finished) {
            finished = true;
            channel().finish(TransportCompletion.NONE);
        }
    }

    void reset() {
        sawReset = true;
        channel().reset(TransportCompletion.NONE);
    }

    void read(boolean on) {
        reading = on;
        channel().setReading(on);
    }

    boolean isReading() {
        return reading;
    }

    boolean sawFin() {
        return sawFin;
    }

    /** Reset by either side. */
    boolean isReset() {
        return sawReset;
    }

    byte[] received() {
        return received.toByteArray();
    }

    @Override
    public void bytesArrived(StreamChannel from, ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        received.writeBytes(copy);
    }

    @Override
    public void readComplete(StreamChannel from, boolean drained) {}

    @Override
    public void inputFinished(StreamChannel from) {
        sawFin = true;
    }

    @Override
    public void connectionReset(StreamChannel from) {
        sawReset = true;
    }
}

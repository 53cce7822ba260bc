package org.wskscope.engine.transport;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** Remembers what a stream told, in order: runs of bytes, and the words {@code complete}, {@code fin}, {@code reset}. */
class StreamProbe implements StreamListener {
    static final String FIN = "fin";
    static final String RESET = "reset";

    final BlockingQueue<byte[]> runs = new LinkedBlockingQueue<>();
    final BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    final BlockingQueue<Boolean> readLoops = new LinkedBlockingQueue<>();
    final BlockingQueue<Integer> processors = new LinkedBlockingQueue<>();
    private final Transport transport;

    StreamProbe(Transport transport) {
        this.transport = transport;
    }

    @Override
    public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
        byte[] run = new byte[bytes.remaining()];
        bytes.get(run);
        processors.add(transport.currentProcessor());
        runs.add(run);
    }

    @Override
    public void readComplete(StreamChannel channel, boolean drained) {
        readLoops.add(drained);
    }

    @Override
    public void inputFinished(StreamChannel channel) {
        ends.add(FIN);
    }

    @Override
    public void connectionReset(StreamChannel channel) {
        ends.add(RESET);
    }

    /** What arrived so far and was not taken yet. */
    byte[] taken() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] run;
        while ((run = runs.poll()) != null) {
            all.writeBytes(run);
        }
        return all.toByteArray();
    }
}

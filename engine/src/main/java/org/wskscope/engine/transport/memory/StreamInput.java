package org.wskscope.engine.transport.memory;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.transport.StreamListener;

/** The receiving side of a stream: reports what arrived in read loops on the stream's processor, and opens the window again. Owned by its stream. */
final class StreamInput extends Item {
    private static final Logger LOG = LoggerFactory.getLogger(StreamInput.class);
    private static final int LARGEST_RUN_BYTES = 1 << 16;
    private static final int RUNS_PER_LOOP = 16;

    private final MemoryStream stream;
    private final long windowBytes;
    private @Nullable Pipe source;
    private boolean acknowledging;
    private boolean reading;
    private boolean scheduled;
    private boolean finArrived;
    private boolean finReported;
    private long advertised;

    StreamInput(MemoryStream stream, long windowBytes) {
        this.stream = stream;
        this.windowBytes = windowBytes;
    }

    long windowBytes() {
        return windowBytes;
    }

    /** The connection stands; this is what the peer writes to. */
    void open(StreamOutput peer) {
        source = peer.pipe();
        acknowledging = peer.wantsAcknowledgements();
    }

    boolean isReading() {
        return reading;
    }

    void setReading(boolean wanted) {
        reading = wanted;
        schedule();
    }

    /** Something arrived that nobody read. */
    boolean hasUnread() {
        Pipe from = source;
        return from != null && from.readable() > 0;
    }

    void segmentArrived(long length) {
        Pipe from = source;
        if (from != null) {
            from.arrive(length);
            if (acknowledging) {
                acknowledge(from);
            }
            schedule();
        }
    }

    void finArrived() {
        finArrived = true;
        Pipe from = source;
        if (from != null && acknowledging) {
            acknowledge(from);
        }
        schedule();
    }

    /** The connection is lost, what nobody read with it (EVT-DIS-09). */
    void discard() {
        Pipe from = source;
        if (from != null) {
            from.forgetUnread();
        }
        finArrived = false;
    }

    /** There may be something to report. */
    void schedule() {
        if (reading && !scheduled && (hasUnread() || finArrived && !finReported) && stream.isConnected()) {
            scheduled = true;
            stream.network.scheduler.ready(this, stream.processor);
        }
    }

    /** One read loop. */
    @Override
    void run() {
        scheduled = false;
        Pipe from = source;
        StreamListener listener = stream.listener();
        if (from == null || listener == null || !isOpen()) {
            return;
        }
        try {
            if (report(from, listener) && stream.isConnected()) {
                listener.readComplete(stream, from.readable() == 0);
            }
            if (isOpen() && finArrived && !finReported && from.readable() == 0) {
                finReported = true;
                listener.inputFinished(stream);
            }
        } catch (RuntimeException | Error failure) {
            LOG.error(
                    "The listener of {} -> {} failed; the connection is reset",
                    stream.local,
                    stream.remoteAddress(),
                    failure);
            stream.listenerFailed();
        }
        schedule();
    }

    private boolean isOpen() {
        return reading && stream.isConnected();
    }

    /** Reports runs of bytes; false when there was none. */
    private boolean report(Pipe from, StreamListener listener) {
        int runs = 0;
        while (runs < RUNS_PER_LOOP && isOpen() && from.readable() > 0) {
            runs++;
            int length = (int) Math.min(LARGEST_RUN_BYTES, from.readable());
            try {
                listener.bytesArrived(stream, from.lend(length));
            } finally {
                from.giveBack();
            }
        }
        if (runs > 0 && from.consumed() - advertised >= Math.max(1, windowBytes / 2)) {
            acknowledge(from);
        }
        return runs > 0;
    }

    private void acknowledge(Pipe from) {
        advertised = from.consumed();
        stream.send(Packet.Kind.ACK, advertised, from.arrived() + (finArrived ? 1 : 0));
    }
}

package org.wskscope.engine.transport.memory;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;

/** The sending side of a stream: cuts what was written into segments as the peer's window allows, and tells when writes are done. Owned by its stream. */
final class StreamOutput {
    private final MemoryStream stream;
    private final ChoiceStream segments;
    private final Pipe pipe = new Pipe();
    private final Wire.StreamShape shape;
    private final boolean untilAcknowledged;
    private final IdealBacklog ideal;
    private @Nullable NtStatus refusal = NtStatus.STATUS_INVALID_DEVICE_STATE;
    private long windowBytes;
    /** Less room is waited for more of, unless it is enough for everything: else a slow reader would be fed by the byte. */
    private long worthSendingBytes = 1;

    private long acknowledged;
    private long taken;

    private @Nullable Write first;
    private @Nullable Write last;
    private @Nullable Write free;

    private boolean finishing;
    private boolean finSent;
    private TransportCompletion finished = TransportCompletion.NONE;

    StreamOutput(MemoryStream stream, Wire wire) {
        segments = stream.network.stream(ChoicePoint.SEGMENT_SIZE, stream.endpoint);
        this.stream = stream;
        this.shape = wire.streams();
        this.untilAcknowledged = shape.sendCompletion() == WriteCompletion.ACKNOWLEDGED;
        this.ideal = new IdealBacklog(shape.idealBacklogBytes());
    }

    Pipe pipe() {
        return pipe;
    }

    /** Whether the peer's stack should say what it got. */
    boolean wantsAcknowledgements() {
        return untilAcknowledged || ideal.isReported();
    }

    /** The connection stands; the peer keeps {@code newWindowBytes} for a reader that does not read. */
    void open(long newWindowBytes) {
        windowBytes = newWindowBytes;
        worthSendingBytes = Math.max(1, Math.min(shape.maxSegmentBytes(), newWindowBytes / 2));
        refusal = null;
    }

    /** Every write from now on ends with {@code status}. */
    void refuse(NtStatus status) {
        refusal = status;
    }

    void write(ByteBuffer bytes, TransportCompletion written) {
        NtStatus refused = refusal;
        if (refused != null) {
            bytes.position(bytes.limit());
            stream.report(written, refused);
            return;
        }
        pipe.write(bytes);
        if (written != TransportCompletion.NONE) {
            append(written);
        }
        pump();
    }

    /** Sends a FIN after everything written. */
    void finish(TransportCompletion toNotify) {
        finishing = true;
        finished = toNotify;
        pump();
    }

    boolean isFinishing() {
        return finishing;
    }

    boolean isFinSent() {
        return finSent;
    }

    /** Everything written is done. */
    boolean isDrained() {
        return pipe.unsent() == 0 && first == null && (!finishing || finSent);
    }

    /** The peer's reader has taken {@code newTaken} bytes, its stack has got {@code newAcknowledged}; a FIN counts as one. */
    void acknowledged(long newTaken, long newAcknowledged) {
        taken = Math.max(taken, newTaken);
        long more = newAcknowledged - acknowledged;
        acknowledged = Math.max(acknowledged, newAcknowledged);
        if (more > 0 && ideal.acknowledged(more)) {
            stream.notifyIdealBacklog(ideal.bytes());
        }
        pump();
    }

    /** Ends every write that is not done, and the finish, with {@code status}; nothing more is sent. */
    void abandon(NtStatus status) {
        if (refusal == null) {
            refusal = status;
        }
        pipe.forgetUnsent();
        for (Write write = take(); write != null; write = take()) {
            report(write, status);
        }
        if (finishing) {
            notifyFinished(status);
        }
    }

    private void pump() {
        while (pipe.unsent() > 0) {
            long room = taken + windowBytes - pipe.sent();
            if (room < Math.min(pipe.unsent(), worthSendingBytes)) {
                if (ideal.stalled()) {
                    stream.notifyIdealBacklog(ideal.bytes());
                }
                break;
            }
            int size = segmentBytes(Math.min(room, pipe.unsent()));
            pipe.send(size);
            stream.send(Packet.Kind.SEGMENT, size, 0);
        }
        long done = untilAcknowledged ? acknowledged : pipe.sent();
        while (first != null && first.end <= done) {
            Write write = take();
            if (write != null) {
                report(write, NtStatus.STATUS_SUCCESS);
            }
        }
        pumpFin();
    }

    private void pumpFin() {
        if (finishing && !finSent && pipe.unsent() == 0) {
            finSent = true;
            stream.send(Packet.Kind.FIN, 0, 0);
        }
        if (finSent && (!untilAcknowledged || acknowledged > pipe.sent())) {
            notifyFinished(NtStatus.STATUS_SUCCESS);
        }
    }

    private void notifyFinished(NtStatus status) {
        TransportCompletion toNotify = finished;
        finished = TransportCompletion.NONE;
        stream.report(toNotify, status);
    }

    private int segmentBytes(long available) {
        int largest = (int) Math.min(shape.maxSegmentBytes(), available);
        int smallest = Math.min(shape.minSegmentBytes(), largest);
        return largest - segments.choose(largest - smallest + 1);
    }

    private void append(TransportCompletion written) {
        Write write = free;
        if (write == null) {
            write = new Write();
        } else {
            free = write.next;
        }
        write.end = pipe.written();
        write.toNotify = written;
        write.next = null;
        if (last == null) {
            first = write;
        } else {
            last.next = write;
        }
        last = write;
    }

    private @Nullable Write take() {
        Write write = first;
        if (write != null) {
            first = write.next;
            if (first == null) {
                last = null;
            }
        }
        return write;
    }

    private void report(Write write, NtStatus status) {
        TransportCompletion toNotify = write.toNotify;
        write.toNotify = TransportCompletion.NONE;
        write.next = free;
        free = write;
        stream.report(toNotify, status);
    }

    /** A write somebody waits for: done when everything before {@code end} is. */
    private static final class Write {
        private long end;
        private TransportCompletion toNotify = TransportCompletion.NONE;
        private @Nullable Write next;
    }
}

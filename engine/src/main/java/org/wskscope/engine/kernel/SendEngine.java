package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The sending side of a connection: sends and the graceful disconnect go to the transport in the order of their calls, outside the socket's lock, by one
 * thread at a time. WSK buffers nothing: what waits here is owned by the client's IRPs. Guarded by the socket's lock except {@link #flush}.
 */
final class SendEngine {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ConnectionSocketCore core;
    private final ArrayDeque<Request> outstanding = new ArrayDeque<>(4);
    private final ArrayDeque<Request> unwritten = new ArrayDeque<>(4);
    private final Runnable flush = this::flush;
    private boolean writing;
    private boolean disconnecting;
    private @Nullable Request beingWritten;
    private boolean cancelWritten;
    private @Nullable ByteBuffer lastSource;
    private ByteBuffer lastView = NOTHING;

    SendEngine(ConnectionSocketCore core) {
        this.core = core;
    }

    /** Takes a send or a graceful disconnect; it completes when the transport has everything (API-SND-01, API-DSC-01). */
    NtStatus submit(Request request) {
        disconnecting |= request.function == WskFunction.WSK_DISCONNECT;
        add(request);
        return core.pend(request, request.buffer.length());
    }

    /** The bytes of a {@code WskConnectEx} that has just connected: nothing else can have been submitted, so they go first. It pends already. */
    void sendFirst(Request connect) {
        add(connect);
    }

    private void add(Request request) {
        outstanding.add(request);
        unwritten.add(request);
        core.after(flush);
    }

    /** A graceful disconnect has not reached the transport's end yet (API-DSC-04). */
    boolean isDisconnecting() {
        return disconnecting;
    }

    /** The transport answered. */
    void ended(Request request, NtStatus status) {
        boolean reset = status.equals(NtStatus.STATUS_CONNECTION_RESET) && outstanding.contains(request);
        if (reset && core.disconnecting.isBreakable()) {
            // A write may hear of the RST before the input does; it came before what it ended all the same.
            core.disconnecting.connectionReset();
            core.pump.request();
            return;
        }
        if (!remove(request)) {
            return;
        }
        boolean success = status.isSuccess();
        if (request.function == WskFunction.WSK_DISCONNECT) {
            disconnecting = false;
        } else if (success) {
            core.stamp.causedBy(core.trace.bytesSent(core.stamp, core.id, request.buffer.length(), request.number));
        }
        core.complete(request, status, success ? request.buffer.length() : 0);
    }

    /** Cancels one request: at once, unless its bytes are being read this moment; then right after. */
    boolean abandon(Request request) {
        if (beingWritten == request) {
            cancelWritten = true;
            return false;
        }
        if (!remove(request)) {
            return false;
        }
        unwritten.remove(request);
        request.detach();
        return true;
    }

    /** Ends everything pending: the connection or the socket is gone. */
    void completeAll(NtStatus status) {
        unwritten.clear();
        disconnecting = false;
        for (Request request = outstanding.poll(); request != null; request = outstanding.poll()) {
            request.detach();
            core.complete(request, status, 0);
        }
        beingWritten = null;
    }

    private boolean remove(Request request) {
        if (outstanding.peek() == request) {
            outstanding.poll();
            return true;
        }
        return outstanding.remove(request);
    }

    /** Hands waiting requests to the transport. Any thread, without the lock; who comes while another writes leaves the work to that one. */
    private void flush() {
        boolean entering = true;
        while (true) {
            Request next;
            Request done;
            Runnable then;
            synchronized (core.lock) {
                if (entering && writing) {
                    return;
                }
                finishCancel();
                next = unwritten.poll();
                beingWritten = next;
                writing = next != null;
                done = core.takeDone();
                then = core.takeAction();
            }
            core.settle(done, then);
            if (next == null) {
                return;
            }
            entering = false;
            write(next, core.openedChannel());
        }
    }

    private void finishCancel() {
        Request written = beingWritten;
        beingWritten = null;
        if (cancelWritten && written != null && remove(written)) {
            core.kernel.stamp(core.stamp, written.called);
            written.detach();
            core.complete(written, NtStatus.STATUS_CANCELLED, 0);
        }
        cancelWritten = false;
    }

    private void write(Request request, StreamChannel channel) {
        boolean disconnect = request.function == WskFunction.WSK_DISCONNECT;
        if (!disconnect || request.buffer.length() > 0) {
            writeBytes(request.buffer, channel, disconnect ? TransportCompletion.NONE : request);
        }
        if (disconnect) {
            channel.finish(request);
        }
    }

    private void writeBytes(WskBuf buffer, StreamChannel channel, TransportCompletion written) {
        long left = buffer.length();
        if (left == 0) {
            channel.write(NOTHING.duplicate(), written);
            return;
        }
        int skip = buffer.offset();
        for (Mdl mdl = buffer.mdl(); mdl != null && left > 0; mdl = mdl.next()) {
            int count = (int) Math.min(left, mdl.bytes().remaining() - skip);
            channel.write(view(mdl.bytes(), skip, count), count == left ? written : TransportCompletion.NONE);
            left -= count;
            skip = 0;
        }
    }

    /** A window on the client's buffer. The same buffer sent again gets the same window object, so that an echo allocates nothing. */
    @SuppressWarnings("ReferenceEquality") // equal content is not the same memory
    private ByteBuffer view(ByteBuffer source, int skip, int count) {
        if (lastSource != source) {
            lastSource = source;
            lastView = source.duplicate();
        }
        int start = source.position() + skip;
        lastView.limit(lastView.capacity());
        lastView.position(start);
        lastView.limit(start + count);
        return lastView;
    }
}

package org.wskscope.engine.kernel;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/**
 * The sending side of a connection: sends and the graceful disconnect go to the transport in the order of their calls, outside the socket's lock, by one
 * thread at a time. WSK buffers nothing: what waits here is owned by the client's IRPs, and the transport is given no more than it may hold, so that a cancelled request
 * takes back what has not been handed over (C-44). Guarded by the socket's lock except {@link #flush}.
 */
final class SendEngine {
    /** What the transport holds of a connection at most; more waits here. Bytes. */
    static final long AT_TRANSPORT_BYTES = 256 * 1024;

    /** Less room is not worth a piece of its own. Bytes. */
    private static final long SMALLEST_PIECE_BYTES = 64 * 1024;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final ConnectionSocketCore core;
    private final ArrayDeque<Request> outstanding = new ArrayDeque<>(4);
    private final ArrayDeque<Request> unwritten = new ArrayDeque<>(4);
    private final ArrayDeque<SendPiece> atTransport = new ArrayDeque<>(4);
    private final ArrayDeque<SendPiece> spare = new ArrayDeque<>(4);
    private final Runnable flush = this::flush;
    private final InlineSends inline;
    private long bytesAtTransport;

    @GuardedBy("core.lock")
    private boolean writing;

    private boolean disconnecting;
    private @Nullable Request beingWritten;
    private boolean cancelWritten;
    private @Nullable ByteBuffer lastSource;
    private ByteBuffer lastView = NOTHING;

    SendEngine(ConnectionSocketCore core) {
        this.core = core;
        this.inline = new InlineSends(core);
    }

    /** Takes a send or a graceful disconnect; it completes when the transport has everything (API-SND-01, API-DSC-01). */
    NtStatus submit(Request request) {
        if (!isDisconnect(request) && inline.isNow(bytesAtTransport, request.buffer.length(), unwritten.isEmpty())) {
            return takeAtOnce(request);
        }
        disconnecting |= isDisconnect(request);
        add(request);
        return core.pend(request, request.buffer.length());
    }

    /** The bytes leave the client's memory now, as they do where a stack has room for them; the request is over before its function returns (C-45, API-IRP-03). */
    private NtStatus takeAtOnce(Request request) {
        unwritten.add(Request.ofBytes(WskFunction.WSK_SEND, BufferChain.copyOf(request.buffer)));
        core.after(flush);
        request.information = request.buffer.length();
        core.trace.bytesSent(core.stamp, core.id, request.buffer.length(), request.number);
        return NtStatus.STATUS_SUCCESS;
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

    /** A send or disconnect of the client is pending. */
    boolean isBusy() {
        return !outstanding.isEmpty();
    }

    /** The transport has a piece, or failed. On the socket's processor, without the lock. */
    void pieceEnded(SendPiece piece, NtStatus status) {
        Request done;
        Runnable then;
        synchronized (core.lock) {
            Request request = piece.request;
            boolean isLast = piece.isLast;
            core.kernel.stamp(core.stamp, request == null ? RecordHead.NO_CAUSE : request.called);
            takeBack(piece);
            if (request != null && (isLast || !status.isSuccess())) {
                ended(request, status);
            }
            if (!unwritten.isEmpty()) {
                core.after(flush);
            }
            done = core.takeDone();
            then = core.takeAction();
        }
        core.settle(done, then);
    }

    private void takeBack(SendPiece piece) {
        bytesAtTransport -= piece.length;
        if (atTransport.peek() == piece) {
            atTransport.poll();
        } else {
            atTransport.remove(piece);
        }
        piece.request = null;
        spare.push(piece);
    }

    private void ended(Request request, NtStatus status) {
        if (status.equals(NtStatus.STATUS_CONNECTION_RESET) && core.disconnecting.isBreakable()) {
            // A write may hear of the RST before the input does; it came before what it ended all the same.
            core.disconnecting.connectionReset();
            core.pump.request();
            return;
        }
        if (request.irp == null) {
            // Its client was told long ago.
            return;
        }
        boolean success = status.isSuccess();
        if (!success) {
            forget(request);
        } else if (outstanding.peek() == request) {
            // The last piece is the last to be told of: nothing else of it is anywhere.
            outstanding.poll();
        } else {
            outstanding.remove(request);
        }
        if (isDisconnect(request)) {
            disconnecting = false;
        } else if (success) {
            core.stamp.causedBy(core.trace.bytesSent(core.stamp, core.id, request.buffer.length(), request.number));
        }
        core.complete(request, status, success ? request.buffer.length() : 0);
    }

    /**
     * Cancels one request: what was not handed to the transport is taken back, a graceful disconnect as a whole; Information counts the bytes that were (C-44). False when
     * the FIN is on its way already, and while bytes are being read this moment: then right after.
     */
    boolean abandon(Request request) {
        if (beingWritten == request) {
            cancelWritten = true;
            return false;
        }
        if (!outstanding.contains(request) || isDisconnect(request) && !unwritten.contains(request)) {
            return false;
        }
        withdraw(request);
        return true;
    }

    private void withdraw(Request request) {
        forget(request);
        if (isDisconnect(request)) {
            disconnecting = false;
            core.disconnecting.takenBack();
        }
        core.after(flush);
    }

    /** Ends everything pending: the connection or the socket is gone. */
    void completeAll(NtStatus status) {
        unwritten.clear();
        disconnecting = false;
        atTransport.forEach(piece -> piece.request = null);
        for (Request request = outstanding.poll(); request != null; request = outstanding.poll()) {
            core.complete(request, status, 0);
        }
        beingWritten = null;
    }

    private void forget(Request request) {
        outstanding.remove(request);
        unwritten.remove(request);
        for (SendPiece piece : atTransport) {
            if (piece.request == request) {
                piece.request = null;
            }
        }
    }

    /** Hands waiting requests to the transport. Any thread, without the lock; who comes while another writes leaves the work to that one. */
    private void flush() {
        boolean entering = true;
        while (true) {
            SendPiece piece;
            WskBuf buffer = WskBuf.EMPTY;
            long from = 0;
            Request done;
            Runnable then;
            synchronized (core.lock) {
                if (entering && writing) {
                    return;
                }
                finishCancel();
                piece = nextPiece();
                writing = piece != null;
                if (piece != null && piece.request != null) {
                    // Once the lock is open the request may end and carry another call.
                    beingWritten = piece.request;
                    buffer = piece.request.buffer;
                    from = piece.request.transferred - piece.length;
                }
                done = core.takeDone();
                then = core.takeAction();
            }
            core.settle(done, then);
            if (piece == null) {
                return;
            }
            entering = false;
            if (piece.isFin) {
                core.openedChannel().finish(piece);
            } else {
                writeBytes(buffer, from, piece, core.openedChannel());
            }
        }
    }

    private void finishCancel() {
        Request written = beingWritten;
        beingWritten = null;
        if (cancelWritten && written != null && outstanding.contains(written)) {
            core.kernel.stamp(core.stamp, written.called);
            withdraw(written);
            core.complete(written, NtStatus.STATUS_CANCELLED, written.transferred);
        }
        cancelWritten = false;
    }

    /** What the transport may have now of the oldest request that waits; null when nothing. A FIN goes when everything before it is out. */
    private @Nullable SendPiece nextPiece() {
        Request head = unwritten.peek();
        if (head == null) {
            return null;
        }
        long left = head.buffer.length() - head.transferred;
        boolean finishes = isDisconnect(head) && left == 0;
        long room = AT_TRANSPORT_BYTES - bytesAtTransport;
        if (finishes ? !atTransport.isEmpty() : room < Math.min(left, SMALLEST_PIECE_BYTES)) {
            return null;
        }
        SendPiece piece = spare.isEmpty() ? new SendPiece(this) : spare.pop();
        piece.request = head;
        piece.length = Math.min(left, room);
        piece.isFin = finishes;
        piece.isLast = finishes || !isDisconnect(head) && piece.length == left;
        head.transferred += piece.length;
        bytesAtTransport += piece.length;
        atTransport.add(piece);
        if (piece.isLast) {
            unwritten.poll();
        }
        return piece;
    }

    private static boolean isDisconnect(Request request) {
        return request.function == WskFunction.WSK_DISCONNECT;
    }

    private void writeBytes(WskBuf buffer, long from, SendPiece piece, StreamChannel channel) {
        long left = piece.length;
        if (left == 0) {
            channel.write(NOTHING.duplicate(), piece);
            return;
        }
        long skip = buffer.offset() + from;
        for (Mdl mdl = buffer.mdl(); mdl != null && left > 0; mdl = mdl.next()) {
            int here = mdl.bytes().remaining();
            if (skip >= here) {
                skip -= here;
                continue;
            }
            int count = (int) Math.min(left, here - skip);
            channel.write(view(mdl.bytes(), (int) skip, count), count == left ? piece : TransportCompletion.NONE);
            left -= count;
            skip = 0;
        }
        if (left > 0) {
            // The client took bytes away that it had lent (VIO-09 says so when the request completes): the piece ends
            // without them.
            channel.write(NOTHING.duplicate(), piece);
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

package org.wskscope.engine.kernel;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;

/**
 * The sending side of a datagram socket: datagrams go to the transport in the order of their calls, outside the socket's lock, by one thread at a time.
 * Guarded by the socket's lock except {@link #flush}.
 */
final class DatagramSender {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final DatagramSocketCore core;
    private final ArrayDeque<Request> outstanding = new ArrayDeque<>(4);
    private final ArrayDeque<Request> unwritten = new ArrayDeque<>(4);
    private final Runnable flush = this::flush;

    @GuardedBy("core.lock")
    private boolean writing;

    private @Nullable ByteBuffer lastSource;
    private ByteBuffer lastView = NOTHING;

    DatagramSender(DatagramSocketCore core) {
        this.core = core;
    }

    NtStatus submit(Request request, InetSocketAddress remote) {
        request.address = remote;
        if (request.list instanceof WskBufList messages) {
            request.batch = new MessageBatch(request, messages);
        }
        outstanding.add(request);
        unwritten.add(request);
        core.after(flush);
        return core.pend(request, request.detail);
    }

    /** The transport's answer. On the socket's processor, without the lock. */
    void finished(Request request, NtStatus status) {
        Request done = null;
        Runnable then = null;
        synchronized (core.lock) {
            if (request.core == core) {
                core.kernel.stamp(core.stamp, request.called);
                ended(request, status);
                done = core.takeDone();
                then = core.takeAction();
            }
        }
        core.settle(done, then);
    }

    private void ended(Request request, NtStatus status) {
        if (!outstanding.remove(request)) {
            return;
        }
        MessageBatch batch = request.batch;
        long whole = status.isSuccess() ? request.buffer.length() : 0;
        long sent = batch == null ? whole : batch.sentBytes();
        if (status.isSuccess() || sent > 0) {
            core.stamp.causedBy(core.trace.bytesSent(core.stamp, core.id, sent, request.number));
        }
        core.complete(request, status, sent);
    }

    boolean abandon(Request request) {
        if (!outstanding.remove(request)) {
            return false;
        }
        unwritten.remove(request);
        request.detach();
        return true;
    }

    void completeAll(NtStatus status) {
        unwritten.clear();
        for (Request request = outstanding.poll(); request != null; request = outstanding.poll()) {
            request.detach();
            core.complete(request, status, 0);
        }
    }

    /** Hands waiting datagrams to the transport. Any thread, without the lock; who comes while another writes leaves the work to that one. */
    private void flush() {
        boolean entering = true;
        while (true) {
            TransportCompletion completion;
            WskBuf buffer;
            InetSocketAddress remote;
            DatagramChannel channel;
            synchronized (core.lock) {
                if (entering && writing) {
                    return;
                }
                Request next = unwritten.peek();
                writing = next != null;
                if (next == null) {
                    return;
                }
                MessageBatch batch = next.batch;
                buffer = batch == null ? next.buffer : batch.take();
                completion = batch == null ? next : batch.completion(buffer.length());
                // A cancel cannot take it back any more (C-44).
                next.transferred += buffer.length();
                if (batch == null || !batch.hasMore()) {
                    unwritten.remove();
                }
                remote = next.address();
                channel = core.openedChannel();
            }
            entering = false;
            channel.sendTo(contents(buffer), remote, completion);
        }
    }

    /** One buffer with the whole datagram: a window on a single descriptor, a copy of a chain. */
    private ByteBuffer contents(WskBuf buffer) {
        Mdl mdl = buffer.mdl();
        int length = (int) buffer.length();
        if (mdl == null || length == 0) {
            return NOTHING.duplicate();
        }
        if (mdl.bytes().remaining() - buffer.offset() >= length) {
            return view(mdl.bytes(), buffer.offset(), length);
        }
        ByteBuffer whole = ByteBuffer.allocate(length);
        int skip = buffer.offset();
        for (Mdl rest = mdl; rest != null && whole.hasRemaining(); rest = rest.next()) {
            ByteBuffer bytes = rest.bytes();
            int count = Math.min(whole.remaining(), bytes.remaining() - skip);
            whole.put(bytes.slice(bytes.position() + skip, count));
            skip = 0;
        }
        return whole.flip();
    }

    /** A window on the client's buffer; the same buffer sent again gets the same window object. */
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

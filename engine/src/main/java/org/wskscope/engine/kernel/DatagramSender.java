package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;

/** The sending side of a datagram socket. Guarded by the socket's lock. */
final class DatagramSender {
    private final DatagramSocketCore core;
    private final ArrayDeque<Request> outstanding = new ArrayDeque<>(4);

    DatagramSender(DatagramSocketCore core) {
        this.core = core;
    }

    NtStatus submit(Request request, InetSocketAddress remote) {
        DatagramChannel channel = core.openedChannel();
        ByteBuffer bytes = contents(request.buffer);
        outstanding.add(request);
        core.after(() -> channel.sendTo(bytes, remote, request));
        return core.pend(request, request.buffer.length());
    }

    void ended(Request request, NtStatus status) {
        if (!outstanding.remove(request)) {
            return;
        }
        boolean success = status.isSuccess();
        if (success) {
            core.stamp.causedBy(core.trace.bytesSent(core.stamp, core.id, request.buffer.length(), request.number));
        }
        core.complete(request, status, success ? request.buffer.length() : 0);
    }

    boolean abandon(Request request) {
        if (!outstanding.remove(request)) {
            return false;
        }
        request.detach();
        return true;
    }

    void completeAll(NtStatus status) {
        for (Request request = outstanding.poll(); request != null; request = outstanding.poll()) {
            request.detach();
            core.complete(request, status, 0);
        }
    }

    /** One buffer with the whole datagram: a window on a single descriptor, a copy of a chain. */
    private static ByteBuffer contents(WskBuf buffer) {
        Mdl mdl = buffer.mdl();
        int length = (int) buffer.length();
        if (mdl == null || length == 0) {
            return ByteBuffer.allocate(0);
        }
        if (mdl.bytes().remaining() - buffer.offset() >= length) {
            return mdl.bytes().slice(mdl.bytes().position() + buffer.offset(), length);
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
}

package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;

/**
 * One {@code WskSendMessages} on its way: its datagrams go to the transport one by one, its request ends when the transport has answered for each. Taking is guarded
 * by the socket's lock; the answers come on the socket's processor.
 */
final class MessageBatch {
    private final Request request;
    private @Nullable WskBufList rest;
    private int unanswered;
    private long sentBytes;
    private NtStatus outcome = NtStatus.STATUS_SUCCESS;

    MessageBatch(Request request, WskBufList messages) {
        this.request = request;
        this.rest = messages;
        for (WskBufList each = messages; each != null; each = each.next()) {
            unanswered++;
        }
    }

    /** Every datagram has the bytes it promises. */
    static boolean isSound(WskBufList messages) {
        for (WskBufList each = messages; each != null; each = each.next()) {
            if (!BufferChain.isSound(each.buffer(), false)) {
                return false;
            }
        }
        return true;
    }

    static long bytes(@Nullable WskBufList messages) {
        long bytes = 0;
        for (WskBufList each = messages; each != null; each = each.next()) {
            bytes += each.buffer().length();
        }
        return bytes;
    }

    boolean hasMore() {
        return rest != null;
    }

    /** The next datagram to hand to the transport. */
    WskBuf take() {
        WskBufList next = rest;
        if (next == null) {
            throw new IllegalStateException("all datagrams of IRP #" + request.number + " were taken");
        }
        rest = next.next();
        return next.buffer();
    }

    /** Who is told of a datagram of {@code length} bytes. */
    TransportCompletion completion(long length) {
        return status -> answered(status, length);
    }

    /** Bytes of the datagrams that went out. */
    long sentBytes() {
        return sentBytes;
    }

    /** The first failure is the request's; the datagrams behind it are sent all the same. */
    private void answered(NtStatus status, long length) {
        if (status.isSuccess()) {
            sentBytes += length;
        } else if (outcome.isSuccess()) {
            outcome = status;
        }
        unanswered--;
        if (unanswered == 0) {
            request.completed(outcome);
        }
    }
}

package org.wskscope.engine.peer;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportCompletion;

/** What a told peer sends, bounded and counted. Any thread. */
final class Outbox {
    static final int LIMIT_BYTES = 1 << 20;

    private final AtomicLong outstandingBytes = new AtomicLong();
    private final PeerCounters ledger;
    private final Consumer<NtStatus> failed;

    Outbox(PeerCounters ledger, Consumer<NtStatus> failed) {
        this.ledger = ledger;
        this.failed = failed;
    }

    boolean send(@Nullable StreamChannel to, ByteBuffer bytes) {
        int length = bytes.remaining();
        if (to == null || !ledger.is(PeerState.RUNNING)) {
            return false;
        }
        if (outstandingBytes.addAndGet(length) > LIMIT_BYTES) {
            outstandingBytes.addAndGet(-length);
            return false;
        }
        to.write(bytes, status -> written(length, status));
        return true;
    }

    boolean sendFin(@Nullable StreamChannel to) {
        if (to == null || !ledger.is(PeerState.RUNNING)) {
            return false;
        }
        ledger.note(PeerNote.SENT_FIN);
        to.finish(TransportCompletion.NONE);
        return true;
    }

    boolean sendReset(@Nullable StreamChannel to) {
        if (to == null || !ledger.end(PeerState.STOPPED, PeerNote.SENT_RESET)) {
            return false;
        }
        to.reset(TransportCompletion.NONE);
        return true;
    }

    private void written(int length, NtStatus status) {
        outstandingBytes.addAndGet(-length);
        if (status.isSuccess()) {
            ledger.sent(length);
        } else {
            failed.accept(status);
        }
    }
}

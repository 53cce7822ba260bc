package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.wskscope.engine.nt.NtStatus;

/** A peer's counters: written on its processor, read anywhere. */
final class PeerLedger {
    private final AtomicLong bytesSent = new AtomicLong();
    private final AtomicLong bytesReceived = new AtomicLong();
    private final AtomicLong messagesSent = new AtomicLong();
    private final AtomicLong messagesReceived = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private volatile InetSocketAddress local = new InetSocketAddress(0);
    private volatile PeerState state = PeerState.IDLE;
    private volatile NtStatus lastError = NtStatus.STATUS_SUCCESS;

    PeerStatus status() {
        return new PeerStatus(
                state,
                local,
                bytesSent.get(),
                bytesReceived.get(),
                messagesSent.get(),
                messagesReceived.get(),
                errors.get(),
                lastError);
    }

    boolean is(PeerState wanted) {
        return state == wanted;
    }

    boolean isOver() {
        return state.isFinal();
    }

    /** True when the state was {@code from} and is {@code to} now. */
    synchronized boolean move(PeerState from, PeerState to) {
        if (state != from) {
            return false;
        }
        state = to;
        return true;
    }

    /** Takes a final state, unless one was taken before. */
    synchronized boolean end(PeerState finalState) {
        if (state.isFinal()) {
            return false;
        }
        state = finalState;
        return true;
    }

    /** Takes the final state FAILED, unless one was taken before. Whoever reads that state finds the reason with it. */
    synchronized boolean fail(NtStatus status) {
        if (state.isFinal()) {
            return false;
        }
        failed(status);
        state = PeerState.FAILED;
        return true;
    }

    void boundTo(InetSocketAddress address) {
        local = address;
    }

    void sent(int bytes) {
        bytesSent.addAndGet(bytes);
        messagesSent.incrementAndGet();
    }

    void received(int bytes) {
        bytesReceived.addAndGet(bytes);
    }

    void messageReceived() {
        messagesReceived.incrementAndGet();
    }

    void failed(NtStatus status) {
        lastError = status;
        errors.incrementAndGet();
    }
}

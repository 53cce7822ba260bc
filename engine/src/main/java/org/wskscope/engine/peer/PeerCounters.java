package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import org.wskscope.engine.nt.NtStatus;

/** A peer's counters: written on its processor, read anywhere. */
final class PeerCounters {
    private final AtomicLong bytesSent = new AtomicLong();
    private final AtomicLong bytesReceived = new AtomicLong();
    private final AtomicLong messagesSent = new AtomicLong();
    private final AtomicLong messagesReceived = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private volatile InetSocketAddress local = new InetSocketAddress(0);
    private volatile PeerState state = PeerState.IDLE;
    private volatile PeerObserver observer = PeerObserver.NONE;
    private volatile NtStatus lastError = NtStatus.STATUS_SUCCESS;

    void observe(PeerObserver newObserver) {
        observer = newObserver;
    }

    void note(PeerNote what) {
        observer.noted(what);
    }

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
        if (to == PeerState.RUNNING) {
            // Told first: who finds it running finds that told.
            note(PeerNote.WORKING);
        }
        state = to;
        return true;
    }

    /** Takes a final state, unless one was taken before. */
    boolean end(PeerState finalState) {
        return end(
                finalState,
                switch (finalState) {
                    case STOPPED -> PeerNote.STOPPED;
                    case FAILED -> PeerNote.FAILED;
                    case IDLE, STARTING, RUNNING, FINISHED -> PeerNote.FINISHED;
                });
    }

    /** As the other, because of {@code why}. */
    synchronized boolean end(PeerState finalState, PeerNote why) {
        if (state.isFinal()) {
            return false;
        }
        note(why);
        state = finalState;
        return true;
    }

    /** Takes the final state FAILED, unless one was taken before. Whoever reads that state finds the reason with it. */
    synchronized boolean fail(NtStatus status) {
        if (state.isFinal()) {
            return false;
        }
        failed(status);
        if (state == PeerState.STARTING) {
            note(PeerNote.CONNECT_FAILED);
        } else {
            note(status.equals(NtStatus.STATUS_CONNECTION_RESET) ? PeerNote.SAW_RESET : PeerNote.FAILED);
        }
        state = PeerState.FAILED;
        return true;
    }

    void boundTo(InetSocketAddress address) {
        if (!address.equals(local)) {
            local = address;
            note(PeerNote.BOUND);
        }
    }

    void sent(int bytes) {
        bytesSent.addAndGet(bytes);
        messagesSent.incrementAndGet();
        note(PeerNote.SENT);
    }

    void received(int bytes) {
        bytesReceived.addAndGet(bytes);
        note(PeerNote.RECEIVED);
    }

    void messageReceived() {
        messagesReceived.incrementAndGet();
    }

    void failed(NtStatus status) {
        lastError = status;
        errors.incrementAndGet();
    }
}

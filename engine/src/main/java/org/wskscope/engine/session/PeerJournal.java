package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import org.wskscope.engine.peer.Peer;
import org.wskscope.engine.peer.PeerNote;
import org.wskscope.engine.peer.PeerObserver;
import org.wskscope.engine.trace.PeerChange;
import org.wskscope.engine.transport.TransportProcessor;

/**
 * Writes what one peer does and sees. Of one that does what it is told every message has a record; of the others' totals there is one in {@value #PROGRESS_NANOS} ns at most, and
 * one after the last message: who sends a million messages does not fill the log with them. Any thread.
 */
final class PeerJournal implements PeerObserver {
    static final long PROGRESS_NANOS = 100_000_000;

    private final EnvironmentJournal journal;
    private final TransportProcessor processor;
    private final int id;
    private final Peer peer;
    private final boolean everyMessage;

    @GuardedBy("this")
    private long progressAt;

    @GuardedBy("this")
    private boolean progressPlanned;

    @GuardedBy("this")
    private boolean over;

    /**
     * @param processor where the peer works
     * @param everyMessage whether each message has a record of its own
     */
    PeerJournal(EnvironmentJournal journal, TransportProcessor processor, int id, Peer peer, boolean everyMessage) {
        this.journal = journal;
        this.processor = processor;
        this.id = id;
        this.peer = peer;
        this.everyMessage = everyMessage;
        progressAt = journal.nanoTime() - PROGRESS_NANOS;
    }

    @Override
    public void noted(PeerNote what) {
        switch (what) {
            case BOUND -> journal.peerBound(id, peer.status().local());
            case WORKING -> record(PeerChange.WORKING, false);
            case SENT -> moved(PeerChange.SENT);
            case RECEIVED -> moved(PeerChange.RECEIVED);
            case SENT_FIN -> record(PeerChange.SENT_FIN, true);
            case SENT_RESET -> record(PeerChange.SENT_RESET, everyMessage);
            case SAW_FIN -> record(PeerChange.SAW_FIN, false);
            case SAW_RESET -> record(PeerChange.SAW_RESET, false);
            case CONNECT_FAILED -> record(PeerChange.CONNECT_FAILED, false);
            case FINISHED -> record(PeerChange.FINISHED, false);
            case STOPPED -> record(PeerChange.STOPPED, true);
            case FAILED -> record(PeerChange.FAILED, false);
        }
    }

    private synchronized void record(PeerChange change, boolean toNotify) {
        over |= change.isFinal();
        journal.peerChanged(id, change, peer.status(), toNotify);
    }

    private synchronized void moved(PeerChange change) {
        if (everyMessage) {
            record(change, false);
            return;
        }
        if (progressPlanned || over) {
            return;
        }
        long next = progressAt + PROGRESS_NANOS - journal.nanoTime();
        if (next <= 0) {
            progressed();
        } else {
            progressPlanned = true;
            processor.schedule(this::plannedProgress, next);
        }
    }

    private synchronized void plannedProgress() {
        progressPlanned = false;
        if (!over) {
            progressed();
        }
    }

    @GuardedBy("this")
    private void progressed() {
        progressAt = journal.nanoTime();
        record(PeerChange.PROGRESSED, false);
    }
}

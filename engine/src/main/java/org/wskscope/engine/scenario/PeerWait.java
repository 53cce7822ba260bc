package org.wskscope.engine.scenario;

import java.util.concurrent.TimeUnit;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.session.Session;

/** Waits for remote ends, which are in no log. Any thread that may wait; never a processor or the FX thread. */
final class PeerWait {
    private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private PeerWait() {}

    /** Why the peer ended; STATUS_SUCCESS when it ended in order. */
    static NtStatus ended(Session session, int peer) {
        long deadline = session.nanoTime() + LIMIT_NANOS;
        while (session.nanoTime() < deadline) {
            for (PeerRow row : session.peers()) {
                if (row.id() == peer && !row.running()) {
                    return row.lastStatus();
                }
            }
            session.letRun(deadline - session.nanoTime());
        }
        throw new ScenarioFailedException(
                "the remote end did not end within " + TimeUnit.NANOSECONDS.toSeconds(LIMIT_NANOS) + " s");
    }
}

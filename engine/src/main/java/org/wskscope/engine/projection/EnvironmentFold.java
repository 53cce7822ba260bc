package org.wskscope.engine.projection;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;

/** What surrounds the kernel while it is folded. */
@ProjectorThread
final class EnvironmentFold {
    private static final int MAX_ENDED = 64;
    /** More can come only from a damaged file. */
    private static final int MAX_PEERS = 1_024;

    private final Map<Integer, RemoteEnd> peers = new TreeMap<>();
    private Environment latest;
    private boolean stale;

    /** Goes on from {@code from}. */
    EnvironmentFold(Environment from) {
        latest = from;
        from.peers().forEach(peer -> peers.put(peer.peer(), peer));
    }

    void fold(RecordCursor record) {
        switch (record.kind()) {
            case CHOICES_SET -> latest = new Environment(record.text(), record.seed(), latest.peers());
            case PEER_STARTED -> started(record.peer(), record.text());
            case PEER_BOUND, PEER_CHANGED -> {
                // Of one whose start is not in the log nobody knows what it is.
                RemoteEnd known = peers.get(record.peer());
                if (known != null) {
                    peers.put(record.peer(), changed(known, record));
                    stale = true;
                }
            }
            default -> {}
        }
    }

    /** Everything now. Costs nothing while nothing changed. */
    Environment now() {
        if (stale) {
            stale = false;
            latest = new Environment(latest.choices(), latest.seed(), List.copyOf(peers.values()));
        }
        return latest;
    }

    private void started(int peer, String text) {
        List<RemoteEnd> ended =
                peers.values().stream().filter(known -> !known.running()).toList();
        if (ended.size() >= MAX_ENDED || !ended.isEmpty() && peers.size() >= MAX_PEERS) {
            peers.remove(ended.get(0).peer());
        }
        if (peers.size() < MAX_PEERS) {
            peers.put(peer, RemoteEnd.started(peer, text));
            stale = true;
        }
    }

    private static RemoteEnd changed(RemoteEnd known, RecordCursor record) {
        return record.kind() == RecordKind.PEER_BOUND
                ? known.at(record.address())
                : new RemoteEnd(
                        known.peer(),
                        known.text(),
                        known.local(),
                        known.running() && !record.peerChange().isFinal(),
                        record.peerSent(),
                        record.peerReceived(),
                        record.peerMessages(),
                        record.status());
    }
}

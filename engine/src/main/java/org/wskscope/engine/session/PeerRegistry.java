package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.peer.DirectedPeer;
import org.wskscope.engine.peer.Peer;
import org.wskscope.engine.peer.PeerState;
import org.wskscope.engine.peer.PeerStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.TransportCompletion;

/** The built-in peers of a session, on a transport and processors of their own, so that they take no time of the processors they talk to. Any thread. */
final class PeerRegistry {
    static final int MAX_RUNNING = 256;
    private static final int MAX_ENDED = 64;
    private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final NanoClock clock;
    private final Supplier<Transport> network;
    private final LongConsumer letRun;
    private final EnvironmentJournal journal;

    @GuardedBy("this")
    private final List<Entry> entries = new ArrayList<>();

    @GuardedBy("this")
    private @Nullable Transport transport;

    @GuardedBy("this")
    private int lastId;

    private record Entry(int id, PeerKind kind, PeerSettings settings, Peer peer) {
        PeerRow row() {
            PeerStatus status = peer.status();
            InetSocketAddress local = status.local();
            return new PeerRow(
                    id,
                    kind,
                    settings,
                    local.getPort() == 0 ? null : local,
                    !status.state().isFinal(),
                    status.bytesSent(),
                    status.bytesReceived(),
                    status.messagesSent(),
                    status.lastError());
        }

        boolean isRunning() {
            return !peer.status().state().isFinal();
        }
    }

    /**
     * @param network makes the peers' transport when the first one is started
     * @param letRun lets the session go on while somebody waits, for at most so many nanoseconds
     */
    PeerRegistry(NanoClock clock, Supplier<Transport> network, LongConsumer letRun, EnvironmentJournal journal) {
        this.journal = journal;
        this.clock = clock;
        this.network = network;
        this.letRun = letRun;
    }

    CommandOutcome start(EngineCommand.StartPeer command) {
        CommandOutcome refusal = PeerFactory.refusal(command.kind(), command.settings());
        if (refusal != null) {
            return refusal;
        }
        Entry entry;
        synchronized (this) {
            if (entries.stream().filter(Entry::isRunning).count() >= MAX_RUNNING) {
                return CommandOutcome.refused(
                        NtStatus.STATUS_INSUFFICIENT_RESOURCES,
                        CommandMessage.of("command.refused.tooManyPeers", MAX_RUNNING));
            }
            forgetOldest();
            Peer peer = PeerFactory.make(transport(), clock, command.kind(), command.settings());
            entry = new Entry(++lastId, command.kind(), command.settings(), peer);
            peer.observe(
                    new PeerJournal(journal, transport().processor(0), entry.id(), peer, peer instanceof DirectedPeer));
            journal.peerStarted(entry.id(), entry.kind(), entry.settings());
            entries.add(entry);
        }
        entry.peer().start();
        NtStatus status = awaitStart(entry.peer());
        return CommandOutcome.of(status, Refusals.of(status)).withPeer(entry.id());
    }

    CommandOutcome stop(int id) {
        Entry entry = find(id);
        if (entry == null || !entry.isRunning()) {
            return unknown(id);
        }
        entry.peer().stop(TransportCompletion.NONE);
        return CommandOutcome.SUCCESS.withPeer(id);
    }

    CommandOutcome send(EngineCommand.SendFromPeer command) {
        return report(
                command.peer(), "command.refused.peerCannotSend", peer -> peer.send(ByteBuffer.wrap(command.bytes())));
    }

    CommandOutcome finish(int id) {
        return report(id, "command.refused.peerCannotSend", DirectedPeer::sendFin);
    }

    CommandOutcome reset(int id) {
        return report(id, "command.refused.peerCannotReset", DirectedPeer::sendReset);
    }

    private CommandOutcome report(int id, String refusal, Predicate<DirectedPeer> what) {
        Entry entry = find(id);
        if (entry == null) {
            return unknown(id);
        }
        return entry.peer() instanceof DirectedPeer peer && what.test(peer)
                ? CommandOutcome.SUCCESS.withPeer(id)
                : CommandOutcome.refused(NtStatus.STATUS_INVALID_DEVICE_STATE, CommandMessage.of(refusal, id));
    }

    synchronized List<PeerRow> rows() {
        return entries.stream().map(Entry::row).toList();
    }

    void close() {
        Transport ending;
        synchronized (this) {
            entries.forEach(entry -> entry.peer().stop(TransportCompletion.NONE));
            ending = transport;
        }
        if (ending != null) {
            ending.close();
        }
    }

    @GuardedBy("this")
    private Transport transport() {
        Transport known = transport;
        if (known == null) {
            known = network.get();
            transport = known;
        }
        return known;
    }

    private synchronized @Nullable Entry find(int id) {
        return entries.stream().filter(entry -> entry.id() == id).findFirst().orElse(null);
    }

    @GuardedBy("this")
    private void forgetOldest() {
        List<Entry> ended = entries.stream().filter(entry -> !entry.isRunning()).toList();
        if (ended.size() >= MAX_ENDED) {
            entries.remove(ended.get(0));
        }
    }

    /** How the start went: SUCCESS once the peer works or has done its work, PENDING when that takes longer than it should. */
    private NtStatus awaitStart(Peer peer) {
        long deadline = clock.nanoTime() + START_LIMIT_NANOS;
        PeerState state = peer.status().state();
        while ((state == PeerState.IDLE || state == PeerState.STARTING) && clock.nanoTime() < deadline) {
            letRun.accept(deadline - clock.nanoTime());
            state = peer.status().state();
        }
        return switch (state) {
            case IDLE, STARTING -> NtStatus.STATUS_PENDING;
            case FAILED -> peer.status().lastError();
            case RUNNING, FINISHED, STOPPED -> NtStatus.STATUS_SUCCESS;
        };
    }

    private static CommandOutcome unknown(int id) {
        return Refusals.invalid("command.refused.unknownPeer", id);
    }
}

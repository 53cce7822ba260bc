package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.WaitEnd;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;

/** The demonstration client's open sockets by id, from creation until their close has completed. Any thread. */
final class ClientSockets {
    private static final int MAX_GONE = 64;

    private final int limit;
    private final EnvironmentJournal journal;
    private final Map<SocketId, ScriptedSocket> open = new ConcurrentHashMap<>();

    @GuardedBy("this")
    private @Nullable CountDownLatch none;

    @GuardedBy("this")
    private final Map<SocketId, ScriptedSocket> gone = new LinkedHashMap<>();

    private volatile boolean ending;

    ClientSockets(int limit, EnvironmentJournal journal) {
        this.limit = limit;
        this.journal = journal;
    }

    /** A socket of {@code client}, see {@link EngineCommand.CreateSocket}, which WSK has still to deliver. */
    ScriptedSocket make(SocketCategory category, String client) {
        return ScriptedSocket.of(category, client, journal);
    }

    /** False when there are as many as may be, or the session ends: the socket must be refused or closed. */
    synchronized boolean admit(ScriptedSocket socket) {
        SocketId id = socket.id();
        if (id == null || ending || isFull()) {
            return false;
        }
        open.put(id, socket);
        return true;
    }

    boolean isFull() {
        return open.size() >= limit;
    }

    @Nullable
    ScriptedSocket find(SocketId id) {
        return open.get(id);
    }

    /** The close of {@code socket} has completed. */
    synchronized void forget(ScriptedSocket socket) {
        SocketId id = socket.id();
        if (id != null) {
            open.remove(id);
            gone.put(id, socket);
            if (gone.size() > MAX_GONE) {
                gone.remove(gone.keySet().iterator().next());
            }
        }
        CountDownLatch waiting = none;
        if (waiting != null && open.isEmpty()) {
            waiting.countDown();
        }
    }

    /** A socket that is no longer the client's, for mistakes made on purpose; only the last few are remembered. */
    synchronized @Nullable ScriptedSocket findGone(SocketId id) {
        return gone.get(id);
    }

    /** Whether a client has open sockets. */
    boolean anyOf(String client) {
        return open.values().stream().anyMatch(socket -> socket.client().equals(client));
    }

    boolean isEnding() {
        return ending;
    }

    /** Admits no socket from now on; returns those that are open, in the order of their ids. */
    synchronized Collection<ScriptedSocket> end() {
        ending = true;
        return open.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> entry.getKey().value()))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** Waits until every socket is closed; false when {@code nanos} of the transport's time did not suffice. */
    boolean awaitNone(Transport transport, long nanos) {
        CountDownLatch latch = new CountDownLatch(1);
        synchronized (this) {
            if (open.isEmpty()) {
                return true;
            }
            none = latch;
        }
        return transport.waitUntil(latch, nanos) == WaitEnd.OVER;
    }
}

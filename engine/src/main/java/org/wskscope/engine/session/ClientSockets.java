package org.wskscope.engine.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.WaitEnd;
import org.wskscope.engine.wsk.SocketId;

/** The demonstration client's open sockets by id, from creation until their close has completed. Any thread. */
final class ClientSockets {
    private final int limit;
    private final Map<SocketId, ScriptedSocket> open = new ConcurrentHashMap<>();
    private @Nullable CountDownLatch none;
    private volatile boolean ending;

    ClientSockets(int limit) {
        this.limit = limit;
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
        }
        CountDownLatch waiting = none;
        if (waiting != null && open.isEmpty()) {
            waiting.countDown();
        }
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

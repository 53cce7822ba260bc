package org.wskscope.engine.session;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketId;

/** The demonstration client's open sockets by id, from creation until their close has completed. Any thread. */
final class ClientSockets {
    private final int limit;
    private final Map<SocketId, ScriptedSocket> open = new ConcurrentHashMap<>();
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
        notifyAll();
    }

    boolean isEnding() {
        return ending;
    }

    /** Admits no socket from now on; returns those that are open. */
    synchronized Collection<ScriptedSocket> end() {
        ending = true;
        return List.copyOf(open.values());
    }

    /** Waits until every socket is closed; false when the time did not suffice. */
    synchronized boolean awaitNone(long millis) throws InterruptedException {
        long slices = Math.max(1, millis / 10);
        for (long slice = 0; slice < slices && !open.isEmpty(); slice++) {
            TimeUnit.MILLISECONDS.timedWait(this, 10);
        }
        return open.isEmpty();
    }
}

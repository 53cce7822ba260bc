package org.wskscope.app.view.sockets;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.projection.SocketTable;
import org.wskscope.engine.wsk.SocketId;

/**
 * The open sockets: those under the client, and of each listener its connections by what they are about. Kept up to date from one snapshot to the next at the cost of what
 * changed, however many sockets are open or ever were. FX thread.
 */
final class OpenSockets {
    private static final int CLIENT = 0;
    private static final Connections NONE = new Connections();

    private final NavigableSet<Integer> roots = new TreeSet<>();
    private final Map<Integer, Connections> connections = new HashMap<>();
    /** Each open socket's listener, or {@link #CLIENT}. */
    private final Map<Integer, Integer> parents = new HashMap<>();
    /** Those that time alone will make something else of. */
    private final Set<Integer> young = new HashSet<>();
    /** Those whose code holds a processor. */
    private final Set<Integer> blocking = new HashSet<>();

    private SocketTable table = SocketTable.EMPTY;
    private long nowNanos;

    /** Takes in the next snapshot, whichever it is. */
    @SuppressWarnings("ReferenceEquality") // tables never change: another one is another object
    void update(ScopeSnapshot snapshot, long now) {
        nowNanos = Math.max(now, snapshot.timeNanos());
        SocketTable before = table;
        if (snapshot.sockets() != before) {
            table = snapshot.sockets();
            table.visitChanges(before, new SocketTable.Changes() {
                @Override
                public void changed(SocketRow row) {
                    take(row, before.row(row.id()));
                }

                @Override
                public void gone(SocketId id) {
                    remove(id.value());
                }
            });
        }
        lookAgain();
    }

    /** Those of the client itself, accepted ones whose listener is gone included, ascending. */
    NavigableSet<Integer> roots() {
        return Collections.unmodifiableNavigableSet(roots);
    }

    /** The open connections of the listener; none for any other socket. */
    Connections of(int listener) {
        return connections.getOrDefault(listener, NONE);
    }

    /** The listener an open connection stands under, or null. */
    @Nullable
    SocketId listenerOf(SocketId socket) {
        int parent = parents.getOrDefault(socket.value(), CLIENT);
        return parent == CLIENT ? null : new SocketId(parent);
    }

    int count() {
        return table.openCount();
    }

    @Nullable
    SocketRow row(SocketId id) {
        return table.row(id);
    }

    SocketRow row(int id) {
        SocketRow row = table.row(new SocketId(id));
        if (row == null) {
            throw new IllegalArgumentException("there is no socket " + id);
        }
        return row;
    }

    boolean isOpen(SocketId id) {
        return parents.containsKey(id.value());
    }

    Doing doing(SocketRow row) {
        return Doing.of(row, nowNanos);
    }

    /** Session time of what is told. */
    long nowNanos() {
        return nowNanos;
    }

    /** Whether time alone will make something else of a socket. */
    boolean willChange() {
        return !young.isEmpty();
    }

    /** Another socket whose code keeps the row's processor from delivering, or null. */
    @Nullable
    SocketRow blockerOf(SocketRow row) {
        for (int id : blocking) {
            SocketRow other = row(id);
            if (other.owner() == row.owner() && !other.id().equals(row.id())) {
                return other;
            }
        }
        return null;
    }

    private void take(SocketRow row, @Nullable SocketRow before) {
        int id = row.id().value();
        if (row.isClosed()) {
            remove(id);
            return;
        }
        int parent = parentOf(row);
        Integer parentBefore = parents.put(id, parent);
        if (parentBefore != null && parentBefore != parent) {
            takeOut(id, parentBefore);
        }
        if (parent == CLIENT) {
            roots.add(id);
        } else {
            Connections siblings = connections.computeIfAbsent(parent, missing -> new Connections());
            siblings.put(id, doing(row));
            long had = before == null ? 0 : before.counters().messages();
            siblings.messages().add(Math.max(0, row.counters().messages() - had), nowNanos);
        }
        if (before != null && before.isClosed()) {
            adopt(row.id());
        }
        note(row);
    }

    /** Connections that stood under the client while this listener was closed: only a step back in time gives it to them again. */
    private void adopt(SocketId listener) {
        for (int id : List.copyOf(roots)) {
            SocketRow connection = table.row(new SocketId(id));
            if (connection != null && listener.equals(connection.listener())) {
                takeOut(id, CLIENT);
                parents.put(id, listener.value());
                connections
                        .computeIfAbsent(listener.value(), missing -> new Connections())
                        .put(id, doing(connection));
            }
        }
    }

    private int parentOf(SocketRow row) {
        SocketId listener = row.listener();
        SocketRow above = listener == null ? null : table.row(listener);
        return above == null || above.isClosed() ? CLIENT : above.id().value();
    }

    private void note(SocketRow row) {
        int id = row.id().value();
        set(young, id, Doing.willChange(row, nowNanos));
        set(blocking, id, Doing.blocksProcessor(row, nowNanos));
    }

    private void remove(int id) {
        Integer parent = parents.remove(id);
        if (parent == null) {
            return;
        }
        young.remove(id);
        blocking.remove(id);
        takeOut(id, parent);
        Connections orphans = connections.remove(id);
        if (orphans != null) {
            for (int orphan : List.copyOf(orphans.ids())) {
                parents.put(orphan, CLIENT);
                roots.add(orphan);
            }
        }
    }

    private void takeOut(int id, int parent) {
        if (parent == CLIENT) {
            roots.remove(id);
        } else {
            Connections siblings = connections.get(parent);
            if (siblings != null) {
                siblings.remove(id);
            }
        }
    }

    /** What was too young to be seen may have lasted long enough by now. */
    private void lookAgain() {
        for (int id : List.copyOf(young)) {
            SocketRow row = row(id);
            int parent = parents.getOrDefault(id, CLIENT);
            if (parent != CLIENT) {
                connections
                        .computeIfAbsent(parent, missing -> new Connections())
                        .put(id, doing(row));
            }
            note(row);
        }
    }

    private static void set(Set<Integer> ids, int id, boolean in) {
        if (in) {
            ids.add(id);
        } else {
            ids.remove(id);
        }
    }
}

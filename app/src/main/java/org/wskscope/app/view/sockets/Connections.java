package org.wskscope.app.view.sockets;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The open connections of one listener by id, sorted also by what each is about. Changed only by {@link OpenSockets}. FX thread. */
final class Connections {
    private final NavigableMap<Integer, Doing> all = new TreeMap<>();
    private final Map<Doing, NavigableSet<Integer>> byDoing = new EnumMap<>(Doing.class);
    private final RateMeter messages = new RateMeter();

    Connections() {
        for (Doing doing : Doing.values()) {
            byDoing.put(doing, new TreeSet<>());
        }
    }

    int count() {
        return all.size();
    }

    int count(Doing doing) {
        return of(doing).size();
    }

    /** The ids of all, ascending. */
    NavigableSet<Integer> ids() {
        return Collections.unmodifiableNavigableSet(all.navigableKeySet());
    }

    /** The ids of those that are about this, ascending. */
    NavigableSet<Integer> of(Doing doing) {
        return Collections.unmodifiableNavigableSet(byDoing.getOrDefault(doing, new TreeSet<>()));
    }

    RateMeter messages() {
        return messages;
    }

    void put(int id, Doing doing) {
        Doing before = all.put(id, doing);
        if (before != doing) {
            take(before, id);
            byDoing.computeIfAbsent(doing, missing -> new TreeSet<>()).add(id);
        }
    }

    void remove(int id) {
        take(all.remove(id), id);
    }

    private void take(@Nullable Doing doing, int id) {
        if (doing != null) {
            byDoing.computeIfAbsent(doing, missing -> new TreeSet<>()).remove(id);
        }
    }
}

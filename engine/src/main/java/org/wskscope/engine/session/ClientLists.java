package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lists the demonstration client retains on one socket, by number from 1 in the order they were retained. Remembers the last few it released. Any thread. */
final class ClientLists {
    static final int MAX_RETAINED = 1024;
    private static final int MAX_RELEASED = 16;

    @GuardedBy("this")
    private final Map<Integer, ClientList> retained = new LinkedHashMap<>();

    @GuardedBy("this")
    private final Map<Integer, ClientList> released = new LinkedHashMap<>();

    @GuardedBy("this")
    private int lastNumber;

    /** False when the client retains as many as it may. */
    synchronized boolean retain(ClientList list) {
        if (retained.size() >= MAX_RETAINED) {
            return false;
        }
        retained.put(++lastNumber, list);
        return true;
    }

    synchronized boolean isEmpty() {
        return retained.isEmpty();
    }

    synchronized @Nullable ClientList find(int number) {
        ClientList list = retained.get(number);
        return list == null ? released.get(number) : list;
    }

    /** Elements of the list were released. */
    synchronized void settle(int number) {
        ClientList list = retained.get(number);
        if (list != null && list.isReleased()) {
            retained.remove(number);
            released.put(number, list);
            if (released.size() > MAX_RELEASED) {
                released.remove(released.keySet().iterator().next());
            }
        }
    }

    /** The numbers of all that are retained, oldest first. */
    synchronized List<Integer> numbers() {
        return new ArrayList<>(retained.keySet());
    }
}

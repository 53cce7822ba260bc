package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.WskProviderConnectionDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** The elements of one indicated list, in the order they were indicated, and which of them the client has released (API-REL-05). Any thread. */
final class ClientList {
    private final List<Object> elements = new ArrayList<>();

    @GuardedBy("this")
    private final BitSet released = new BitSet();

    private ClientList() {}

    static ClientList of(DataIndication list) {
        ClientList known = new ClientList();
        for (DataIndication element = list; element != null; element = element.next()) {
            known.elements.add(element);
        }
        return known;
    }

    static ClientList of(DatagramIndication list) {
        ClientList known = new ClientList();
        for (DatagramIndication element = list; element != null; element = element.next()) {
            known.elements.add(element);
        }
        return known;
    }

    int size() {
        return elements.size();
    }

    synchronized boolean isReleased() {
        return released.cardinality() == elements.size();
    }

    /**
     * {@code WskRelease} of those elements from {@code first} to {@code last} (from 1) that the client still has, joined to one list; when it has none of them, of all of
     * them once more. Null when there are no such elements.
     */
    synchronized @Nullable NtStatus release(WskSocket socket, int first, int last) {
        if (first < 1 || first > last || last > elements.size()) {
            return null;
        }
        List<Object> part = new ArrayList<>();
        for (int index = first - 1; index < last; index++) {
            if (!released.get(index)) {
                part.add(elements.get(index));
                released.set(index);
            }
        }
        return pass(socket, part.isEmpty() ? elements.get(first - 1) : join(part));
    }

    private static Object join(List<Object> part) {
        Object next = null;
        for (int index = part.size() - 1; index >= 0; index--) {
            Object element = part.get(index);
            if (element instanceof DataIndication data) {
                data.setNext((DataIndication) next);
            } else if (element instanceof DatagramIndication datagram) {
                datagram.setNext((DatagramIndication) next);
            }
            next = element;
        }
        return part.get(0);
    }

    private static @Nullable NtStatus pass(WskSocket socket, Object list) {
        if (list instanceof DataIndication data
                && socket.dispatch() instanceof WskProviderConnectionDispatch dispatch) {
            return dispatch.release(data);
        }
        return list instanceof DatagramIndication datagrams && socket instanceof DatagramSocket datagram
                ? datagram.dispatch().release(datagrams)
                : null;
    }
}

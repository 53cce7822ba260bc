package org.wskscope.engine.projection;

import java.util.HashMap;
import java.util.Map;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketCategory;

/** The names of a log's sockets: category letter and order of creation within the category, as L1, C1, C2. A fold; owned by one thread. */
public final class SocketNames {
    private final Map<Integer, String> names = new HashMap<>();
    private final int[] counts = new int[SocketCategory.values().length];

    /** Learns from the records {@code from} … {@code to} − 1; each must be folded once, in order. */
    public void fold(TraceReader log, long from, long to) {
        RecordCursor cursor = log.cursor();
        for (long sequence = from; sequence < to; sequence++) {
            if (log.kind(sequence) == RecordKind.SOCKET_CREATED) {
                cursor.moveTo(sequence);
                created(cursor.socket(), cursor.category());
            }
        }
    }

    /** A socket was created; answers its name. */
    public String created(int socket, SocketCategory category) {
        String name = category.letter() + Integer.toString(++counts[category.ordinal()]);
        names.put(socket, name);
        return name;
    }

    /** The socket's name; {@code ?} and its id while its creation is unknown. */
    public String name(int socket) {
        String name = names.get(socket);
        return name == null ? "?" + socket : name;
    }
}

package org.wskscope.engine.projection;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Everything a fold needs to go on from one record: what is open and what was counted, and nothing of what has happened. Things are named by the sequences of the records
 * they began with, so that a state means the same whichever fold made it. Immutable; any thread. States share what did not change between them.
 */
public final class State {
    private final long sequence;
    private final long timeNanos;
    private final IdTree<SocketFold> sockets;
    private final SocketTable rows;
    private final int[] running;
    private final int[] names;
    private final Totals totals;
    private final Environment environment;

    /** {@code running}: work in progress on each processor; {@code names}: sockets named so far in each category. */
    State(Place place, IdTree<SocketFold> sockets, SocketTable rows, int[] running, int[] names) {
        this.sequence = place.totals.records();
        this.timeNanos = place.timeNanos;
        this.sockets = sockets;
        this.rows = rows;
        this.running = running;
        this.names = names;
        this.totals = place.totals;
        this.environment = place.environment;
    }

    /** Where it stands, what was counted up to there, and what surrounds the kernel. */
    record Place(long timeNanos, Totals totals, Environment environment) {}

    /** How many records it knows: the sequence of the next one. */
    public long sequence() {
        return sequence;
    }

    /** Session time it has come to, nanoseconds. */
    public long timeNanos() {
        return timeNanos;
    }

    /** Every socket ever created. */
    public SocketTable sockets() {
        return rows;
    }

    public Totals totals() {
        return totals;
    }

    /** What surrounds the kernel. */
    public Environment environment() {
        return environment;
    }

    /** The waits of the client that are inside no socket's code, oldest first. */
    List<OpenWait> clientWaits() {
        SocketFold none = sockets.get(0);
        return none == null ? List.of() : none.waits();
    }

    IdTree<SocketFold> folds() {
        return sockets;
    }

    int[] running() {
        return running.clone();
    }

    int[] names() {
        return names.clone();
    }

    /** Two states with one digest go on in the same way. Costs with the number of sockets. */
    public long digest() {
        CRC32C sum = new CRC32C();
        sum.update(describe().getBytes(StandardCharsets.UTF_8));
        return sum.getValue() << 32 | describe().hashCode() & 0xFFFF_FFFFL;
    }

    /** Everything in it as text, for people who look for a difference. */
    public String describe() {
        StringBuilder text = new StringBuilder();
        text.append(timeNanos).append(' ').append(totals).append(environment);
        text.append(Arrays.toString(trimmed(running))).append(Arrays.toString(names));
        text.append('\n');
        sockets.visit(socket -> socket.describe(text));
        return text.toString();
    }

    /** A processor that rests says nothing. */
    private static int[] trimmed(int[] counts) {
        int last = counts.length;
        while (last > 0 && counts[last - 1] == 0) {
            last--;
        }
        return Arrays.copyOf(counts, last);
    }
}

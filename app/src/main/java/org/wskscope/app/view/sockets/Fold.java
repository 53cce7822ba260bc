package org.wskscope.app.view.sockets;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * The connections of a listener as one. Immutable.
 *
 * @param count how many are open
 * @param counts how many are about what
 * @param squares one for each connection as far as there is room, ascending by id; what is not idle comes before what is
 * @param messagesPerSecond that arrived lately on all of them
 * @param course of the messages over the last seconds, each part of the largest
 */
record Fold(int count, Map<Doing, Integer> counts, List<Square> squares, long messagesPerSecond, List<Double> course) {
    /** More squares than these would not be told apart. */
    static final int MOST_SQUARES = 60;

    /** One connection; {@code letter} of the callback in progress, or empty. */
    record Square(SocketId socket, Doing doing, String letter) {}

    static Fold of(Connections connections, OpenSockets open) {
        Map<Doing, Integer> counts = new EnumMap<>(Doing.class);
        for (Doing doing : Doing.values()) {
            counts.put(doing, connections.count(doing));
        }
        List<Square> squares = new ArrayList<>();
        for (int id : squareIds(connections)) {
            SocketRow row = open.row(id);
            Doing doing = open.doing(row);
            squares.add(new Square(row.id(), doing, doing == Doing.IN_FLIGHT ? letter(row) : ""));
        }
        long now = open.nowNanos();
        return new Fold(
                connections.count(),
                counts,
                List.copyOf(squares),
                connections.messages().perSecond(now),
                connections.messages().course(now));
    }

    /** How many have no square of their own. */
    int rest() {
        return count - squares.size();
    }

    /** Whether it will look the same while nothing happens. */
    boolean isStill() {
        return course.stream().allMatch(part -> part == 0);
    }

    int count(Doing doing) {
        return counts.getOrDefault(doing, 0);
    }

    private static Iterable<Integer> squareIds(Connections connections) {
        if (connections.count() <= MOST_SQUARES) {
            return connections.ids();
        }
        // One place less, where the number of the others is told.
        int most = MOST_SQUARES - 5;
        TreeSet<Integer> chosen = new TreeSet<>();
        for (Doing doing : Doing.values()) {
            for (int id : connections.of(doing)) {
                if (chosen.size() >= most) {
                    return chosen;
                }
                chosen.add(id);
            }
        }
        return chosen;
    }

    private static String letter(SocketRow row) {
        @Nullable
        CallbackInFlight call =
                row.callbacks().isEmpty() ? null : row.callbacks().get(0);
        return call == null ? "" : String.valueOf(call.callback().letter());
    }
}

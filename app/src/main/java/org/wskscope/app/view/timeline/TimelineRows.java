package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * The lines of the timeline from top to bottom: first one that announces hidden sockets, then the sockets; the processors have a part of their own. Immutable; pure. Lengths are pixels at 100 %.
 */
final class TimelineRows {
    /** Closed sockets that are still shown with their lanes; older ones are announced only. */
    static final int CLOSED_SHOWN = 3;

    static final double NOTICE_HEIGHT = 26;

    private static final double PADDING = 4;
    private static final double THIN_HEIGHT = 18;
    private static final double THIN_BAR = 5;

    private final List<TimelineRow> rows = new ArrayList<>();
    private final Map<LaneKey, TimelineRow> byLane = new HashMap<>();
    private final ProcessorRows processors;
    private final int hiddenSockets;
    private final boolean noticed;
    private double height;

    /**
     * What the user and the moment want of the lines.
     *
     * @param showClosed whether every closed socket has its lanes
     * @param kept a socket that is shown with all its lanes in any case, because it is selected
     * @param resting sockets that have one thin line
     */
    record Wanted(boolean showClosed, Optional<SocketId> kept, Set<Integer> resting) {
        boolean isThin(int socket) {
            return resting.contains(socket) && !isKept(socket);
        }

        boolean isKept(int socket) {
            return kept.isPresent() && kept.get().value() == socket;
        }
    }

    TimelineRows(ScopeSnapshot snapshot, Wanted wanted, ProcessorRows processors) {
        this.processors = processors;
        Set<Integer> old = olderClosed(snapshot);
        noticed = !old.isEmpty();
        Set<Integer> hidden = new HashSet<>();
        height = noticed ? NOTICE_HEIGHT : PADDING;
        int lastSocket = 0;
        for (LaneView lane : snapshot.lanes()) {
            LaneKey key = lane.key();
            if (key.isProcessor()) {
                break;
            }
            boolean first = key.number() != lastSocket;
            if (old.contains(key.number()) && !wanted.showClosed() && !wanted.isKept(key.number())) {
                hidden.add(key.number());
            } else if (wanted.isThin(key.number())) {
                addThin(key, owner(snapshot, key), first);
                lastSocket = key.number();
            } else if (key.kind() != LaneKind.RETAINED) {
                add(key, owner(snapshot, key), first);
                lastSocket = key.number();
            }
        }
        hiddenSockets = hidden.size();
        height += PADDING;
    }

    List<TimelineRow> all() {
        return rows;
    }

    ProcessorRows processors() {
        return processors;
    }

    /** Height of the sockets' lines together. */
    double height() {
        return height;
    }

    /** Closed sockets that have lanes and are not shown. */
    int hiddenSockets() {
        return hiddenSockets;
    }

    /** Whether there is a first line about closed sockets: how many are hidden, or that they are all shown. */
    boolean noticed() {
        return noticed;
    }

    /** The line a lane is drawn in. */
    Optional<TimelineRow> of(LaneKey lane) {
        LaneKey key = lane.kind() == LaneKind.RETAINED ? new LaneKey(LaneKind.CALLBACKS, lane.number()) : lane;
        return key.isProcessor() ? processors.of(key) : Optional.ofNullable(byLane.get(key));
    }

    /** The first line of a socket. */
    Optional<TimelineRow> firstOf(SocketId socket) {
        for (LaneKind kind : LaneKind.values()) {
            Optional<TimelineRow> row = kind == LaneKind.PROCESSOR ? Optional.empty() : of(LaneKey.of(kind, socket));
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** Index of the first line whose bottom is below {@code y}. */
    int firstBelow(double y) {
        int low = 0;
        int high = rows.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (rows.get(middle).bottom() <= y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Where the lines of the row's socket begin. */
    double topOfSocket(TimelineRow row) {
        return lines(row).mapToDouble(TimelineRow::y).min().orElse(row.y());
    }

    /** Where the lines of the row's socket end. */
    double bottomOfSocket(TimelineRow row) {
        return lines(row).mapToDouble(TimelineRow::bottom).max().orElse(row.bottom());
    }

    private Stream<TimelineRow> lines(TimelineRow row) {
        return Arrays.stream(LaneKind.values())
                .map(kind -> byLane.get(new LaneKey(kind, row.lane().number())))
                .filter(Objects::nonNull);
    }

    private void add(LaneKey key, String owner, boolean first) {
        double bar = key.kind() == LaneKind.CALLBACKS ? 22 : key.kind() == LaneKind.IRPS ? 12 : 13;
        double room = key.kind() == LaneKind.CALLBACKS ? 30 : key.kind() == LaneKind.IRPS ? 22 : 34;
        add(new TimelineRow(key, owner, first, false, height, room + (first ? PADDING : 0), bar));
    }

    /** One line stands for all lanes of the socket. */
    private void addThin(LaneKey key, String owner, boolean first) {
        if (first) {
            add(new TimelineRow(key, owner, true, true, height, THIN_HEIGHT, THIN_BAR));
        } else {
            byLane.put(key, rows.get(rows.size() - 1));
        }
    }

    private void add(TimelineRow row) {
        rows.add(row);
        byLane.put(row.lane(), row);
        height += row.height();
    }

    private static String owner(ScopeSnapshot snapshot, LaneKey key) {
        SocketRow socket = snapshot.socket(new SocketId(key.number()));
        return socket == null ? "" : socket.name();
    }

    private static Set<Integer> olderClosed(ScopeSnapshot snapshot) {
        Set<Integer> older = new HashSet<>();
        int seen = 0;
        for (int index = snapshot.sockets().size() - 1; index >= 0; index--) {
            SocketRow socket = snapshot.sockets().get(index);
            if (socket.isClosed() && ++seen > CLOSED_SHOWN) {
                older.add(socket.id().value());
            }
        }
        return older;
    }
}

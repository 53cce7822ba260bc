package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * The lines of the timeline from top to bottom: first one that announces hidden sockets, then the sockets, then the processors. Immutable; pure. Lengths are pixels at 100 %.
 */
final class TimelineRows {
    /** Closed sockets that are still shown with their lanes; older ones are announced only. */
    static final int CLOSED_SHOWN = 3;

    static final double NOTICE_HEIGHT = 26;

    private static final double PADDING = 4;

    private final List<TimelineRow> rows = new ArrayList<>();
    private final Map<LaneKey, TimelineRow> byLane = new HashMap<>();
    private final int hiddenSockets;
    private final boolean noticed;
    private double height;

    /**
     * @param showClosed whether every closed socket has its lanes
     * @param kept a socket that is shown in any case, because it is selected
     */
    TimelineRows(ScopeSnapshot snapshot, boolean showClosed, Optional<SocketId> kept) {
        Set<Integer> old = olderClosed(snapshot);
        noticed = !old.isEmpty();
        if (showClosed) {
            old.clear();
        }
        kept.map(SocketId::value).ifPresent(old::remove);
        Set<Integer> hidden = new HashSet<>();
        height = noticed ? NOTICE_HEIGHT : PADDING;
        String lastOwner = "";
        for (LaneView lane : snapshot.lanes()) {
            LaneKey key = lane.key();
            if (!key.isProcessor() && old.contains(key.number())) {
                hidden.add(key.number());
            } else if (key.kind() != LaneKind.RETAINED) {
                String owner = owner(snapshot, key);
                add(key, owner, !owner.equals(lastOwner));
                lastOwner = owner;
            }
        }
        hiddenSockets = hidden.size();
        height += PADDING;
    }

    List<TimelineRow> all() {
        return rows;
    }

    /** Height of all lines together. */
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
        return Optional.ofNullable(byLane.get(key));
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

    private void add(LaneKey key, String owner, boolean first) {
        double bar = switch (key.kind()) {
            case CALLBACKS, RETAINED -> 22;
            case IRPS -> 12;
            case CONTROL -> 13;
            case PROCESSOR -> 16;
        };
        double rowHeight = switch (key.kind()) {
            case CALLBACKS, RETAINED -> 30;
            case IRPS -> 22;
            case CONTROL -> 34;
            case PROCESSOR -> 23;
        };
        double full = rowHeight + (first ? PADDING : 0);
        TimelineRow row = new TimelineRow(key, owner, first, height, full, bar);
        rows.add(row);
        byLane.put(key, row);
        height += full;
    }

    private static String owner(ScopeSnapshot snapshot, LaneKey key) {
        if (key.isProcessor()) {
            return "CPU " + key.number();
        }
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

package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.view.timeline.ShownSockets.Shown;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.SocketId;

/**
 * The lines of the timeline from top to bottom: first one that announces hidden sockets, then the sockets; the processors have a part of their own. As high as the room
 * allows. Immutable; pure. Lengths are pixels at 100 %.
 */
final class TimelineRows {
    static final double NOTICE_HEIGHT = 24;

    private static final double THIN_BAR = 5;
    /** A line with a name on it is no lower. */
    static final double NAME = 14;

    /** With less room than this every lane counts. */
    private static final double LOW = 110;

    private static final List<LaneKind> OWN =
            List.of(LaneKind.CALLBACKS, LaneKind.RETAINED, LaneKind.IRPS, LaneKind.CONTROL);
    private static final List<LaneKind> SHARED =
            List.of(LaneKind.SHARED_CALLBACKS, LaneKind.SHARED_IRPS, LaneKind.SHARED_CONTROL);

    private final List<TimelineRow> rows = new ArrayList<>();
    private final Map<LaneKey, TimelineRow> byLane = new HashMap<>();
    private final ScopeSnapshot snapshot;
    private final ShownSockets sockets;
    private final ProcessorRows processors;
    private final Wanted wanted;
    private final LaneHeights heights;
    private double height;

    /**
     * What the moment wants of the lines.
     *
     * @param kept a socket that is shown with all its lanes in any case, because it is selected
     * @param resting sockets that have one thin line
     * @param noticed whether there is a first line about what is hidden, or shown in addition
     * @param room height of the window without ruler, processors included
     */
    record Wanted(Optional<SocketId> kept, Set<Integer> resting, boolean noticed, double room) {
        boolean isThin(SocketRow socket) {
            return resting.contains(socket.id().value())
                    && !(kept.isPresent() && kept.get().equals(socket.id()));
        }
    }

    private TimelineRows(
            ScopeSnapshot snapshot,
            ShownSockets sockets,
            ProcessorRows processors,
            Wanted wanted,
            LaneHeights heights) {
        this.snapshot = snapshot;
        this.sockets = sockets;
        this.processors = processors;
        this.wanted = wanted;
        this.heights = heights;
        height = wanted.noticed() ? NOTICE_HEIGHT : heights.padding();
        sockets.sockets().forEach(this::add);
        height += heights.padding();
    }

    /** The most comfortable lines that fit; the tightest are for a low window only, else the compact ones scroll. */
    static TimelineRows of(ScopeSnapshot snapshot, ShownSockets sockets, ProcessorRows processors, Wanted wanted) {
        double room = wanted.room() - processors.height();
        TimelineRows roomy = new TimelineRows(snapshot, sockets, processors, wanted, LaneHeights.ROOMY);
        if (roomy.height <= room) {
            return roomy;
        }
        TimelineRows compact = new TimelineRows(snapshot, sockets, processors, wanted, LaneHeights.COMPACT);
        if (compact.height <= room) {
            return compact;
        }
        TimelineRows tight = new TimelineRows(snapshot, sockets, processors, wanted, LaneHeights.TIGHT);
        return tight.height <= room || room < LOW ? tight : compact;
    }

    List<TimelineRow> all() {
        return rows;
    }

    ShownSockets sockets() {
        return sockets;
    }

    ProcessorRows processors() {
        return processors;
    }

    /** Height of the sockets' lines together. */
    double height() {
        return height;
    }

    /** Whether there is a first line about closed sockets: how many are hidden, or that they are all shown. */
    boolean noticed() {
        return wanted.noticed();
    }

    /** The line a lane is drawn in: its own, or that of the listener that stands for its socket. */
    Optional<TimelineRow> of(LaneKey lane) {
        if (lane.isProcessor()) {
            return processors.of(lane);
        }
        TimelineRow own = byLane.get(lane);
        if (own != null) {
            return Optional.of(own);
        }
        SocketRow socket = snapshot.socket(new SocketId(lane.number()));
        SocketId listener = socket == null ? null : socket.listener();
        LaneKind shared = shared(lane.kind());
        return listener == null || shared == null
                ? Optional.empty()
                : Optional.ofNullable(byLane.get(LaneKey.of(shared, listener)));
    }

    /** The first line of a socket, or of the listener that stands for it. */
    Optional<TimelineRow> firstOf(SocketId socket) {
        return Stream.concat(
                        SHARED.stream().map(kind -> Optional.ofNullable(byLane.get(LaneKey.of(kind, socket)))),
                        OWN.stream().map(kind -> of(LaneKey.of(kind, socket))))
                .flatMap(Optional::stream)
                .findFirst();
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
        return Stream.concat(OWN.stream(), SHARED.stream())
                .map(kind -> byLane.get(new LaneKey(kind, row.lane().number())))
                .filter(Objects::nonNull);
    }

    private void add(Shown shown) {
        List<LaneKey> own = OWN.stream()
                .map(kind -> LaneKey.of(kind, shown.socket().id()))
                .filter(lane -> snapshot.lane(lane) != null)
                .toList();
        boolean first = true;
        if (wanted.isThin(shown.socket())) {
            if (!shown.folds() && !own.isEmpty()) {
                TimelineRow collapsed = addCollapsed(own.get(0), shown);
                own.forEach(lane -> byLane.put(lane, collapsed));
            }
        } else {
            for (LaneKey lane : own) {
                if (lane.kind() != LaneKind.RETAINED) {
                    add(lane, shown, first);
                    first = false;
                }
            }
        }
        if (shown.folds()) {
            addShared(shown, first, wanted.isThin(shown.socket()) ? own : List.of());
        }
        putRetained(shown);
    }

    /** The listener's own lanes, when they rest, lie in the first of the lines of its connections. */
    private void addShared(Shown shown, boolean first, List<LaneKey> resting) {
        boolean name = first;
        for (LaneKind kind : SHARED) {
            LaneKey lane = LaneKey.of(kind, shown.socket().id());
            if (kind == LaneKind.SHARED_CALLBACKS || hasBars(lane)) {
                add(lane, shown, name);
                name = false;
            }
        }
        TimelineRow top =
                byLane.get(LaneKey.of(LaneKind.SHARED_CALLBACKS, shown.socket().id()));
        if (top != null) {
            resting.forEach(lane -> byLane.put(lane, top));
        }
    }

    private void putRetained(Shown shown) {
        TimelineRow callbacks =
                byLane.get(LaneKey.of(LaneKind.CALLBACKS, shown.socket().id()));
        if (callbacks != null) {
            byLane.put(LaneKey.of(LaneKind.RETAINED, shown.socket().id()), callbacks);
        }
    }

    private boolean hasBars(LaneKey lane) {
        LaneView view = snapshot.lane(lane);
        return view != null && view.size() > 0;
    }

    private void add(LaneKey lane, Shown shown, boolean first) {
        double line = heights.line(lane.kind());
        double room = first ? Math.max(NAME, line) + heights.padding() : line;
        put(new TimelineRow(
                lane,
                shown.socket().name(),
                first,
                false,
                lane.isShared() ? shown.connections() : 0,
                height,
                room,
                heights.bar(lane.kind())));
    }

    private TimelineRow addCollapsed(LaneKey lane, Shown shown) {
        return put(new TimelineRow(lane, shown.socket().name(), true, true, 0, height, heights.collapsed(), THIN_BAR));
    }

    private TimelineRow put(TimelineRow row) {
        rows.add(row);
        byLane.put(row.lane(), row);
        height += row.height();
        return row;
    }

    private static @Nullable LaneKind shared(LaneKind kind) {
        return switch (kind) {
            case CALLBACKS, RETAINED -> LaneKind.SHARED_CALLBACKS;
            case IRPS -> LaneKind.SHARED_IRPS;
            case CONTROL -> LaneKind.SHARED_CONTROL;
            case PROCESSOR, SHARED_CALLBACKS, SHARED_IRPS, SHARED_CONTROL -> null;
        };
    }
}

package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.view.timeline.TimelineItem.BarMark;
import org.wskscope.app.view.timeline.TimelineItem.GroupMark;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.BarVisitor;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneKind;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.wsk.SocketId;

/** Where everything visible is. Pure: a snapshot and an area give rectangles; the same rectangles are painted and answer what lies under a pixel. */
final class TimelineLayout {
    /** A bar is never narrower, pixels at 100 %. */
    static final double MIN_WIDTH = 3;

    private static final int MAX_TRACKS = 3;
    private static final double SLOP = 2;
    private static final Set<LaneKind> SOCKET_LANES = EnumSet.range(LaneKind.CALLBACKS, LaneKind.CONTROL);
    /** A stripe that stands for many is not made wider than this, so that zooming to it tells more. */
    private static final double WIDEST_GROUP = 48;

    private final TimelineArea area;
    private final TimelineRows rows;
    private final long nowNanos;
    private final List<TimelineRow> visible = new ArrayList<>();
    private final List<TimelineItem> marks = new ArrayList<>();
    private boolean growing;
    private int groups;

    /**
     * @param nowNanos the playhead's time: open bars last until then
     */
    TimelineLayout(ScopeSnapshot snapshot, TimelineRows rows, TimelineArea area, long nowNanos) {
        this.area = area;
        this.rows = rows;
        this.nowNanos = nowNanos;
        double top = area.scrollY() / area.scale();
        double bottom = (area.scrollY() + area.pinnedTop() - area.ruler()) / area.scale();
        List<TimelineRow> all = rows.all();
        for (int index = rows.firstBelow(top);
                index < all.size() && all.get(index).y() < bottom;
                index++) {
            show(snapshot, all.get(index));
        }
        rows.processors().all().forEach(row -> show(snapshot, row));
    }

    TimelineArea area() {
        return area;
    }

    TimelineRows rows() {
        return rows;
    }

    long nowNanos() {
        return nowNanos;
    }

    List<TimelineRow> visibleRows() {
        return visible;
    }

    Set<SocketId> visibleSockets() {
        return visible.stream()
                .filter(row -> !row.lane().isProcessor())
                .map(row -> new SocketId(row.lane().number()))
                .collect(Collectors.toSet());
    }

    /** In painting order. */
    List<TimelineItem> marks() {
        return marks;
    }

    /** True when an open bar is in view, so that time alone changes the picture. */
    boolean isGrowing() {
        return growing;
    }

    /** True when there is no lane to show. */
    boolean isEmpty() {
        return visible.isEmpty();
    }

    /** True when something stands for many that only zooming in tells apart. */
    boolean isDense() {
        return groups > 0;
    }

    Optional<TimelineHit> hit(double x, double y) {
        if (y < area.ruler()) {
            return Optional.empty();
        }
        if (rows.noticed() && y < area.pinnedTop() && y >= area.yOf(0) && y < area.yOf(TimelineRows.NOTICE_HEIGHT)) {
            return Optional.of(new TimelineHit.OnNotice());
        }
        return x < area.gutter() ? nameAt(y) : markAt(x, y);
    }

    /** The rectangle of a bar, if it is painted by itself. */
    Optional<BarMark> markOf(Bar bar) {
        return marks.stream()
                .filter(BarMark.class::isInstance)
                .map(BarMark.class::cast)
                .filter(mark -> shows(mark, bar))
                .findFirst();
    }

    private boolean shows(BarMark mark, Bar bar) {
        LaneKey lane = mark.bar().lane();
        return lane.equals(bar.lane())
                ? mark.bar().index() == bar.index()
                : lane.isShared()
                        && mark.bar().startSequence() == bar.startSequence()
                        && rows.of(bar.lane()).filter(mark.row()::equals).isPresent();
    }

    private void show(ScopeSnapshot snapshot, TimelineRow row) {
        visible.add(row);
        if (row.collapsed()) {
            SOCKET_LANES.forEach(
                    kind -> place(snapshot, new LaneKey(kind, row.lane().number()), row));
            return;
        }
        if (row.lane().kind() == LaneKind.SHARED_CALLBACKS) {
            placeListener(snapshot, row);
        }
        if (row.lane().kind() == LaneKind.CALLBACKS) {
            place(snapshot, new LaneKey(LaneKind.RETAINED, row.lane().number()), row);
        }
        place(snapshot, row.lane(), row);
    }

    /** The listener's own lanes lie here when they have no line of their own. */
    private void placeListener(ScopeSnapshot snapshot, TimelineRow row) {
        SocketId listener = new SocketId(row.lane().number());
        for (LaneKind kind : SOCKET_LANES) {
            LaneKey lane = LaneKey.of(kind, listener);
            if (rows.of(lane).filter(row::equals).isPresent()) {
                place(snapshot, lane, row);
            }
        }
    }

    /** Sockets are not to be hit where processors cover them. */
    private boolean isInPart(TimelineRow row, double y) {
        return row.lane().isProcessor() == y >= area.pinnedTop();
    }

    private Optional<TimelineHit> nameAt(double y) {
        return visible.stream()
                .filter(row -> !row.lane().isProcessor() && isInPart(row, y))
                .filter(row -> y >= area.topOf(row) && y < area.bottomOf(row))
                .map(row -> row.shared()
                        ? new TimelineHit.OnFold(new SocketId(row.lane().number()), row.connections())
                        : (TimelineHit)
                                new TimelineHit.OnSocket(new SocketId(row.lane().number())))
                .findFirst();
    }

    private Optional<TimelineHit> markAt(double x, double y) {
        return markAt(x, y, 0).or(() -> markAt(x, y, SLOP));
    }

    private Optional<TimelineHit> markAt(double x, double y, double slop) {
        for (int index = marks.size() - 1; index >= 0; index--) {
            TimelineItem mark = marks.get(index);
            if (isInPart(mark.row(), y)
                    && x >= mark.x() - slop
                    && x <= mark.x() + mark.width() + slop
                    && y >= mark.y() - slop
                    && y <= mark.y() + mark.height() + slop) {
                return Optional.of(hitOf(mark));
            }
        }
        return Optional.empty();
    }

    private static TimelineHit hitOf(TimelineItem mark) {
        return mark instanceof GroupMark group
                ? new TimelineHit.OnGroup(group.row(), group.startNanos(), group.endNanos(), group.count())
                : new TimelineHit.OnBar(((BarMark) mark).bar());
    }

    private void place(ScopeSnapshot snapshot, LaneKey key, TimelineRow row) {
        LaneView lane = snapshot.lane(key);
        if (lane != null) {
            LanePlacing placing = new LanePlacing(row, key.kind());
            long from = (long) area.viewport().start();
            long to = (long) Math.ceil(area.viewport().end());
            lane.visit(from, to, area.nanosPerPixel(), placing);
            placing.finish();
        }
    }

    /** Puts one lane's marks into its line; bars that overlap in time share its height. */
    private final class LanePlacing implements BarVisitor {
        private final TimelineRow row;
        private final LaneKind kind;
        private final boolean tails;
        private final List<Bar> bars = new ArrayList<>();
        private final List<Integer> tracks = new ArrayList<>();
        private final double[] trackEnd = new double[MAX_TRACKS];
        private int tracksUsed = 1;
        private @Nullable GroupMark lastGroup;

        LanePlacing(TimelineRow row, LaneKind kind) {
            this.row = row;
            this.kind = kind;
            this.tails = kind == LaneKind.RETAINED || row.shared();
            Arrays.fill(trackEnd, Double.NEGATIVE_INFINITY);
        }

        @Override
        public void bar(Bar bar) {
            bars.add(bar);
            growing |= bar.isOpen();
        }

        @Override
        public void group(long startNanos, long endNanos, int count, int codes) {
            double x = clamped(area.xOf(startNanos));
            double width = Math.max(MIN_WIDTH * area.scale(), clamped(area.xOf(endNanos)) - x);
            double height = row.bar() * area.scale();
            double y = area.barTopOf(row);
            GroupMark next = new GroupMark(row, kind, startNanos, endNanos, count, codes, x, y, width, height);
            groups++;
            if (lastGroup != null && touches(lastGroup, next)) {
                lastGroup = lastGroup.and(next);
                marks.set(marks.size() - 1, lastGroup);
            } else {
                lastGroup = next;
                marks.add(next);
            }
        }

        /** Equal neighbours are one rectangle. */
        private boolean touches(GroupMark before, GroupMark next) {
            return before.codes() == next.codes()
                    && next.x() <= before.x() + before.width() + 0.5
                    && next.x() + next.width() - before.x() <= WIDEST_GROUP * area.scale();
        }

        void finish() {
            bars.sort(Comparator.comparingInt(Bar::index));
            bars.forEach(bar -> tracks.add(track(bar.startNanos(), end(bar))));
            double height = row.bar() * area.scale() / tracksUsed;
            // Those without a length lie on top: what begins when they end would cover them.
            mark(height, false);
            mark(height, true);
        }

        /** Bars of one instant stand beside each other, so that each can be pointed at. */
        private void mark(double height, boolean instants) {
            double gap = tracksUsed > 1 ? 1 : 0;
            double[] taken = new double[MAX_TRACKS];
            Arrays.fill(taken, Double.NEGATIVE_INFINITY);
            for (int index = 0; index < bars.size(); index++) {
                Bar bar = bars.get(index);
                if (instants != (end(bar) == bar.startNanos())) {
                    continue;
                }
                int track = tracks.get(index);
                double x = clamped(area.xOf(bar.startNanos()));
                double width = Math.max(MIN_WIDTH * area.scale(), clamped(area.xOf(end(bar))) - x);
                if (instants) {
                    x = Math.max(x, taken[track]);
                    taken[track] = x + width + 1;
                }
                double y = area.barTopOf(row) + track * height;
                marks.add(new BarMark(row, bar, x, y, width, height - gap));
            }
        }

        private int track(double start, double end) {
            int best = 0;
            for (int candidate = 0; candidate < MAX_TRACKS; candidate++) {
                if (trackEnd[candidate] <= start) {
                    best = candidate;
                    break;
                }
                if (trackEnd[candidate] < trackEnd[best]) {
                    best = candidate;
                }
            }
            trackEnd[best] = Math.max(trackEnd[best], end);
            tracksUsed = tails ? 1 : Math.max(tracksUsed, best + 1);
            return tails ? 0 : best;
        }

        private double end(Bar bar) {
            return bar.isOpen() ? Math.max(bar.startNanos(), nowNanos) : bar.endNanos();
        }

        /** Far outside the view a coordinate is of no use, and too large for a canvas. */
        private double clamped(double x) {
            return Math.max(area.gutter() - 50, Math.min(area.width() + 50, x));
        }
    }
}

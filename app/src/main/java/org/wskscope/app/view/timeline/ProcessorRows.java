package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wskscope.engine.projection.LaneKey;
import org.wskscope.engine.projection.LaneView;
import org.wskscope.engine.projection.ScopeSnapshot;

/**
 * The processors' lines, which stay at the bottom of the timeline: at most a few of them, the rest announced and scrolled to. Immutable; pure. Lengths are pixels at
 * 100 %, from the top of this part.
 */
final class ProcessorRows {
    /** With more, the rest is announced. */
    static final int MOST_SHOWN = 4;

    static final double ROW_HEIGHT = 23;
    static final double NOTICE_HEIGHT = 20;

    private static final double BAR_HEIGHT = 16;
    /** In a low window the lines are lower, and the last ones go before two lines of sockets would. */
    private static final double LOW = 150;

    private static final double LOW_ROW_HEIGHT = 17;
    private static final double LOW_BAR_HEIGHT = 14;
    private static final double SOCKETS_FIRST = 2 * LaneHeights.LEGIBLE + 8;
    private static final double PADDING = 4;
    /** The sockets keep the larger part of the room. */
    private static final double MOST_OF_ROOM = 0.45;

    private final List<TimelineRow> rows = new ArrayList<>();
    private final int first;
    private final int total;
    private final double height;
    private final boolean noticed;

    /**
     * @param wanted index of the first processor shown, as far as there are enough behind it
     * @param room height of both parts together
     */
    ProcessorRows(ScopeSnapshot snapshot, int wanted, double room) {
        List<LaneKey> lanes =
                snapshot.processorLanes().stream().map(LaneView::key).toList();
        boolean low = room < LOW;
        double rowHeight = low ? LOW_ROW_HEIGHT : ROW_HEIGHT;
        total = lanes.size();
        int fitting = (int) ((room - SOCKETS_FIRST) / rowHeight);
        int roomy = (int) Math.max(1, room * MOST_OF_ROOM / rowHeight);
        int shown = Math.min(total, Math.min(MOST_SHOWN, Math.max(0, Math.min(fitting, roomy))));
        first = Math.max(0, Math.min(wanted, total - shown));
        double y = PADDING;
        for (LaneKey lane : lanes.subList(first, first + shown)) {
            rows.add(new TimelineRow(
                    lane, "CPU " + lane.number(), true, false, 0, y, rowHeight, low ? LOW_BAR_HEIGHT : BAR_HEIGHT));
            y += rowHeight;
        }
        noticed = shown > 0 && shown < total && !low;
        height = shown == 0 ? 0 : y + PADDING + (noticed ? NOTICE_HEIGHT : 0);
    }

    List<TimelineRow> all() {
        return rows;
    }

    double height() {
        return height;
    }

    /** Index of the first processor shown. */
    int first() {
        return first;
    }

    int total() {
        return total;
    }

    /** Whether a last line says that there are more processors. */
    boolean noticed() {
        return noticed;
    }

    Optional<TimelineRow> of(LaneKey lane) {
        return rows.stream().filter(row -> row.lane().equals(lane)).findFirst();
    }

    /** The first processor to show, so that this one is among them. */
    int firstShowing(LaneKey lane, ScopeSnapshot snapshot) {
        int index = 0;
        for (LaneView view : snapshot.processorLanes()) {
            if (view.key().equals(lane)) {
                break;
            }
            index++;
        }
        return Math.max(index - rows.size() + 1, Math.min(first, index));
    }
}

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
    private static final double PADDING = 4;
    /** The sockets keep the larger part of the room. */
    private static final double MOST_OF_ROOM = 0.45;

    private final List<TimelineRow> rows = new ArrayList<>();
    private final int first;
    private final int total;
    private final double height;

    /**
     * @param wanted index of the first processor shown, as far as there are enough behind it
     * @param room height of both parts together
     */
    ProcessorRows(ScopeSnapshot snapshot, int wanted, double room) {
        List<LaneKey> lanes = snapshot.lanes().stream()
                .map(LaneView::key)
                .filter(LaneKey::isProcessor)
                .toList();
        total = lanes.size();
        int fitting = (int) Math.max(1, room * MOST_OF_ROOM / ROW_HEIGHT);
        int shown = Math.min(total, Math.min(MOST_SHOWN, fitting));
        first = Math.max(0, Math.min(wanted, total - shown));
        double y = PADDING;
        for (LaneKey lane : lanes.subList(first, first + shown)) {
            rows.add(new TimelineRow(lane, "CPU " + lane.number(), true, false, y, ROW_HEIGHT, BAR_HEIGHT));
            y += ROW_HEIGHT;
        }
        height = total == 0 ? 0 : y + PADDING + (shown < total ? NOTICE_HEIGHT : 0);
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
        return rows.size() < total;
    }

    Optional<TimelineRow> of(LaneKey lane) {
        return rows.stream().filter(row -> row.lane().equals(lane)).findFirst();
    }

    /** The first processor to show, so that this one is among them. */
    int firstShowing(LaneKey lane, ScopeSnapshot snapshot) {
        int index = 0;
        for (LaneView view : snapshot.lanes()) {
            if (view.key().equals(lane)) {
                break;
            }
            index += view.key().isProcessor() ? 1 : 0;
        }
        return Math.max(index - rows.size() + 1, Math.min(first, index));
    }
}

package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;

/** A snapshot as text: everything a view could ask it for, so that two snapshots can be compared. */
public final class SnapshotText {
    private SnapshotText() {}

    public static String of(ScopeSnapshot snapshot) {
        StringBuilder text = new StringBuilder()
                .append(snapshot.playhead())
                .append(' ')
                .append(snapshot.timeNanos())
                .append(' ')
                .append(snapshot.totals())
                .append('\n');
        text.append(snapshot.environment()).append('\n');
        snapshot.sockets().forEach(row -> text.append(row).append('\n'));
        snapshot.findings().forEach(finding -> text.append(finding).append('\n'));
        List<LaneView> lanes = new ArrayList<>(snapshot.lanes());
        lanes.addAll(snapshot.sharedLanes(LaneKind.SHARED_CALLBACKS));
        lanes.addAll(snapshot.sharedLanes(LaneKind.SHARED_IRPS));
        lanes.addAll(snapshot.sharedLanes(LaneKind.SHARED_CONTROL));
        for (LaneView lane : lanes) {
            text.append(lane.key()).append(' ').append(lane.size()).append('\n');
            for (int index = 0; index < lane.size(); index++) {
                text.append(lane.bar(index)).append('\n');
            }
            long end = snapshot.timeNanos();
            visit(lane, 0, end, end / 50.0, text);
            visit(lane, end / 3, end / 2, end / 500.0, text);
            visit(lane, end / 2, end * 2, 0, text);
        }
        return text.toString();
    }

    private static void visit(LaneView lane, long from, long to, double nanosPerPixel, StringBuilder text) {
        lane.visit(from, to, nanosPerPixel, new BarVisitor() {
            @Override
            public void bar(Bar bar) {
                text.append(' ').append(bar.index());
            }

            @Override
            public void group(long startNanos, long endNanos, int count, int codes) {
                text.append(" [" + startNanos + ' ' + endNanos + ' ' + count + ' ' + codes + ']');
            }
        });
        text.append('\n');
    }
}

package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordHead;

/** Finds what led to a record and what it led to: one step each way, or the whole chain. Pure. */
final class CauseChain {
    private static final int MOST_LINKS = 60;

    private CauseChain() {}

    /**
     * One step.
     *
     * @param towards it leads to the record asked for, not away from it
     */
    record Link(long cause, long effect, boolean towards) {}

    /** The links around a record in order of their effects; none for a record beyond the playhead. */
    static List<Link> around(ScopeSnapshot snapshot, long sequence, boolean whole) {
        if (sequence < 0 || sequence >= snapshot.playhead()) {
            return List.of();
        }
        List<Link> links = causes(snapshot, sequence, whole ? MOST_LINKS : 1);
        links.addAll(effects(snapshot, sequence, whole));
        return links;
    }

    /** Effects of a record are looked for before this one. */
    static long end(long sequence) {
        return sequence + 1 + TimelineViewModel.EFFECT_WINDOW;
    }

    private static List<Link> causes(ScopeSnapshot snapshot, long sequence, int most) {
        List<Link> links = new ArrayList<>();
        RecordCursor cursor = snapshot.log().cursor();
        long effect = sequence;
        while (links.size() < most) {
            long cause = cursor.moveTo(effect).cause();
            if (cause == RecordHead.NO_CAUSE || cause >= effect) {
                break;
            }
            links.add(new Link(cause, effect, true));
            effect = cause;
        }
        Collections.reverse(links);
        return links;
    }

    private static List<Link> effects(ScopeSnapshot snapshot, long sequence, boolean whole) {
        List<Link> links = new ArrayList<>();
        Set<Long> reached = new HashSet<>(Set.of(sequence));
        RecordCursor cursor = snapshot.log().cursor();
        int most = whole ? MOST_LINKS : TimelineViewModel.MOST_EFFECTS;
        long end = Math.min(snapshot.playhead(), end(sequence));
        for (long at = sequence + 1; at < end && links.size() < most; at++) {
            long cause = cursor.moveTo(at).cause();
            if (reached.contains(cause)) {
                links.add(new Link(cause, at, false));
                if (whole) {
                    reached.add(at);
                }
            }
        }
        return links;
    }
}

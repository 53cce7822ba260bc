package org.wskscope.app.view.timeline;

import java.util.ArrayList;
import java.util.List;

/** The moments the user has put a flag on. FX thread. */
final class TimeMarks {
    /** With more, the oldest flag goes. */
    static final int MOST = 20;

    private final List<Long> moments = new ArrayList<>();

    /** Puts a flag at the moment, or takes away the one that is nearer to it than {@code reachNanos}. */
    void toggle(long nanos, double reachNanos) {
        if (moments.removeIf(moment -> Math.abs(moment - nanos) <= reachNanos)) {
            return;
        }
        moments.add(nanos);
        if (moments.size() > MOST) {
            moments.remove(0);
        }
    }

    /** In the order they were put. */
    List<Long> moments() {
        return moments;
    }
}

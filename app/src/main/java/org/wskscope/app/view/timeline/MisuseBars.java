package org.wskscope.app.view.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.wskscope.engine.projection.Bar;
import org.wskscope.engine.projection.Finding;
import org.wskscope.engine.projection.ScopeSnapshot;

/** Which bars some finding is about, taken in a bounded number at a time. FX thread. */
final class MisuseBars {
    /** Taken in at one painting. */
    static final int MOST_FINDINGS = 500;

    private final Supplier<ScopeSnapshot> shown;
    /** Records that began a bar some finding is about. */
    private final Set<Long> begins = new HashSet<>();

    private int seen;

    MisuseBars(Supplier<ScopeSnapshot> shown) {
        this.shown = shown;
    }

    boolean contains(Bar bar) {
        return !begins.isEmpty() && begins.contains(bar.startSequence());
    }

    /** Takes in findings that are new; false while there are more. */
    boolean takeFindings() {
        List<Finding> findings = shown.get().findings();
        if (findings.size() < seen) { // the moment went back
            begins.clear();
            seen = 0;
        }
        int end = Math.min(findings.size(), seen + MOST_FINDINGS);
        for (; seen < end; seen++) {
            BarLocator.of(shown.get(), findings.get(seen).about())
                    .map(Bar::startSequence)
                    .ifPresent(begins::add);
        }
        return seen == findings.size();
    }
}

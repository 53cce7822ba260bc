package org.wskscope.engine.projection;

import java.util.Arrays;

/**
 * A finding, and all records that explain it, oldest first. Immutable.
 *
 * @param newest as it is known now
 */
record FoundMisuse(Finding newest, long[] explanations) {
    private static final long[] NONE = {};

    FoundMisuse(Finding finding) {
        this(finding, NONE);
    }

    FoundMisuse explainedBy(long record) {
        long[] more = Arrays.copyOf(explanations, explanations.length + 1);
        more[explanations.length] = record;
        return new FoundMisuse(newest.explainedBy(record), more);
    }

    /** As it was known when the records before {@code playhead} were all there are. */
    Finding at(long playhead) {
        if (newest.explained() < playhead) {
            return newest;
        }
        long known = Finding.UNEXPLAINED;
        for (long explanation : explanations) {
            known = explanation < playhead ? explanation : known;
        }
        return newest.explainedBy(known);
    }
}

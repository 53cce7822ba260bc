package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.trace.TraceLog;

class StateFinderTest {
    /** Some anchors long. */
    private static final int RECORDS = 3 * ScopeFold.ANCHOR_RECORDS + 1000;

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void anyPlaceIsWhatAFoldFromTheFirstRecordGives(long seed) {
        TraceLog log = RandomLog.of(seed, RECORDS);
        History history = tailOf(log).history();
        StateFinder finder = new StateFinder();
        SplittableRandom places = new SplittableRandom(seed);
        Map<Long, Long> found = new HashMap<>();
        for (int jump = 0; jump < 20; jump++) {
            long at = places.nextLong(log.size() + 1);
            found.put(at, finder.at(history, at).digest());
            for (long near = Math.max(0, at - 3); near <= Math.min(log.size(), at + 3); near++) {
                found.put(near, finder.at(history, near).digest());
            }
        }

        StateFold forwards = new StateFold(log, FoldSink.NOTHING);
        for (long at = 0; at <= log.size(); at++) {
            forwards.foldTo(at);
            Long digest = found.get(at);
            if (digest != null) {
                assertThat(forwards.state().digest()).as("record %d", at).isEqualTo(digest);
            }
        }
    }

    @Test
    void aPlaceIsTheSameWhicheverHistoryItIsLookedForIn() {
        TraceLog log = RandomLog.of(31, 5000);
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(3000);
        History early = fold.history();
        String then = SnapshotText.of(early.at(new StateFinder().at(early, 2500)));

        fold.foldTo(log.size());
        History late = fold.history();

        assertThat(SnapshotText.of(late.at(new StateFinder().at(late, 2500)))).isEqualTo(then);
        assertThat(SnapshotText.of(early.at(new StateFinder().at(early, 2500)))).isEqualTo(then);
    }

    @Test
    void whatIsBehindTheTailIsNotKnown() {
        TraceLog log = RandomLog.of(5, 100);
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(50);

        assertThatThrownBy(() -> new StateFinder().at(fold.history(), 51)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAnchorIsKeptOnlyAfterEnoughRecords() {
        TraceLog log = RandomLog.of(6, RECORDS);
        History history = tailOf(log).history();

        long first = history.anchors().nextAfter(0);
        assertThat(first).isGreaterThanOrEqualTo(ScopeFold.ANCHOR_RECORDS);
        assertThat(history.anchors().before(first).sequence()).isEqualTo(first);
        assertThat(history.anchors().before(first - 1).sequence()).isZero();
    }

    private static ScopeFold tailOf(TraceLog log) {
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(log.size());
        return fold;
    }
}

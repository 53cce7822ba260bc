package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.testkit.RandomRecords;
import org.wskscope.engine.testkit.RecordWriter;
import org.wskscope.engine.trace.TraceLog;

class ScopeFoldPurityTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void foldingInStepsEqualsFoldingAtOnce(long seed) {
        TraceLog log = RandomLog.of(seed, 6000);
        SplittableRandom steps = new SplittableRandom(seed);
        ScopeFold inSteps = new ScopeFold(log);

        while (inSteps.playhead() < log.size()) {
            inSteps.foldTo(Math.min(log.size(), inSteps.playhead() + 1 + steps.nextInt(700)));
            inSteps.snapshot();
        }

        assertThat(SnapshotText.of(inSteps.snapshot())).isEqualTo(SnapshotText.of(foldedTo(log, log.size())));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void laterFoldingChangesNoEarlierSnapshot(long seed) {
        TraceLog log = RandomLog.of(seed, 300);
        ScopeFold fold = new ScopeFold(log);
        List<ScopeSnapshot> taken = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (long playhead = 0; playhead <= log.size(); playhead++) {
            fold.foldTo(playhead);
            taken.add(fold.snapshot());
            texts.add(SnapshotText.of(fold.snapshot()));
        }

        List<String> afterwards = taken.stream().map(SnapshotText::of).toList();

        assertThat(afterwards).isEqualTo(texts);
        assertThat(SnapshotText.of(foldedTo(log, 150))).isEqualTo(texts.get(150));
    }

    @Test
    void recordsOfADamagedFileAreFoldedWithoutHarm() {
        RandomRecords records = new RandomRecords(5);
        TraceLog log = new TraceLog(2000);
        RecordWriter writer = new RecordWriter(log);
        for (int round = 0; round < 40; round++) {
            RandomRecords.kinds().forEach(kind -> writer.write(records.next(kind, log.size())));
        }

        ScopeSnapshot snapshot = foldedTo(log, log.size());

        assertThat(snapshot.playhead()).isEqualTo(log.size());
        assertThat(SnapshotText.of(snapshot)).isNotEmpty();
    }

    private static ScopeSnapshot foldedTo(TraceLog log, long playhead) {
        ScopeFold fold = new ScopeFold(log);
        fold.foldTo(playhead);
        return fold.snapshot();
    }
}

package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.SnapshotText;
import org.wskscope.engine.trace.TraceReader;

/** What is folded while the session runs is what its log folds to afterwards. */
@Timeout(60)
class LiveFoldTest {
    private static final int STEPS = 40;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void everySnapshotTakenLiveEqualsTheOneFoldedFromTheLog(long seed) throws IOException {
        List<ScopeSnapshot> live = new ArrayList<>();
        TraceReader log;
        try (LiveEcho echo = new LiveEcho()) {
            log = echo.session.log();
            ScopeFold fold = new ScopeFold(log);
            SplittableRandom random = new SplittableRandom(seed);
            List<LoopbackPeer> peers = new ArrayList<>();
            for (int step = 0; step < STEPS; step++) {
                act(echo, peers, random);
                fold.foldTo(log.size());
                live.add(fold.snapshot());
            }
            for (LoopbackPeer peer : peers) {
                peer.close();
            }
        }

        for (ScopeSnapshot snapshot : live) {
            ScopeFold fold = new ScopeFold(log);
            fold.foldTo(snapshot.playhead());
            assertThat(SnapshotText.of(snapshot))
                    .as("seed %d, checkpoint %d", seed, snapshot.playhead())
                    .isEqualTo(SnapshotText.of(fold.snapshot()));
        }
        assertThat(live.get(STEPS - 1).playhead()).isGreaterThan(STEPS);
    }

    private static void act(LiveEcho echo, List<LoopbackPeer> peers, SplittableRandom random) throws IOException {
        int choice = random.nextInt(4);
        if (peers.isEmpty() || choice == 0) {
            peers.add(echo.connect());
        } else if (choice == 1) {
            LoopbackPeer leaving = peers.remove(random.nextInt(peers.size()));
            if (random.nextBoolean()) {
                leaving.reset();
            } else {
                leaving.close();
            }
        } else {
            LoopbackPeer peer = peers.get(random.nextInt(peers.size()));
            int length = 1 + random.nextInt(5000);
            peer.send(new byte[length]);
            peer.receive(length);
        }
    }
}

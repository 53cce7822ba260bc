package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.projection.History;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.SnapshotText;
import org.wskscope.engine.projection.State;
import org.wskscope.engine.projection.StateFinder;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.trace.TraceReader;

/** How things stood at any record is what a fold from the first record to it gives, for every record of every scenario. */
class StateOfGoldenLogsTest {
    static Stream<Scenario> everyScenario() throws IOException, ScenarioFormatException {
        return ScenarioFilesTest.everyScenario();
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void theStateAtEveryRecordEqualsAFoldFromTheFirstToIt(Scenario scenario) {
        SimulatedSessionOptions options =
                SimulatedSessionOptions.DEFAULT.withSeed(1).with(scenario.choices());
        try (SimulatedSession session = SimulatedSession.open(options)) {
            new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
            TraceReader log = session.log();
            List<Long> digests = new ArrayList<>();
            List<String> pictures = new ArrayList<>();
            for (long at = 0; at <= log.size(); at++) {
                ScopeFold fold = new ScopeFold(log);
                fold.foldTo(at);
                digests.add(fold.state().digest());
                pictures.add(SnapshotText.of(fold.snapshot()));
            }
            ScopeFold tail = new ScopeFold(log);
            tail.foldTo(log.size());
            History history = tail.history();
            StateFinder finder = new StateFinder();

            // Forwards each time from where the last one stood, then back to the start.
            for (int at = 0; at <= log.size(); at++) {
                State state = finder.at(history, at);
                assertThat(state.digest()).as("forwards at %d", at).isEqualTo(digests.get(at));
            }
            for (int at = (int) log.size(); at >= 0; at--) {
                State state = finder.at(history, at);
                assertThat(state.digest()).as("backwards at %d", at).isEqualTo(digests.get(at));
                assertThat(SnapshotText.of(history.at(state)))
                        .as("what is shown at %d", at)
                        .isEqualTo(pictures.get(at));
            }
        }
    }
}

package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.Totals;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.testkit.LogDigest;
import org.wskscope.engine.testkit.StressRounds;
import org.wskscope.engine.trace.RecordKind;

/** The scenarios in virtual time: each ends as its file says, leaves nothing behind, waits for no real time and is the same every time. */
@Tag("everyLocale")
class SimulatedScenariosTest {
    private static final Path FOLDER = Path.of("..", "assets", "scenarios");
    private static final int SEEDS = StressRounds.rounds(3, 100);

    static Stream<Scenario> everyScenario() throws IOException, ScenarioFormatException {
        return library().scenarios().stream();
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void playsInVirtualTimeAndTheSameEveryTime(Scenario scenario) {
        for (long seed = 1; seed <= SEEDS; seed++) {
            String first = play(scenario, seed);

            assertThat(play(scenario, seed)).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void anotherSeedIsAnotherSession() throws IOException, ScenarioFormatException {
        Scenario scenario = library().scenario("SCN-03").orElseThrow();

        assertThat(play(scenario, 1)).isNotEqualTo(play(scenario, 2));
    }

    @Test
    void stopsAtAMomentAndTimeStandsThere() throws IOException, ScenarioFormatException {
        Scenario scenario = library().scenario("SCN-03").orElseThrow();
        try (SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT)) {
            new ScenarioPlayer(session).playUntil(scenario, "disable waits", ScenarioObserver.NONE);

            assertThat(session.nanoTime()).isPositive().isLessThan(TimeUnit.SECONDS.toNanos(1));
            long size = session.log().size();
            session.runFor(TimeUnit.HOURS.toNanos(1));
            // What a peer sent counts as sent when its stack hears of it; nothing else is under way.
            assertThat(LongStream.range(size, session.log().size()).mapToObj(session.log()::kind))
                    .allMatch(RecordKind.PEER_CHANGED::equals)
                    .hasSizeLessThan(3);
        }
    }

    private static String play(Scenario scenario, long seed) {
        SimulatedSession session = SimulatedSession.open(
                SimulatedSessionOptions.DEFAULT.withSeed(seed).with(scenario.choices()));
        try (session) {
            ScenarioPart part = new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);

            assertThat(part.end()).isGreaterThan(part.start());
            assertThat(totals(session).openSockets()).isZero();
        }
        assertThat(totals(session).irpsPending()).isZero();
        return LogDigest.of(session.log());
    }

    private static Totals totals(SimulatedSession session) {
        ScopeFold fold = new ScopeFold(session.log());
        fold.foldTo(session.log().size());
        return fold.snapshot().totals();
    }

    private static ScenarioLibrary library() throws IOException, ScenarioFormatException {
        return ScenarioLibrary.read(name -> Files.newInputStream(FOLDER.resolve(name)));
    }
}

package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.EventState;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.wsk.WskEvent;

/** The scenario files that are packaged with the program, played on real loopback sockets. */
class ScenarioFilesTest {
    private static final Path FOLDER = Path.of("..", "assets", "scenarios");

    static Stream<Scenario> everyScenario() throws IOException, ScenarioFormatException {
        return library().scenarios().stream();
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    @SuppressWarnings("try") // closing is what is tested
    void playsToItsEndAndLeavesNoSocketOpen(Scenario scenario) {
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.with(scenario.choices()))) {
            List<Integer> begun = new ArrayList<>();

            ScenarioPart part = new ScenarioPlayer(session).play(scenario, (index, count) -> {
                begun.add(index);
                return count == scenario.length();
            });

            assertThat(begun).hasSize(scenario.length());
            assertThat(part.end()).isGreaterThan(part.start());
            ScopeFold fold = new ScopeFold(session.log());
            fold.foldTo(session.log().size());
            assertThat(fold.snapshot().totals().openSockets()).isZero();
            session.close();
            fold.foldTo(session.log().size());
            assertThat(fold.snapshot().totals().irpsPending()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void namesOnlyRulesAndChoicesThatExist(Scenario scenario) {
        RuleBook book = RuleBook.load();

        assertThat(scenario.rules()).isNotEmpty();
        assertThat(scenario.rules())
                .allSatisfy(id -> assertThat(
                                book.rule(id).isPresent() || book.choice(id).isPresent())
                        .as(id)
                        .isTrue());
    }

    @Test
    @Tag("C-41")
    void aScenarioThatNeedsOtherChoicesIsNotPlayedAndSaysWhich() throws IOException, ScenarioFormatException {
        Scenario scenario = library().scenario("SCN-08-CHAOS").orElseThrow();
        try (SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT)) {
            long size = session.log().size();

            assertThat(catchThrowable(() -> new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE)))
                    .isInstanceOf(ScenarioFailedException.class)
                    .hasMessageContaining("needs a session with races=chaos")
                    .hasMessageContaining("this one has seed=1");
            assertThat(session.log().size()).isEqualTo(size);
        }
    }

    @Test
    void everyFileOfTheFolderIsInTheIndex() throws IOException, ScenarioFormatException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            long count = files.filter(file -> file.toString().endsWith(".yaml")).count();

            assertThat(library().scenarios()).hasSize((int) count);
        }
    }

    @Test
    void stopsAtAMomentAndLeavesTheCallbackHeld() throws IOException, ScenarioFormatException {
        Scenario scenario = library().scenario("SCN-03").orElseThrow();
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT)) {
            new ScenarioPlayer(session).playUntil(scenario, "disable waits", ScenarioObserver.NONE);

            ScopeFold fold = new ScopeFold(session.log());
            fold.foldTo(session.log().size());
            assertThat(fold.snapshot().sockets())
                    .filteredOn(socket -> socket.lamp(WskEvent.WSK_EVENT_RECEIVE) == EventState.WAITING)
                    .singleElement()
                    .satisfies(socket -> {
                        assertThat(socket.callbacks()).singleElement().matches(CallbackInFlight::deferred);
                        assertThat(socket.irps()).hasSize(1);
                    });
        }
    }

    @Test
    void anObserverEndsAScenarioAndNothingStaysOpen() throws IOException, ScenarioFormatException {
        Scenario scenario = library().scenario("SCN-03").orElseThrow();
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT)) {
            assertThat(catchThrowable(() -> new ScenarioPlayer(session).play(scenario, (index, count) -> index < 8)))
                    .isInstanceOf(ScenarioCancelledException.class);

            ScopeFold fold = new ScopeFold(session.log());
            fold.foldTo(session.log().size());
            assertThat(fold.snapshot().totals().openSockets()).isZero();
        }
    }

    private static ScenarioLibrary library() throws IOException, ScenarioFormatException {
        return ScenarioLibrary.read(name -> Files.newInputStream(FOLDER.resolve(name)));
    }
}

package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.session.WorldGate;
import org.wskscope.engine.testkit.LogText;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskSocketParameters;

/** A world that is held, stepped through or slowed is the same world. */
@Timeout(60)
class WorldGateTest {
    private static final EngineCommand CREATE =
            new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET);

    @Test
    void aRunThatIsSteppedThroughLeavesTheSameLog() throws Exception {
        List<String> free;
        try (SimulatedSession session = open()) {
            play(session).get();
            free = LogText.of(session.log());
        }
        int[] steps = new int[1];

        List<String> stepped = stepped(() -> steps[0]++);

        // A step is less than a moment: several things happen at one time, and none of them without a step of its own.
        long moments = free.stream()
                .map(line -> line.substring(0, line.indexOf(' ')))
                .distinct()
                .count();
        assertThat(steps[0]).isGreaterThan((int) moments);
        assertThat(stepped).containsExactlyElementsOf(free);
    }

    @Test
    void aStepBringsARecordAndThenTheWorldStands() throws Exception {
        try (SimulatedSession session = open()) {
            WorldGate gate = session.gate().orElseThrow();
            gate.hold();
            CompletableFuture<Void> run = play(session);
            long before = session.log().size();

            gate.step();
            until(() -> session.log().size() > before);

            assertThat(run).isNotDone();
            assertThat(gate.isHeld()).isTrue();
            gate.go(WorldGate.AS_FAST_AS_POSSIBLE);
            run.handle((done, failed) -> done).get();
        }
    }

    @Test
    void commandsAreCarriedOutWhileTheWorldIsHeldAndTimeStands() throws Exception {
        try (SimulatedSession session = open()) {
            WorldGate gate = session.gate().orElseThrow();
            gate.hold();
            CompletableFuture<Void> waiting =
                    CompletableFuture.runAsync(() -> session.letRun(TimeUnit.SECONDS.toNanos(1)));
            long stood = session.nanoTime();

            CommandOutcome created = session.execute(CREATE);

            assertThat(created.status().isSuccess()).isTrue();
            assertThat(waiting).isNotDone();
            assertThat(session.nanoTime()).isEqualTo(stood);
            gate.go(WorldGate.AS_FAST_AS_POSSIBLE);
            waiting.get();
            assertThat(session.nanoTime()).isEqualTo(stood + TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Test
    void aSlowWorldTakesItsTimeAndNoVirtualOne() throws Exception {
        try (SimulatedSession session = open()) {
            session.gate().orElseThrow().go(0.5);
            long began = System.nanoTime();

            session.runFor(TimeUnit.MILLISECONDS.toNanos(50));

            assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(session.nanoTime()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void aWorldThatIsHeldCanBeClosed() {
        SimulatedSession session = open();
        session.gate().orElseThrow().hold();
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> session.letRun(1_000_000));

        session.close();

        assertThat(waiting.handle((done, failed) -> true).join()).isTrue();
    }

    /** Plays in steps, each of which {@code made} hears of. */
    private static List<String> stepped(Runnable made) throws Exception {
        try (SimulatedSession session = open()) {
            WorldGate gate = session.gate().orElseThrow();
            gate.hold();
            CompletableFuture<Void> run = play(session);
            while (!run.isDone()) {
                long before = session.log().size();
                gate.step();
                until(() -> session.log().size() > before || run.isDone());
                made.run();
            }
            run.get();
            return LogText.of(session.log());
        }
    }

    private static SimulatedSession open() {
        return SimulatedSession.open(SimulatedSessionOptions.DEFAULT.withSeed(1));
    }

    private static CompletableFuture<Void> play(SimulatedSession session) {
        WorldGate gate = session.gate().orElseThrow();
        return CompletableFuture.runAsync(() -> {
            try {
                Scenario scenario = ScenarioFilesTest.everyScenario()
                        .filter(each -> each.id().equals("SCN-03"))
                        .findFirst()
                        .orElseThrow();
                new ScenarioPlayer(session).play(scenario, (step, all) -> {
                    gate.awaitTurn(() -> false);
                    return true;
                });
            } catch (IOException | ScenarioFormatException failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            LockSupport.parkNanos(1_000_000);
        }
    }
}

package org.wskscope.engine.explained;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.wskscope.engine.program.ProgramLogs;
import org.wskscope.engine.projection.Explanation;
import org.wskscope.engine.projection.Explanations;
import org.wskscope.engine.projection.RuleBook;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.projection.TraceListing;
import org.wskscope.engine.scenario.Scenario;
import org.wskscope.engine.scenario.ScenarioFormatException;
import org.wskscope.engine.scenario.ScenarioLibrary;
import org.wskscope.engine.scenario.ScenarioObserver;
import org.wskscope.engine.scenario.ScenarioPlayer;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.trace.TraceReader;

/**
 * A sentence is chosen by what happened. Each key has its facts ({@link SocketFacts}, {@link CallbackFacts}, {@link RequestFacts}): they are asked of every record the key
 * is chosen for, and a key that nothing reaches fails too.
 */
// Callbacks that throw are situations too, of which the programs and conformance tests have many and the other sources
// none.
@ExpectLog(value = "threw|WaitProhibitedException", always = false)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedSituationsTest {
    private static final Path SCENARIOS = Path.of("..", "assets", "scenarios");
    private static final long PROGRAMS = 150;
    private static final int SHOWN = 2;
    private static final int SOURCES = 4;
    private static final long AROUND = 8;

    /** Logs of tests that are about many records tell nothing new. */
    private static final long LONGEST = 3_000;

    private final Explanations explanations = new Explanations(RuleBook.load());
    private final Map<String, Predicate<Scene>> facts = facts();
    private final Set<String> reached = new TreeSet<>();
    private final List<String> untrue = new ArrayList<>();
    private final Map<String, Integer> shown = new TreeMap<>();
    private int sources;

    private static Map<String, Predicate<Scene>> facts() {
        Map<String, Predicate<Scene>> all = new TreeMap<>();
        SocketFacts.addTo(all);
        CallbackFacts.addTo(all);
        RequestFacts.addTo(all);
        EnvironmentFacts.addTo(all);
        return all;
    }

    @Test
    void trueInEveryScenario() throws Exception {
        for (Scenario scenario : library().scenarios()) {
            look(scenario.id(), played(scenario));
        }
        allIsTrue();
    }

    @Test
    void trueInRandomPrograms() {
        for (long seed = 1; seed <= PROGRAMS; seed++) {
            look("program " + seed, ProgramLogs.of(seed));
        }
        allIsTrue();
    }

    @Test
    void trueInWhatTheConformanceTestsDo() throws Exception {
        ConformanceLogs.play((name, logs) -> logs.forEach(log -> look(name, log)));
        allIsTrue();
    }

    @Test
    void trueInSituationsOfTheirOwn() throws Exception {
        for (Situations situation : Situations.values()) {
            look(situation.name(), situation.play());
        }
        allIsTrue();
    }

    /** Nobody is asked before all four have been played: no source alone reaches every sentence. */
    @AfterAll
    void everySentenceIsReached() {
        Set<String> unreached = new TreeSet<>(Explanations.keys());
        unreached.removeAll(reached);
        if (sources == SOURCES) {
            assertThat(unreached).as("keys that nothing reaches").isEmpty();
        }
    }

    private void allIsTrue() {
        sources++;
        assertThat(untrue).isEmpty();
    }

    @Test
    void everyKeyHasItsFacts() {
        assertThat(facts.keySet()).containsExactlyElementsOf(new TreeSet<>(Explanations.keys()));
    }

    private static ScenarioLibrary library() throws IOException, ScenarioFormatException {
        return ScenarioLibrary.read(name -> Files.newInputStream(SCENARIOS.resolve(name)));
    }

    private static TraceReader played(Scenario scenario) {
        SimulatedSessionOptions options =
                SimulatedSessionOptions.DEFAULT.withSeed(1).with(scenario.choices());
        SimulatedSession session = SimulatedSession.open(options);
        try (session) {
            new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
        }
        return session.log();
    }

    private void look(String where, TraceReader log) {
        if (log.size() > LONGEST) {
            return;
        }
        ScopeFold fold = new ScopeFold(log);
        ScopeSnapshot before = fold.snapshot();
        for (long sequence = 0; sequence < log.size(); sequence++) {
            fold.foldTo(sequence + 1);
            ScopeSnapshot after = fold.snapshot();
            Explanation notified = explanations.explain(log, sequence);
            String key = notified.messageKey();
            reached.add(key);
            Scene scene = new Scene(log, log.read(sequence), notified, before, after);
            @Nullable String wrong = wrong(facts.get(key), scene);
            if (wrong != null && shown.merge(key, 1, Integer::sum) <= SHOWN) {
                untrue.add(where + " #" + sequence + ": " + key + " " + notified.arguments() + wrong
                        + around(log, sequence));
            }
            before = after;
        }
    }

    private static String around(TraceReader log, long sequence) {
        StringBuilder lines = new StringBuilder("\n");
        try {
            new TraceListing()
                    .append(log, Math.max(0, sequence - AROUND), Math.min(log.size(), sequence + AROUND), lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return lines.toString();
    }

    private static @Nullable String wrong(@Nullable Predicate<Scene> fact, Scene scene) {
        try {
            return fact == null || fact.test(scene) ? null : " is not true";
        } catch (RuntimeException | AssertionError cannot) {
            return " cannot be judged: " + cannot;
        }
    }
}

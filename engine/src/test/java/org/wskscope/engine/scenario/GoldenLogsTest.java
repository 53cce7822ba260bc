package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.testkit.LogText;

/**
 * Every scenario leaves the same log in virtual time, record by record: times, processors, levels and causes included, of which the notation of the specification says
 * nothing. The arrows and the order in the window come from these. {@code -Dgolden.write=true} writes the logs anew; what changed is to be read before it is kept.
 */
@Tag("everyLocale")
class GoldenLogsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "log");

    static Stream<Scenario> everyScenario() throws IOException, ScenarioFormatException {
        return ScenarioFilesTest.everyScenario();
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void everyRecordIsAsItWas(Scenario scenario) throws IOException {
        List<String> log = play(scenario);

        Path file = FOLDER.resolve(scenario.id() + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FOLDER);
            Files.write(file, log);
        }
        assertThat(log).containsExactlyElementsOf(Files.readAllLines(file));
    }

    private static List<String> play(Scenario scenario) throws IOException {
        SimulatedSessionOptions options =
                SimulatedSessionOptions.DEFAULT.withSeed(1).with(scenario.choices());
        try (SimulatedSession session = SimulatedSession.open(options)) {
            new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
            return LogText.of(session.log());
        }
    }
}

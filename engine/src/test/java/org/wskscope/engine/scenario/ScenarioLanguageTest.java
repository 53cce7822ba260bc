package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;

/** The page about the language of scenario files tells all of it, and each of its examples plays, on both networks. */
class ScenarioLanguageTest {
    private static final Path PAGE = Path.of("..", "docs", "scenario-language.md");
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\\n(.*?)```", Pattern.DOTALL);

    static Stream<String> examples() throws IOException {
        List<String> examples = new ArrayList<>();
        Matcher matcher = EXAMPLE.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            examples.add(matcher.group(1));
        }
        return examples.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void anExamplePlays(String yaml) throws ScenarioFormatException {
        Scenario scenario = ScenarioReader.read("example", yaml);

        try (SimulatedSession session =
                SimulatedSession.open(SimulatedSessionOptions.DEFAULT.with(scenario.choices()))) {
            assertThat(records(session, scenario)).isPositive();
        }
        try (LiveSession session = LiveSession.open(LiveSessionOptions.DEFAULT.with(scenario.choices()))) {
            assertThat(records(session, scenario)).isPositive();
        }
    }

    @Test
    void everyVerbHasAnExampleAndEveryArgumentIsReported() throws IOException, ScenarioFormatException {
        String page = Files.readString(PAGE);
        Set<String> verbs = new TreeSet<>();
        for (String example : examples().toList()) {
            Scenario scenario = ScenarioReader.read("example", example);
            for (int step = 1; step <= scenario.length(); step++) {
                verbs.add(scenario.describe(step).verb());
            }
        }

        assertThat(verbs).containsExactlyInAnyOrderElementsOf(Scenario.verbs());
        for (ScenarioVerb verb : ScenarioVerb.values()) {
            String synopsis = synopsis(page, verb.word());
            assertThat(verb.inOrder().stream().flatMap(name -> ScenarioVerb.choices(name).stream()))
                    .as("%s: {%s}", verb.word(), synopsis)
                    .allSatisfy(name -> assertThat(synopsis).containsPattern("\\b" + name + "\\b"));
        }
    }

    @Test
    void everyChoiceIsInItsTable() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Arrays.stream(SessionChoice.values()).map(SessionChoice::word))
                .allSatisfy(word -> assertThat(page).contains("| `" + word + "` |"));
    }

    @Test
    void theLimitsAreThoseOfTheReader() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(
                        String.format(Locale.ROOT, "%,d bytes, 8 levels", ScenarioReader.longest()),
                        String.format(Locale.ROOT, "%,d bytes |", ScenarioBudget.MOST_BYTES),
                        String.format(Locale.ROOT, "%,d bytes |", ScenarioBudget.LONGEST_DATAGRAM),
                        String.format(
                                Locale.ROOT,
                                "%,d datagrams, %,d in all bursts",
                                ScenarioBudget.MOST_DATAGRAMS,
                                ScenarioBudget.MOST_DATAGRAMS_IN_ALL),
                        String.format(Locale.ROOT, "| %,d |", ScenarioBudget.MOST_BYTES_IN_ALL));
    }

    private static long records(Session session, Scenario scenario) {
        ScenarioPart part = new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
        return part.end() - part.start();
    }

    /** What stands in the brackets where the page explains the verb. */
    private static String synopsis(String page, String verb) {
        Matcher matcher = Pattern.compile("`" + verb + ": \\{([^}]*)}`").matcher(page);
        assertThat(matcher.find()).as("the page explains %s", verb).isTrue();
        return matcher.group(1);
    }
}

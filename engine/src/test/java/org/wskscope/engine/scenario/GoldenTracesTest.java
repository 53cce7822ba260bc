package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.projection.TraceListing;
import org.wskscope.engine.projection.TraceNotation;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.wsk.Violation;

/**
 * Every scenario leaves the trace that was reviewed against section 9: exactly that in virtual time; on real sockets, lines that begin with {@code ||} may stand before
 * their neighbours, and what the scenario's {@code live} list names may differ. {@code -Dgolden.write=true} writes the traces anew, to be reviewed line by line.
 */
class GoldenTracesTest {
    /** How long a callback occupied a real processor is this machine's affair. */
    private static final String SLOW_MACHINE = Violation.CALLBACK_OVER_DISPATCH_BUDGET.code();

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
    private static final String ANY_ORDER = "|| ";
    /** The peer runs on a thread of its own: when it sees something there is nobody's order. */
    private static final Pattern PEER_SEES = Pattern.compile("P>  (sees|connect fails)");

    private static final Pattern TURNED_AWAY = Pattern.compile("P>  (sees reset|connect fails)");
    private static final Pattern CLOSES = Pattern.compile("A>  WskCloseSocket\\(C");
    private static final Pattern IRP = Pattern.compile("(?:#|\\bI)(\\d+)");

    static Stream<Scenario> everyScenario() throws IOException, ScenarioFormatException {
        return ScenarioFilesTest.everyScenario();
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void isExactInVirtualTime(Scenario scenario) throws IOException {
        List<String> played = steps(scenario, simulated(scenario, 1));

        if (Boolean.getBoolean("golden.write")) {
            write(scenario, played);
        }
        assertThat(played)
                .containsExactlyElementsOf(
                        golden(scenario).stream().map(GoldenTracesTest::plain).toList());
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void theSameSeedGivesTheSameLog(Scenario scenario) throws IOException {
        assertThat(wholeLog(scenario)).isEqualTo(wholeLog(scenario));
    }

    /** On real sockets the last line would be missing now and then, and nobody would be told. */
    @ParameterizedTest
    @MethodSource("everyScenario")
    void itsLastLineIsWaitedFor(Scenario scenario) throws IOException {
        List<String> lines = golden(scenario);
        String last = plain(lines.get(lines.size() - 1));
        String verb = scenario.describe(scenario.length()).verb();
        if (verb.equals("mark")) {
            verb = scenario.describe(scenario.length() - 1).verb();
        }

        if (last.startsWith("IRP")) {
            assertThat(verb).as(last).isIn("completed", "quiet");
        } else if (last.startsWith("VIO")) {
            assertThat(verb).as(last).isIn("noted", "quiet");
        } else if (last.startsWith("W>")) {
            assertThat(verb).as(last).isIn("returned", "accepted", "disabled", "quiet");
        } else {
            assertThat(last).matches("(A<|P>).*");
        }
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void isTheSameOnRealSocketsWhereTheOrderIsSure(Scenario scenario) throws IOException {
        List<String> everything = comparable(scenario, steps(scenario, live(scenario)));
        List<String> played = everything.stream()
                .filter(line -> !line.startsWith(SLOW_MACHINE)
                        && !PEER_SEES.matcher(line).lookingAt())
                .toList();
        // Who is turned away sees a refusal or a reset (FID-1). Whose connection the scenario itself closes sees that
        // before the last line, or behind it and
        // therefore not at all.
        List<String> expected = comparable(scenario, golden(scenario));
        assertThat(count(everything, TURNED_AWAY))
                .as("%s", everything)
                .isBetween(count(expected, TURNED_AWAY), count(expected, TURNED_AWAY) + count(expected, CLOSES));

        int position = 0;
        for (List<String> group : groups(expected.stream()
                .filter(line -> !PEER_SEES.matcher(line).lookingAt())
                .toList())) {
            int end = Math.min(position + group.size(), played.size());
            assertThat(played.subList(position, end))
                    .as("from line %d of %s", position + 1, played)
                    .containsExactlyInAnyOrderElementsOf(group);
            position = end;
        }
        assertThat(played).hasSize(position);
    }

    private static int count(List<String> lines, Pattern beginning) {
        return (int) lines.stream()
                .filter(line -> beginning.matcher(line).lookingAt())
                .count();
    }

    private static List<String> steps(Scenario scenario, Session session) throws IOException {
        try (session) {
            ScenarioPart part = new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
            StringBuilder text = new StringBuilder();
            TraceNotation notation = new TraceNotation();
            notation.append(session.log(), 0, part.start(), new StringBuilder());
            notation.append(session.log(), part.start(), part.end(), text);
            Map<String, String> names = new HashMap<>();
            return text.toString()
                    .lines()
                    .map(line -> IRP.matcher(line)
                            .replaceAll(
                                    found -> names.computeIfAbsent(found.group(1), number -> "I" + (names.size() + 1))))
                    .toList();
        }
    }

    private static String wholeLog(Scenario scenario) throws IOException {
        StringBuilder text = new StringBuilder();
        try (SimulatedSession session = simulated(scenario, 7)) {
            new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
            new TraceListing().append(session.log(), 0, session.log().size(), text);
        }
        return text.toString();
    }

    /** The seed is the scenario's own if it has one. */
    private static SimulatedSession simulated(Scenario scenario, long seed) {
        return SimulatedSession.open(
                SimulatedSessionOptions.DEFAULT.withSeed(seed).with(scenario.choices()));
    }

    private static LiveSession live(Scenario scenario) {
        return LiveSession.open(LiveSessionOptions.DEFAULT.with(scenario.choices()));
    }

    private static List<String> comparable(Scenario scenario, List<String> lines) {
        return lines.stream()
                .filter(line -> scenario.live().stream().noneMatch(difference -> line.contains(difference.lines())))
                .toList();
    }

    private static List<List<String>> groups(List<String> lines) {
        List<List<String>> groups = new ArrayList<>();
        for (String line : lines) {
            if (!line.startsWith(ANY_ORDER) || groups.isEmpty()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(plain(line));
        }
        return groups;
    }

    private static String plain(String line) {
        return line.startsWith(ANY_ORDER) ? line.substring(ANY_ORDER.length()) : line;
    }

    private static Path file(Scenario scenario) {
        return FOLDER.resolve(scenario.id() + ".txt");
    }

    private static List<String> golden(Scenario scenario) throws IOException {
        return Files.readAllLines(file(scenario));
    }

    /** Keeps the marks of lines that are still there, told apart by how often they came before. */
    private static void write(Scenario scenario, List<String> played) throws IOException {
        Set<String> marked = new HashSet<>();
        if (Files.exists(file(scenario))) {
            List<String> before = golden(scenario);
            for (int index = 0; index < before.size(); index++) {
                if (before.get(index).startsWith(ANY_ORDER)) {
                    marked.add(occurrence(before, index));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        for (int index = 0; index < played.size(); index++) {
            boolean anyOrder = marked.contains(occurrence(played, index));
            lines.add(anyOrder ? ANY_ORDER + played.get(index) : played.get(index));
        }
        Files.write(file(scenario), lines);
    }

    private static String occurrence(List<String> lines, int index) {
        String text = plain(lines.get(index));
        long before = lines.subList(0, index).stream()
                .filter(line -> plain(line).equals(text))
                .count();
        return text + " " + before;
    }
}

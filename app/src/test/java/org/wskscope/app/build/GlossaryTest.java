package org.wskscope.app.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The words of the project: each class the glossary names exists, no two classes have one name, and no name that had to be explained comes back. */
class GlossaryTest {
    private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern CLASSES = Pattern.compile("\\| ((`\\w+`(, )?)+) \\|$");
    private static final Pattern CLASS = Pattern.compile("`(\\w+)`");

    /** Names that were given up because nobody of the field knew what they meant. */
    private static final Set<String> GIVEN_UP = Set.of(
            "Conduct",
            "ScenarioDeeds",
            "ScenarioCast",
            "ScenarioStage",
            "Told",
            "CommandRoad",
            "TellingCommandPort",
            "RaceDice",
            "WaitCircle",
            "RoutinesUnderWay",
            "Tally",
            "PeerMaking",
            "PeerRoster",
            "PeerLedger",
            "Dial",
            "CallbackAct",
            "ActDraft",
            "ActRow",
            "Surroundings",
            "GraphStage",
            "Topic",
            "Lamp",
            "LampToggle",
            "LampState",
            "SessionDesk",
            "RestingSockets",
            "Wish");

    @Test
    void namesClassesThatExist() throws IOException {
        Set<String> known = sources().map(GlossaryTest::className).collect(Collectors.toSet());
        List<String> lost = new ArrayList<>();
        int named = 0;
        for (String line : Files.readAllLines(TOP.resolve("docs/glossary.md"))) {
            Matcher cell = CLASSES.matcher(line);
            if (cell.find()) {
                Matcher name = CLASS.matcher(cell.group(1));
                while (name.find()) {
                    named++;
                    if (!known.contains(name.group(1))) {
                        lost.add(name.group(1));
                    }
                }
            }
        }

        assertThat(lost).isEmpty();
        assertThat(named).isGreaterThan(30);
    }

    @Test
    void eachNameBelongsToOneClass() throws IOException {
        Map<String, Long> uses = sources()
                .map(GlossaryTest::className)
                .filter(name -> !name.endsWith("-info"))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));

        assertThat(uses.entrySet().stream().filter(use -> use.getValue() > 1).map(Map.Entry::getKey))
                .isEmpty();
    }

    @Test
    void namesThatWereGivenUpStayAway() throws IOException {
        Pattern types = Pattern.compile("\\b(class|interface|enum|record) (\\w+)\\b");
        Set<String> back = new TreeSet<>();
        for (Path source : sources().toList()) {
            Matcher type = types.matcher(Files.readString(source));
            while (type.find()) {
                String name = type.group(2);
                if (GIVEN_UP.contains(name) || name.endsWith("Words")) {
                    back.add(name + " in " + TOP.relativize(source));
                }
            }
        }

        assertThat(back).isEmpty();
    }

    private static String className(Path source) {
        return source.getFileName().toString().replace(".java", "");
    }

    private static Stream<Path> sources() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String module : List.of("engine/src", "app/src")) {
            try (Stream<Path> files = Files.walk(TOP.resolve(module))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(all::add);
            }
        }
        return all.stream();
    }
}

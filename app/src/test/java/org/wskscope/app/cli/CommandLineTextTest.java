package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CommandMessage;
import org.wskscope.engine.session.CommandOutcome;

class CommandLineTextTest {
    private static final List<Path> SOURCES =
            List.of(Path.of("..", "engine", "src", "main", "java"), Path.of("src", "main", "java"));
    private static final Pattern KEY = Pattern.compile("\"(command\\.(?:failed|(?:refused|note|done)\\.\\w+))\"");

    private final ResourceBundle words = ResourceBundle.getBundle("org.wskscope.app.i18n.commands");

    @Test
    void theBundleHasASentenceForEachMessageAboutACommandAndNoOther() throws IOException {
        Set<String> said = words.keySet().stream()
                .map(key -> key.replaceFirst("\\.(windows|mac|linux)$", ""))
                .collect(Collectors.toSet());

        assertThat(said).containsExactlyInAnyOrderElementsOf(keysInTheSources());
    }

    @Test
    void theArgumentsStandInTheSentence() {
        CommandOutcome outcome = CommandOutcome.refused(
                NtStatus.STATUS_ADDRESS_ALREADY_EXISTS, CommandMessage.parse("command.refused.portInUse 5001"));

        assertThat(new CommandLineText().refusal(outcome)).startsWith("Port 5001 is in use by another program.");
    }

    private static Set<String> keysInTheSources() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (Path root : SOURCES) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path source :
                        files.filter(file -> file.toString().endsWith(".java")).toList()) {
                    KEY.matcher(Files.readString(source)).results().forEach(match -> keys.add(match.group(1)));
                }
            }
        }
        return keys;
    }
}

package org.wskscope.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("everyLocale")
class PreferencesFileTest {
    private final ObjectMapper mapper = new ObjectMapper();

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("preferences.json");
    }

    @Test
    void aScannerThatHoldsTheFileIsWaitedFor() throws IOException {
        List<Path> tries = new ArrayList<>();
        PreferencesFile preferences = new PreferencesFile(file, (by, target) -> {
            tries.add(by);
            if (tries.size() < 4) {
                throw new AccessDeniedException(target.toString());
            }
            Files.move(by, target, StandardCopyOption.REPLACE_EXISTING);
        });

        preferences.write(object("theme", "LIGHT"));

        assertThat(new PreferencesFile(file).read()).contains(object("theme", "LIGHT"));
        assertThat(tries).hasSize(4).doesNotHaveDuplicates();
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void whoNeverLetsGoIsReportedAndLeavesNothingBehind() {
        PreferencesFile preferences = new PreferencesFile(file, (by, target) -> {
            throw new AccessDeniedException(target.toString());
        });

        assertThatThrownBy(() -> preferences.write(object("theme", "LIGHT"))).isInstanceOf(AccessDeniedException.class);
        assertThat(leftOver()).isEmpty();
    }

    @Test
    void whatTwoProgramsChangeIsKeptBoth() throws IOException {
        Files.writeString(file, "{\"theme\":\"DARK\",\"scale\":100,\"unknown\":1}");
        PreferencesFile one = new PreferencesFile(file);
        PreferencesFile other = new PreferencesFile(file);
        ObjectNode ofOne = (ObjectNode) one.read().orElseThrow();
        ObjectNode ofOther = (ObjectNode) other.read().orElseThrow();

        one.write(ofOne.deepCopy().put("theme", "LIGHT"));
        other.write(ofOther.deepCopy().put("scale", 150));

        assertThat(new PreferencesFile(file).read())
                .contains(object("theme", "LIGHT").put("scale", 150).put("unknown", 1));
    }

    @Test
    void twoThatWriteAtOnceBothWrite() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (String name : List.of("one", "other")) {
                PreferencesFile preferences = new PreferencesFile(file);
                done.add(writers.submit(() -> {
                    ObjectNode wanted = mapper.createObjectNode();
                    for (int round = 1; round <= 20; round++) {
                        preferences.write(wanted.put(name, round));
                    }
                    return null;
                }));
            }
            for (Future<?> each : done) {
                each.get(30, TimeUnit.SECONDS);
            }
        } finally {
            writers.shutdownNow();
        }

        ObjectNode both = mapper.createObjectNode().put("one", 20).put("other", 20);
        assertThat(new PreferencesFile(file).read()).contains(both);
    }

    private List<Path> leftOver() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(path -> path.toString().endsWith(".tmp")).toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ObjectNode object(String name, String value) {
        return mapper.createObjectNode().put(name, value);
    }
}

package org.wskscope.app.preferences;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wskscope.engine.testkit.logging.ExpectLog;

@Tag("everyLocale")
class PreferencesStoreTest {
    private final ScheduledExecutorService saver = Executors.newSingleThreadScheduledExecutor();

    @TempDir
    Path directory;

    @AfterEach
    void stop() {
        saver.shutdownNow();
    }

    @Test
    void withoutAFileTheDefaultsHoldAndNoFileIsMade() {
        PreferencesStore store = new PreferencesStore(directory, saver);

        assertThat(store.current()).isEqualTo(Preferences.defaults());
        assertThat(store.damagedCopy()).isEmpty();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void everyChoiceComesBack() throws IOException {
        JsonNode layout = new ObjectMapper().readTree("{\"root\":{\"windows\":[\"a\"]}}");
        Preferences chosen = Preferences.defaults()
                .withTheme("LIGHT")
                .withUiScalePercent(150)
                .withReduceMotion(true)
                .withDisplaySpeed(0.25)
                .withPorts(0, 4242)
                .withChoices(Map.of("races", "chaos", "acceptBacklog", "4"))
                .withWindow(new WindowPlace(10, 20, 1280, 800, true, true))
                .withLayout(layout);
        try (PreferencesStore store = new PreferencesStore(directory, saver)) {
            store.update(current -> chosen);
        }

        assertThat(new PreferencesStore(directory, saver).current()).isEqualTo(chosen);
        assertThat(directory.resolve("preferences.json.tmp")).doesNotExist();
    }

    @Test
    void aChangeIsWrittenByTheSaverSoonAfterwards() throws InterruptedException {
        PreferencesStore store = new PreferencesStore(directory, saver);

        store.update(current -> current.withTheme("LIGHT"));
        saver.shutdown();

        assertThat(saver.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        assertThat(new PreferencesStore(directory, saver).current().theme()).isEqualTo("LIGHT");
    }

    @Test
    @ExpectLog("PreferencesStore: The preferences in .* are damaged; the defaults are used")
    void aDamagedFileIsKeptAsideAndTheDefaultsAreUsed() throws IOException {
        Files.writeString(directory.resolve("preferences.json"), "{\"theme\": \"LIG");

        PreferencesStore store = new PreferencesStore(directory, saver);

        assertThat(store.current()).isEqualTo(Preferences.defaults());
        assertThat(store.damagedCopy())
                .hasValueSatisfying(copy ->
                        assertThat(copy).hasFileName("preferences.json.bad").hasContent("{\"theme\": \"LIG"));
        assertThat(directory.resolve("preferences.json")).doesNotExist();
    }

    @Test
    @ExpectLog("PreferencesStore: The preferences in .* are damaged; the defaults are used")
    void aFileThatIsJsonButNotOursIsDamagedToo() throws IOException {
        Files.writeString(directory.resolve("preferences.json"), "[1, 2]");

        assertThat(new PreferencesStore(directory, saver).damagedCopy()).isPresent();
    }

    @Test
    void oneChoiceThatMakesNoSenseCostsOnlyItself() throws IOException {
        Files.writeString(
                directory.resolve("preferences.json"),
                "{\"theme\":\"LIGHT\",\"uiScalePercent\":4000,\"tcpPort\":\"high\",\"window\":{\"width\":-3},\"new\":1}");

        Preferences read = new PreferencesStore(directory, saver).current();

        assertThat(read).isEqualTo(Preferences.defaults().withTheme("LIGHT"));
    }

    @Test
    @ExpectLog("PreferencesStore: The preferences cannot be written to ")
    void aDirectoryThatCannotBeWrittenCostsOnlyTheMemory() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        try (PreferencesStore store = new PreferencesStore(file.resolve("below"), saver)) {
            store.update(current -> current.withTheme("LIGHT"));

            assertThat(store.current().theme()).isEqualTo("LIGHT");
        }
    }
}

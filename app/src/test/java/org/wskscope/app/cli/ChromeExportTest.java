package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.CommandLineRun;

/** {@code wskscope export --to chrome}: what a viewer of trace events relies on. */
@Timeout(60)
@Tag("everyLocale")
class ChromeExportTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"SCN-03", "SCN-15", "SCN-21"})
    void everyCallbackBeginsAndEndsOnceOnItsSocketAndFlowsArePaired(String scenario) throws IOException {
        Path run = folder.resolve("a.wskrun");
        Path trace = folder.resolve("a.json");
        CommandLineRun.of("run", scenario, "--save", run.toString());

        CommandLineRun export = CommandLineRun.of("export", "--to", "chrome", "-o", trace.toString(), run.toString());

        assertThat(export.status()).as(export.err()).isZero();
        JsonNode events = new ObjectMapper().readTree(Files.readString(trace)).get("traceEvents");
        Map<String, Double> open = new HashMap<>();
        Set<Long> flows = new HashSet<>();
        int callbacks = 0;
        for (JsonNode event : events) {
            String key = event.get("pid") + " " + event.path("cat") + " " + event.path("id2");
            double at = event.get("ts").asDouble();
            switch (event.get("ph").asText()) {
                case "b" -> {
                    assertThat(open.put(key, at)).isNull();
                    callbacks += event.get("cat").asText().equals("callbacks") ? 1 : 0;
                }
                case "e" -> assertThat(open.remove(key)).isNotNull().isLessThanOrEqualTo(at);
                case "s" -> assertThat(flows.add(event.get("id").longValue())).isTrue();
                case "f" ->
                    assertThat(flows.remove(event.get("id").longValue())).isTrue();
                case "X" -> assertThat(event.get("dur").asDouble()).isNotNegative();
                default -> assertThat(event.get("ph").asText()).isEqualTo("M");
            }
        }
        assertThat(open).isEmpty();
        assertThat(flows).isEmpty();
        long entered = CommandLineRun.of("show", "--json", run.toString())
                .out()
                .lines()
                .filter(line -> line.contains("\"kind\":\"CALLBACK_ENTERED\""))
                .count();
        assertThat(callbacks).isEqualTo((int) entered).isPositive();
        assertThat(StreamSupport.stream(events.spliterator(), false)
                        .filter(event -> event.get("ph").asText().equals("M"))
                        .map(event -> event.at("/args/name").asText()))
                .contains("callbacks", "IRPs", "control", "CPU 0")
                .containsAnyOf("L1", "D1");
    }
}

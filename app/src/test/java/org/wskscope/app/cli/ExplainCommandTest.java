package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.wskscope.app.CommandLineRun;

/** {@code wskscope explain}: every line of a trace with its reason. */
@Timeout(60)
@Tag("everyLocale")
class ExplainCommandTest {
    @TempDir
    Path folder;

    @Test
    void theLinesAreThoseOfTheTraceAndEachHasItsReason() {
        List<String> trace =
                CommandLineRun.of("run", "SCN-03").out().lines().skip(1).toList();
        CommandLineRun run = CommandLineRun.of("explain", "SCN-03");

        assertThat(run.status()).isZero();
        List<String> all = run.out().lines().toList();
        assertThat(all.stream().filter(line -> !line.startsWith("      ")).toList())
                .isEqualTo(trace.stream().filter(line -> !line.isEmpty()).toList());
        assertThat(all.stream().filter(line -> line.startsWith("      "))).hasSize(all.size() / 2);
        int pending = all.indexOf("A<  PENDING");
        assertThat(all.get(pending + 1)).contains("calls are in progress", "CTL-ECB-09");
    }

    @Test
    void aSavedRunIsExplainedToo() throws IOException {
        Path file = folder.resolve("a.wskrun");
        CommandLineRun.of("run", "SCN-03", "--save", file.toString());

        CommandLineRun run = CommandLineRun.of("explain", "--json", file.toString());

        assertThat(run.status()).isZero();
        assertThat(run.out().lines().toList()).anySatisfy(line -> {
            JsonNode object = new ObjectMapper().readTree(line);
            assertThat(object.get("line").asText()).isEqualTo("A<  PENDING");
            assertThat(object.get("rules").toString()).contains("CTL-ECB-09");
        });
        assertThat(CommandLineRun.of("explain", folder.resolve("b.wskrun").toString())
                        .status())
                .isEqualTo(2);
    }
}

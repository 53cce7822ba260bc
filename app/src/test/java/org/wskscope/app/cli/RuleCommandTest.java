package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.app.CommandLineRun;

/** {@code wskscope rule}: what one reads who asks for a rule or for a name of WSK. */
@Timeout(60)
@Tag("everyLocale")
class RuleCommandTest {
    @Test
    void aRuleIsToldWithItsPageAndTheScenariosThatShowIt() {
        CommandLineRun run = CommandLineRun.of("rule", "ctl-ecb-09");

        assertThat(run.status()).isZero();
        assertThat(run.out()).startsWith("CTL-ECB-09  ").contains("https://learn.microsoft.com/", "SCN-03");
    }

    @Test
    void choicesLimitsAndViolationsHaveIdsToo() {
        assertThat(CommandLineRun.of("rule", "C-41").out()).startsWith("C-41  ");
        assertThat(CommandLineRun.of("rule", "FID-1").out()).startsWith("FID-1  ");
        assertThat(CommandLineRun.of("rule", "VIO-09").out()).startsWith("VIO-09  ");
    }

    @Test
    void aFunctionGivesTheRulesThatNameIt() {
        CommandLineRun run = CommandLineRun.of("rule", "WskReceive");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("EVT-RCV-09  ", "EVT-RCV-03  ");
        assertThat(run.out().lines().filter(line -> !line.startsWith(" ")))
                .allMatch(line -> line.matches(".*\\bWskReceive\\b.*"));
    }

    @Test
    void whatIsMistypedIsAnsweredWithTheNearest() {
        CommandLineRun rule = CommandLineRun.of("rule", "CTL-EBC-09");
        CommandLineRun function = CommandLineRun.of("rule", "WskRecieve");

        assertThat(rule.status()).isEqualTo(2);
        assertThat(rule.err()).contains("CTL-EBC-09", "perhaps \"CTL-ECB-09\" is meant");
        assertThat(function.err()).contains("perhaps \"WskReceive\" is meant");
    }

    @Test
    void asJsonEachIsAnObjectOnALine() throws IOException {
        CommandLineRun run = CommandLineRun.of("rule", "EVT-RCV-09", "--json");

        JsonNode object = new ObjectMapper().readTree(run.out());
        assertThat(object.get("id").asText()).isEqualTo("EVT-RCV-09");
        assertThat(object.get("page").asText()).endsWith("nc-wsk-pfn_wsk_receive_event");
        assertThat(object.get("scenarios").isArray()).isTrue();
    }
}

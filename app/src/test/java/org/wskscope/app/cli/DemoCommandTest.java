package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.app.CommandLineRun;

@Timeout(60)
class DemoCommandTest {
    @Test
    void itTellsBothScenariosInTheTraceNotation() {
        CommandLineRun run = CommandLineRun.of("demo");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .containsSubsequence(
                        "SCN-03",
                        "P>",
                        "WskReceiveEvent",
                        "DISABLE|RECEIVE",
                        "A<",
                        "PENDING",
                        "P>",
                        "return SUCCESS",
                        "IRP",
                        "SUCCESS",
                        "SCN-04",
                        "WskReceiveEvent",
                        "DISABLE|RECEIVE",
                        "EVENT_PENDING",
                        "return SUCCESS");
    }

    @Test
    void itPlaysTheScenarioAskedForAndListsThemAll() {
        CommandLineRun one = CommandLineRun.of("demo", "scn-12");
        CommandLineRun all = CommandLineRun.of("demo", "--list");

        assertThat(one.status()).isZero();
        assertThat(one.out())
                .contains("SCN-12")
                .contains("return DATA_NOT_ACCEPTED")
                .doesNotContain("SCN-03");
        assertThat(all.status()).isZero();
        assertThat(all.out()).contains("SCN-02", "SCN-17");
    }

    @Test
    void aScenarioThatIsNotThereIsNamedWithThoseThatAre() {
        CommandLineRun run = CommandLineRun.of("demo", "SCN-99");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("SCN-99").contains("SCN-03");
    }

    @Test
    void scenariosThatNeedOtherChoicesArePlayedBesideOthers() {
        CommandLineRun run = CommandLineRun.of("demo", "SCN-08", "SCN-08-CHAOS", "SCN-17-EAGER", "SCN-02");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .containsSubsequence("SCN-08 ", "SCN-08-CHAOS", "races=chaos", "SCN-17-EAGER", "EAGER", "SCN-02");
    }
}

package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.app.CommandLineRun;

@Timeout(60)
@Tag("everyLocale")
class RunCommandTest {
    private static final String[] TRACE = {
        "SCN-14", "WskReceive(", "PENDING", "P>", "receive SUCCESS, 4", "enter  n=6", "return SUCCESS"
    };

    @Test
    void virtualTimeTellsTheSameStoryEachTime() {
        CommandLineRun first = CommandLineRun.of("scenario", "SCN-14");
        CommandLineRun second = CommandLineRun.of("scenario", "scn-14");

        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.out()).containsSubsequence(TRACE).isEqualTo(second.out());
    }

    @Test
    void realSocketsTellItToo() {
        CommandLineRun run = CommandLineRun.of("scenario", "--live", "SCN-14");

        assertThat(run.status()).isZero();
        assertThat(run.out()).containsSubsequence(TRACE);
    }

    @Test
    void oneThatIsNotThereIsNamedWithThoseThatAre() {
        CommandLineRun run = CommandLineRun.of("scenario", "SCN-99");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("SCN-99").contains("SCN-03");
    }

    @Test
    @Tag("C-41")
    void aScenarioIsPlayedWithTheChoicesItNeeds() {
        CommandLineRun run = CommandLineRun.of("scenario", "SCN-08-CHAOS");
        CommandLineRun live = CommandLineRun.of("scenario", "--live", "SCN-08-CHAOS");

        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("races=chaos, seed=38")
                .containsSubsequence("WskAccept(", "PENDING", "WskAcceptEvent", "return SUCCESS", "accept SUCCESS");
        assertThat(live.status()).isZero();
        assertThat(live.out()).containsSubsequence("PENDING", "WskAcceptEvent", "accept SUCCESS");
    }

    @Test
    void aChoiceOfTheCommandLineTakesEffect() {
        CommandLineRun usual = CommandLineRun.of("scenario", "SCN-03");
        CommandLineRun passive = CommandLineRun.of("scenario", "SCN-03", "--choice", "irql=PASSIVE", "--seed", "5");

        assertThat(usual.out()).doesNotContain("irql=");
        assertThat(passive.status()).isZero();
        assertThat(passive.out()).contains("irql=PASSIVE, seed=5");
    }

    @Test
    void aScenarioDoesNotPlayWithAnotherChoiceThanItNeeds() {
        CommandLineRun run = CommandLineRun.of("scenario", "SCN-08-CHAOS", "--choice", "races=deterministic");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("SCN-08-CHAOS goes only with races=chaos, seed=38, so it cannot be played with"
                        + " races=deterministic." + System.lineSeparator());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', textBlock = """
        races=wild # races is one of deterministic, chaos, not "wild"
        rases=wild # there is no choice called "rases"; there are races, gracefulDisconnect
        races      # A choice is a name and a value, for example races=chaos, but this is 'races'
        """)
    void whatIsNoChoiceIsSaidInOneSentence(String choice, String sentence) {
        CommandLineRun run = CommandLineRun.of("scenario", "SCN-03", "--choice", choice);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(sentence);
    }

    @Test
    void theHelpNamesEveryChoice() {
        CommandLineRun run = CommandLineRun.of("scenario", "--help");

        assertThat(run.out()).contains("--choice=NAME=VALUE", "--seed=NUMBER");
        assertThat(run.out().replaceAll("\\s+", ""))
                .contains("races=deterministic|chaos", "acceptBacklog=128", "waits=strict|faithful");
    }
}

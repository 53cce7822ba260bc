package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.app.CommandLineRun;

@Timeout(60)
class ScenarioCommandTest {
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
}

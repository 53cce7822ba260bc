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
}

package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void versionIsTheOneOfTheBuild() {
        CommandLineRun run = CommandLineRun.of("--version");

        assertThat(run.status()).isZero();
        assertThat(run.out().strip()).matches("WskScope \\d+\\.\\d+\\.\\d+.*");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpNamesTheProgramItsCommandsAndItsOptions() {
        CommandLineRun run = CommandLineRun.of("--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("wskscope", "--version", "Winsock Kernel", "echo", "demo");
    }

    @Test
    void anUnknownCommandIsNamedOnTheErrorStream() {
        CommandLineRun run = CommandLineRun.of("no-such-command");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no-such-command", "--help");
    }
}

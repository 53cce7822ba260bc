package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void versionIsTheOneOfTheBuild() {
        int status = run("--version");

        assertThat(status).isZero();
        assertThat(out.toString().strip()).matches("WskScope \\d+\\.\\d+\\.\\d+.*");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void helpNamesTheProgramAndItsOptions() {
        int status = run("--help");

        assertThat(status).isZero();
        assertThat(out.toString()).contains("wskscope", "--version", "Winsock Kernel");
    }

    @Test
    void anUnknownCommandIsNamedOnTheErrorStream() {
        int status = run("no-such-command");

        assertThat(status).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("no-such-command", "--help");
    }

    private int run(String... args) {
        CommandLine commandLine = Main.commandLine();
        commandLine.setOut(new PrintWriter(out, true));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(args);
    }
}

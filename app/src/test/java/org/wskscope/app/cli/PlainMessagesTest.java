package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class PlainMessagesTest {
    @Command(name = "failing")
    private static final class FailingCommand implements Callable<Integer> {
        @Override
        public Integer call() {
            throw new IllegalStateException("outer", new IllegalArgumentException("the disk is full"));
        }
    }

    @Test
    void aFailureIsOneLineWithItsReasonAndNoStackTrace() {
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new FailingCommand()).setExecutionExceptionHandler(new PlainMessages());
        command.setErr(new PrintWriter(err, true));

        int status = command.execute();

        assertThat(status).isEqualTo(1);
        assertThat(err.toString().lines()).singleElement().asString().contains("failed", "the disk is full");
    }
}

package org.wskscope.app.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.wskscope.app.view.Messages;
import org.wskscope.app.view.Notices;
import org.wskscope.app.view.UserAction;

/** Failures nobody caught, in a Java process of its own: once while it runs, once while it is being ended. */
class UncaughtFailuresTest {
    @Test
    void isToldWhileTheProgramRunsAndNotWhileItIsEnded() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FailingProgram.class.getName())
                .redirectErrorStream(true)
                .start();

        String said = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(program.waitFor()).isZero();
        assertThat(said).contains("told: running").doesNotContain("told: ending");
    }

    /** Fails as the window's parts do, and says what was told of it. */
    static final class FailingProgram {
        private FailingProgram() {}

        public static void main(String[] args) {
            fail("running", new IllegalStateException("running"));
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> fail("ending", new IllegalArgumentException("ending"))));
        }

        private static void fail(String when, RuntimeException failure) {
            new UncaughtFailures(new Messages(Locale.ENGLISH), () -> new Printed(when))
                    .uncaughtException(Thread.currentThread(), failure);
        }
    }

    /** Prints that a failure was told. */
    private record Printed(String when) implements Notices {
        @Override
        public void refused(String code, String sentence) {
            System.out.println("told: " + when);
        }

        @Override
        public void inform(String sentence) {}

        @Override
        public void ask(String sentence, List<UserAction> answers) {}
    }
}

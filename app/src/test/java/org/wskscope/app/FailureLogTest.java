package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.status.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {
    @TempDir
    Path folder;

    /** Reading a file of settings costs the start of the window more than all messages of a run. */
    @Test
    void noFileSaysWhatBecomesOfMessages() {
        assertThat(ServiceLoader.load(Configurator.class).stream().map(ServiceLoader.Provider::type))
                .contains(LogSetup.class);
    }

    @Test
    void theFileIsThereWithTheFirstFailureAndNotBefore() throws IOException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("wskscope.log.dir", folder.toString());
        new LogSetup().configure(context);
        assertThat(context.getLogger("ROOT").getAppender("STDERR")).isNotNull();
        context.getLogger("ROOT").detachAppender("STDERR");
        Path file = folder.resolve("wskscope.log");

        boolean before = Files.exists(file);
        context.getLogger("test").warn("It failed.");

        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() >= Status.WARN)
                .isEmpty();
        assertThat(before).isFalse();
        assertThat(Files.readString(file)).contains("WARN").contains("It failed.");
        context.stop();
    }
}

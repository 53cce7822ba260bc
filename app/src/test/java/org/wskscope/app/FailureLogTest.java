package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureLogTest {
    @TempDir
    Path folder;

    @Test
    void theFileIsThereWithTheFirstFailureAndNotBefore() throws IOException, JoranException {
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("wskscope.log.dir", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(FailureLogTest.class.getResource("/logback.xml"));
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

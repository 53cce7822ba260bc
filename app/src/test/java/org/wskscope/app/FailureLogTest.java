package org.wskscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.joran.JoranConfigurator;
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
    void theFileIsThereWithTheFirstFailureAndNotBefore() throws IOException {
        LoggerContext context = new LoggerContext();
        Path file = folder.resolve("wskscope.log");
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        FailureLog log = new FailureLog();
        log.setContext(context);
        log.setFile(file.toString());
        log.setEncoder(encoder);
        log.start();
        Logger logger = context.getLogger("test");
        logger.addAppender(log);

        boolean before = Files.exists(file);
        logger.warn("It failed.");
        context.stop();

        assertThat(before).isFalse();
        assertThat(Files.readAllLines(file)).containsExactly("It failed.");
    }

    @Test
    void theProgramsConfigurationIsUnderstoodWhole() throws JoranException {
        LoggerContext context = new LoggerContext();
        context.putProperty("wskscope.log.dir", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);

        configurator.doConfigure(FailureLogTest.class.getResource("/logback.xml"));
        Level level = context.getLogger("ROOT").getLevel();
        context.stop();

        assertThat(level).isEqualTo(Level.WARN);
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() >= Status.WARN)
                .isEmpty();
        assertThat(folder).isEmptyDirectory();
    }
}

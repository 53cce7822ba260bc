package org.wskscope.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of log messages, said here and not in a file because reading one costs the start of the window more than all messages of a run: a terminal gets one plain sentence; what a report needs is in
 * a file, which is made when there is something to write. {@code logback.configurationFile} names a file that decides instead. Logback finds this class as a service. Any thread.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_NORMAL_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
    /** Names the folder of the file; set before the first logger is asked for. */
    static final String DIRECTORY = "wskscope.log.dir";

    private static final String OTHER = "logback.configurationFile";
    private static final String FILE = "wskscope.log";
    private static final String SENTENCE = "%msg%nopex%n";
    private static final String REPORT = "%d %-5level [%thread] %logger - %msg%n%ex";
    /** A machine without a network card is no news. */
    private static final String NO_NEWS = "io.netty.util.internal.MacAddressUtil";

    @Override
    public ExecutionStatus configure(LoggerContext loggers) {
        if (System.getProperty(OTHER) != null) {
            return ExecutionStatus.INVOKE_NEXT_IF_ANY;
        }
        loggers.getLogger(NO_NEWS).setLevel(Level.ERROR);
        Logger root = loggers.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(terminal(loggers));
        root.addAppender(file(loggers));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    private static ConsoleAppender<ILoggingEvent> terminal(LoggerContext loggers) {
        ConsoleAppender<ILoggingEvent> terminal = new ConsoleAppender<>();
        terminal.setName("STDERR");
        terminal.setContext(loggers);
        terminal.setTarget("System.err");
        terminal.setEncoder(encoder(loggers, SENTENCE));
        terminal.start();
        return terminal;
    }

    private static FailureLog file(LoggerContext loggers) {
        FailureLog file = new FailureLog();
        file.setName("FILE");
        file.setContext(loggers);
        file.setFile(folder(loggers).resolve(FILE).toString());
        PatternLayoutEncoder report = encoder(loggers, REPORT);
        report.setCharset(StandardCharsets.UTF_8);
        file.setEncoder(report);
        file.start();
        return file;
    }

    private static Path folder(LoggerContext loggers) {
        @Nullable String named = loggers.getProperty(DIRECTORY);
        named = named == null ? System.getProperty(DIRECTORY) : named;
        return Path.of(named == null ? System.getProperty("java.io.tmpdir") : named);
    }

    private static PatternLayoutEncoder encoder(LoggerContext loggers, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(loggers);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }
}

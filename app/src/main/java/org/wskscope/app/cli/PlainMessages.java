package org.wskscope.app.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on the error stream in one sentence what is wrong with a command, and where to read on, or why it failed. */
public final class PlainMessages implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(PlainMessages.class);

    private final CommandLineText words = new CommandLineText();

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(sentence(wrong));
        command.getErr()
                .println(words.sentence("readOn", command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        LOG.debug("The command {} failed", command.getCommandName(), failure);
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        command.getErr().println(words.sentence("failed", reason.toString()));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return words.sentence("unmatched", unmatched.getUnmatched().get(0));
        }
        return PlainText.of(String.valueOf(wrong.getMessage()));
    }
}

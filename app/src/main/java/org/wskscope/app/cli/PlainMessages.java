package org.wskscope.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says on the error stream what is wrong with a command, in one sentence, and where to read on. */
public final class PlainMessages implements IParameterExceptionHandler {
    private final CommandWords words = new CommandWords();

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(sentence(wrong));
        command.getErr()
                .println(words.sentence("readOn", command.getCommandSpec().qualifiedName()));
        return CommandLine.ExitCode.USAGE;
    }

    private String sentence(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return words.sentence("unmatched", unmatched.getUnmatched().get(0));
        }
        return String.valueOf(wrong.getMessage());
    }
}

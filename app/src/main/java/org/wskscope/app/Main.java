package org.wskscope.app;

import org.wskscope.app.cli.ProductVersion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where the program starts. Names no JavaFX class, so that a command runs on a machine without a display; and is no
 * {@code Application}, because Java refuses to start one from the class path.
 */
@Command(
        name = "wskscope",
        resourceBundle = "org.wskscope.app.i18n.cli",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class)
public final class Main implements Runnable {
    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit status: 0 done, 1 failed, 2 not understood. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), spec.resourceBundle().getString("missingCommand"));
    }
}

package org.wskscope.app;

import java.lang.reflect.InvocationTargetException;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.wskscope.app.cli.CheckCommand;
import org.wskscope.app.cli.DemoCommand;
import org.wskscope.app.cli.DiffCommand;
import org.wskscope.app.cli.EchoCommand;
import org.wskscope.app.cli.ExplainCommand;
import org.wskscope.app.cli.ExportCommand;
import org.wskscope.app.cli.PlainMessages;
import org.wskscope.app.cli.ProductVersion;
import org.wskscope.app.cli.RuleCommand;
import org.wskscope.app.cli.RunCommand;
import org.wskscope.app.cli.ShowCommand;
import org.wskscope.app.cli.TerminalOutput;
import org.wskscope.app.preferences.ConfigDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * Where the program starts: without arguments it opens the window, else it runs a command. Names no JavaFX class, so that a command runs on a machine without a
 * display; and is no {@code Application}, because Java refuses to start one from the class path.
 */
@Command(
        name = "wskscope",
        resourceBundle = "org.wskscope.app.i18n.cli",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        subcommands = {
            EchoCommand.class,
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            ExplainCommand.class,
            RuleCommand.class,
            ShowCommand.class,
            ExportCommand.class,
            DiffCommand.class
        })
public final class Main implements Callable<Integer> {
    private static final String WINDOW = "org.wskscope.app.WskScopeApp";

    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit status: 0 done, 1 failed, 2 not understood or not possible as asked. */
    public static void main(String[] args) {
        if (System.getProperty(LogSetup.DIRECTORY) == null) {
            System.setProperty(
                    LogSetup.DIRECTORY, ConfigDirectory.ofThisProcess().toString());
        }
        if (args.length == 0 && opensWindow()) {
            System.exit(CommandLine.ExitCode.OK);
        }
        CommandLine line = commandLine().setOut(TerminalOutput.standard()).setErr(TerminalOutput.errors());
        System.exit(execute(line, args));
    }

    /** The window, without the command line before it: who asks for nothing else need not wait for its being understood. False where there is no JavaFX. */
    private static boolean opensWindow() {
        try {
            Class.forName(WINDOW).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
            return true;
        } catch (ClassNotFoundException | NoClassDefFoundError absent) {
            return false;
        } catch (InvocationTargetException | IllegalAccessException | NoSuchMethodException failed) {
            throw new IllegalStateException("The window could not be opened.", failed);
        }
    }

    /** Runs one command. One whose output was lost has not done what it was asked for, unless its reader had enough. */
    static int execute(CommandLine line, String... args) {
        int status = line.execute(args);
        if (TerminalOutput.hasNoReader(line.getOut())) {
            return status;
        }
        if (line.getOut().checkError() && status != CommandLine.ExitCode.USAGE) {
            line.getErr()
                    .println(ResourceBundle.getBundle("org.wskscope.app.i18n.cli", Locale.getDefault())
                            .getString("outputLost"));
            return CommandLine.ExitCode.SOFTWARE;
        }
        return status;
    }

    static CommandLine commandLine() {
        PlainMessages messages = new PlainMessages();
        return new CommandLine(new Main())
                .setParameterExceptionHandler(messages)
                .setExecutionExceptionHandler(messages);
    }

    @Override
    public Integer call() {
        if (opensWindow()) {
            return CommandLine.ExitCode.OK;
        }
        spec.commandLine().getErr().println(spec.resourceBundle().getString("noWindow"));
        return CommandLine.ExitCode.SOFTWARE;
    }
}

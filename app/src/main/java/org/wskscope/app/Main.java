package org.wskscope.app;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import org.wskscope.app.cli.DemoCommand;
import org.wskscope.app.cli.EchoCommand;
import org.wskscope.app.cli.PlainMessages;
import org.wskscope.app.cli.ProductVersion;
import org.wskscope.app.cli.ScenarioCommand;
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
        subcommands = {EchoCommand.class, DemoCommand.class, ScenarioCommand.class})
public final class Main implements Callable<Integer> {
    private static final String WINDOW = "org.wskscope.app.WskScopeApp";
    /** Where {@code logback.xml} has the file of failures made, should there be any; set before the first logger is. */
    private static final String LOG_DIRECTORY = "wskscope.log.dir";

    @Spec
    private CommandSpec spec;

    /** Runs one command and ends the process with its exit status: 0 done, 1 failed, 2 not understood or not possible as asked. */
    public static void main(String[] args) {
        if (System.getProperty(LOG_DIRECTORY) == null) {
            System.setProperty(LOG_DIRECTORY, ConfigDirectory.ofThisProcess().toString());
        }
        if (args.length == 0 && opensWindow()) {
            System.exit(CommandLine.ExitCode.OK);
        }
        CommandLine line = commandLine().setOut(TerminalOutput.standard()).setErr(TerminalOutput.errors());
        System.exit(line.execute(args));
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

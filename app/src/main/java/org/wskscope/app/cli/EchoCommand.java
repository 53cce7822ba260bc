package org.wskscope.app.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.session.EchoServer;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.trace.TraceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code wskscope echo}: the WSK echo server without a window, until the process is told to end. */
@Command(name = "echo", resourceBundle = "org.wskscope.app.i18n.cli", mixinStandardHelpOptions = true)
public final class EchoCommand implements Callable<Integer> {
    private static final long POLL_MILLIS = 20;

    private final CommandLineText words = new CommandLineText();
    private final RunFiles files = new RunFiles(words);

    @Spec
    private CommandSpec spec;

    @Option(names = "--tcp", paramLabel = "PORT", converter = PortConverter.class)
    private @Nullable Integer tcp;

    @Option(names = "--udp", paramLabel = "PORT", converter = PortConverter.class)
    private @Nullable Integer udp;

    @Option(names = "--bind", paramLabel = "ADDRESS", defaultValue = "127.0.0.1")
    private String bind;

    @Option(names = "--confirm")
    private boolean confirm;

    @Option(names = "--processors", paramLabel = "NUMBER", defaultValue = "2")
    private int processors;

    @Option(names = "--quiet")
    private boolean quiet;

    @Mixin
    private ChoiceOptions options = new ChoiceOptions();

    @Mixin
    private SaveOption save = new SaveOption();

    @Override
    public Integer call() throws InterruptedException {
        if (tcp == null && udp == null) {
            throw wrong("echo.noPort");
        }
        if (processors < 1 || processors > LiveSessionOptions.MAX_PROCESSORS) {
            throw wrong("echo.badProcessors", LiveSessionOptions.MAX_PROCESSORS, processors);
        }
        try {
            files.checkSavable(save.file);
        } catch (RunFiles.UnusableException unusable) {
            throw new ParameterException(spec.commandLine(), String.valueOf(unusable.getMessage()));
        }
        InetAddress address = address();
        LiveSessionOptions asked =
                LiveSessionOptions.DEFAULT.withProcessors(processors).with(options.settings());
        try (LiveSession session = LiveSession.open(asked);
                InterruptHook hook = new InterruptHook(session::close)) {
            StringJoiner places = new StringJoiner(", ");
            boolean running = (tcp == null
                            || start(
                                    EchoServer.listen(session, new InetSocketAddress(address, tcp), confirm),
                                    "TCP",
                                    places))
                    && (udp == null
                            || start(
                                    EchoServer.datagrams(session, new InetSocketAddress(address, udp), confirm),
                                    "UDP",
                                    places));
            if (!running) {
                return ExitCode.USAGE;
            }
            out().println(words.sentence("echo.ready", places));
            out().flush();
            serve(session.log(), hook);
            return keep(session);
        }
    }

    private int keep(LiveSession session) {
        try {
            files.save(session, "", save);
            return ExitCode.OK;
        } catch (RunFiles.UnusableException unusable) {
            spec.commandLine().getErr().println(unusable.getMessage());
            return ExitCode.SOFTWARE;
        }
    }

    private InetAddress address() {
        InetAddress address;
        try {
            address = InetAddress.getByName(bind);
        } catch (UnknownHostException unknown) {
            throw wrong("echo.unknownHost", bind);
        }
        if (!address.isLoopbackAddress() && !confirm) {
            throw wrong("echo.notLoopback", bind);
        }
        return address;
    }

    private boolean start(EchoServer server, String protocol, StringJoiner places) {
        InetSocketAddress local = server.local();
        if (local == null) {
            spec.commandLine().getErr().println(words.refusal(server.outcome()));
            return false;
        }
        places.add(protocol + " " + local.getAddress().getHostAddress() + ":" + local.getPort());
        return true;
    }

    /** Prints until the process is told to end, or what it prints is lost; what that means for its status is the same for every command. */
    private void serve(TraceReader log, InterruptHook hook) throws InterruptedException {
        TracePrinter printer = new TracePrinter(log, out());
        boolean full = false;
        while (!hook.awaitEnd(POLL_MILLIS)) {
            if (out().checkError()) {
                return;
            }
            if (!quiet && !full) {
                printer.printNew();
                full = printer.reachedEnd();
                if (full) {
                    spec.commandLine().getErr().println(words.sentence("echo.logFull"));
                }
            }
        }
        if (!quiet) {
            printer.printNew();
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private ParameterException wrong(String key, Object... arguments) {
        return new ParameterException(spec.commandLine(), words.sentence(key, arguments));
    }
}

package org.wskscope.app.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.condition.OS;

/** The program in a Java process of its own whose class path has no JavaFX. */
final class ChildProgram implements AutoCloseable {
    private static final long LIMIT_SECONDS = 30;

    private final Process process;
    private final BufferedReader out;

    ChildProgram(String... arguments) throws IOException {
        // Started in the background of a shell, a build ignores SIGINT, and so would all that it starts.
        List<String> command =
                new ArrayList<>(OS.LINUX.isCurrentOs() ? List.of("env", "--default-signal=INT") : List.of());
        command.addAll(List.of(java(), "-ea", "-cp", classPath(), "org.wskscope.app.Main"));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** The next line it prints; fails when it ends before. */
    String nextLine() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("The program ended before it printed another line");
        }
        return line;
    }

    /** All it prints until it ends; it is ended if that takes too long. */
    String remainingOutput() {
        Future<?> limit = CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(LIMIT_SECONDS, TimeUnit.SECONDS));
        try {
            return out.lines().collect(Collectors.joining("\n"));
        } finally {
            limit.cancel(false);
        }
    }

    /** Asks it to end, as the command {@code kill} does (SIGTERM). */
    void terminate() {
        // Process.destroy would also close the output that is still to be read.
        process.toHandle().destroy();
    }

    /** Interrupts it, as Ctrl+C does (SIGINT). */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    int exitStatus() throws InterruptedException, IOException {
        if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("The program did not end within " + LIMIT_SECONDS + " s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Without JavaFX. */
    static String classPath() {
        String own = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(own.split(File.pathSeparator))
                .filter(entry -> !entry.contains("javafx") && !entry.contains("openjfx"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}

package org.wskscope.engine.bench.echo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A rival in a Java process of its own, so that no variant's profile spoils another's code. */
final class ServerProcess implements AutoCloseable {
    /** What the process has used since it began. */
    record Usage(long cpuNanos, long allocatedBytes, long records) {}

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream questions;
    private final int port;

    ServerProcess(EchoSetup setup, EchoVariant variant) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx3g", "-Xmn64m", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EchoServerMain.class.getName()));
        command.addAll(setup.serverArguments(variant));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = process.inputReader(StandardCharsets.US_ASCII);
        questions = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        port = Integer.parseInt(answer());
    }

    int port() {
        return port;
    }

    Usage usage() throws IOException {
        questions.println();
        String[] words = answer().split(" ");
        return new Usage(Long.parseLong(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
    }

    @Override
    public void close() throws InterruptedException {
        questions.close();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private String answer() throws IOException {
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The server process ended; its errors are above");
        }
        return line;
    }
}

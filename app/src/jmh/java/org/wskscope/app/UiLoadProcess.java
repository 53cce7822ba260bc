package org.wskscope.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The load, in a process of its own: tells it what to send, and asks what came back. */
final class UiLoadProcess implements AutoCloseable {
    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;

    private UiLoadProcess(Process process) {
        this.process = process;
        answers = process.inputReader(StandardCharsets.US_ASCII);
        orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    static UiLoadProcess start(InetSocketAddress server) throws IOException {
        return new UiLoadProcess(new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        UiLoadMain.class.getName(),
                        server.getAddress().getHostAddress(),
                        Integer.toString(server.getPort()),
                        Integer.toString(UiLoadSetup.CONNECTIONS))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Every connection sends so many messages a second. */
    void paced(int perSecond) {
        orders.println("paced " + perSecond);
    }

    /** Every connection sends as soon as its message came back. */
    void full() {
        orders.println("full");
    }

    void stop() {
        orders.println("stop");
    }

    /** How many messages came back since the beginning. */
    long echoes() throws IOException {
        orders.println("count");
        String line = answers.readLine();
        if (line == null) {
            throw new IOException("The load's process ended; its errors are above");
        }
        return Long.parseLong(line);
    }

    @Override
    public void close() throws InterruptedException {
        orders.close();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}

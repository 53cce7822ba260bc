package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Where there is no JavaFX to load, a command that needs none works and one that needs it says so. */
@Timeout(90)
class WithoutJavaFxTest {
    private static final Pattern TCP = Pattern.compile("TCP 127\\.0\\.0\\.1:(\\d+)");

    @Test
    void theDemonstrationEndsWell() throws IOException, InterruptedException {
        try (ChildProgram program = new ChildProgram("demo")) {
            String output = program.remainingOutput();

            assertThat(program.exitStatus()).as(output).isZero();
            assertThat(output).contains("SCN-03", "EVENT_PENDING");
        }
    }

    @Test
    void theWindowIsMissedInOneSentence() throws IOException, InterruptedException {
        try (ChildProgram program = new ChildProgram()) {
            String output = program.remainingOutput();

            assertThat(program.exitStatus()).as(output).isEqualTo(1);
            assertThat(output.lines()).singleElement().asString().startsWith("The window cannot be opened");
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there Process.destroy kills without asking")
    void theEchoServerTellsItsTraceAndClosesWhenItIsAskedToEnd() throws IOException, InterruptedException {
        try (ChildProgram program = new ChildProgram("echo", "--tcp", "0", "--udp", "0")) {
            String ready = program.nextLine();
            Matcher port = TCP.matcher(ready);
            assertThat(port.find()).as(ready).isTrue();
            try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)))) {
                peer.setSoTimeout(20_000);
                peer.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));
                assertThat(peer.getInputStream().readNBytes(5))
                        .asString(StandardCharsets.US_ASCII)
                        .isEqualTo("hello");

                program.terminate();
                String output = program.remainingOutput();

                assertThat(program.exitStatus()).as(output).isEqualTo(143);
                assertThat(output)
                        .containsSubsequence("WskAcceptEvent", "WskReceiveEvent", "WskSend", "WskCloseSocket");
            }
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command")
    void quietMeansTheReadyLineAlone() throws IOException, InterruptedException {
        try (ChildProgram program = new ChildProgram("echo", "--udp", "0", "--quiet")) {
            assertThat(program.nextLine()).startsWith("Echo server ready: UDP 127.0.0.1:");

            program.interrupt();

            assertThat(program.remainingOutput()).isEmpty();
            assertThat(program.exitStatus()).isEqualTo(130);
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there Process.destroy kills without asking")
    void aTerminalThatTakesNothingKeepsNobodyWaiting() throws IOException, InterruptedException {
        try (ChildProgram program = new ChildProgram("echo", "--tcp", "0")) {
            Matcher port = TCP.matcher(program.nextLine());
            assertThat(port.find()).isTrue();
            try (Socket peer = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port.group(1)))) {
                peer.setSoTimeout(20_000);
                // Its trace is many times what the pipe holds, and nobody reads it.
                for (int message = 0; message < 5_000; message++) {
                    peer.getOutputStream().write(message);
                    assertThat(peer.getInputStream().read()).isEqualTo(message & 0xFF);
                }

                program.terminate();

                assertThat(program.exitStatus()).isEqualTo(143);
            }
        }
    }
}

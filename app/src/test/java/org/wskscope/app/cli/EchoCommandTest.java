package org.wskscope.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.app.CommandLineRun;

@Timeout(60)
class EchoCommandTest {
    @Test
    void helpSaysWhatEachOptionDoes() {
        CommandLineRun run = CommandLineRun.of("echo", "--help");

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("--tcp", "--udp", "--bind", "--confirm", "--processors", "--quiet")
                .contains("--tcp=PORT", "127.0.0.1 unless given", "SIGTERM");
    }

    @Test
    void aPortIsNeeded() {
        CommandLineRun run = CommandLineRun.of("echo");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("Give a port to listen on");
    }

    @ParameterizedTest
    @ValueSource(strings = {"70000", "-1", "http", ""})
    void whatIsNoPortIsRefusedWithASentence(String text) {
        CommandLineRun run = CommandLineRun.of("echo", "--tcp=" + text);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("--tcp", "a port is a whole number from 0 to 65535, but this is '" + text + "'");
    }

    @Test
    void anotherInterfaceNeedsConfirm() {
        CommandLineRun run = CommandLineRun.of("echo", "--tcp", "0", "--bind", "0.0.0.0");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("0.0.0.0 can be reached from other machines. Add --confirm");
    }

    @Test
    void tooManyProcessorsAreRefused() {
        CommandLineRun run = CommandLineRun.of("echo", "--tcp", "0", "--processors", "17");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("must be 1 to 16, not 17");
    }

    @Test
    void aTcpPortInUseIsOneSentence() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CommandLineRun run = CommandLineRun.of("echo", "--tcp", Integer.toString(other.getLocalPort()));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("Port " + other.getLocalPort() + " is in use by another program.");
        }
    }

    @Test
    void aUdpPortInUseIsOneSentence() throws IOException {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            CommandLineRun run =
                    CommandLineRun.of("echo", "--tcp", "0", "--udp", Integer.toString(other.getLocalPort()));

            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).startsWith("Port " + other.getLocalPort() + " is in use by another program.");
        }
    }
}

package org.wskscope.engine.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EchoServerExampleTest {
    @Test
    void whatAClientSendsComesBack() throws IOException {
        try (EchoServerExample server = new EchoServerExample();
                Socket client = connect(server.address())) {
            client.getOutputStream().write("hello".getBytes(StandardCharsets.UTF_8));

            byte[] answer = client.getInputStream().readNBytes(5);

            assertThat(answer).asString(StandardCharsets.UTF_8).isEqualTo("hello");
        }
    }

    @Test
    void closingItResetsOpenConnections() throws IOException {
        EchoServerExample server = new EchoServerExample();
        try (Socket client = connect(server.address())) {
            client.getOutputStream().write(1);
            client.getInputStream().read();

            server.close();

            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    private static Socket connect(InetSocketAddress address) throws IOException {
        Socket client = new Socket(address.getAddress(), address.getPort());
        client.setSoTimeout(10_000);
        return client;
    }
}

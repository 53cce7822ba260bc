package org.wskscope.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.wskscope.engine.nt.NtStatus;

/** Where systems differ: what comes of it, on the one at hand. */
public abstract class FidelityContract extends TransportContract {
    @Test
    @Tag("FID-9")
    void aListenerComesBackWhileConnectionsOfTheOneBeforeLinger() throws IOException {
        Arrivals arrivals = new Arrivals();
        TransportChannel first = listenAt(loopback(), arrivals);
        InetSocketAddress at = first.localAddress();
        try (Socket peer = new Socket(at.getAddress(), at.getPort())) {
            StreamChannel server = next(arrivals.streams);
            server.attach(new StreamProbe(transport));
            RecordedCompletion finished = notified();
            server.finish(finished);
            assertThat(statusOf(finished)).isEqualTo(NtStatus.STATUS_SUCCESS);
            assertThat(peer.getInputStream().read()).isEqualTo(-1);
            // This side finished first, so its end of the connection stays for a while when the peer has closed, too.
        }
        RecordedCompletion closed = notified();
        first.close(closed);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(listenAt(at, new Arrivals()).localAddress()).isEqualTo(at);
    }

    /** Windows and macOS would let it in; then the bind succeeds, and there is nothing to tell. */
    @Test
    @Tag("FID-10")
    @EnabledOnOs(OS.LINUX)
    void aPortInUseOnAllAddressesIsInUseOnEach() throws IOException {
        try (ServerSocket all = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"))) {
            InetSocketAddress one = new InetSocketAddress(loopback().getAddress(), all.getLocalPort());
            RecordedCompletion bound = notified();

            transport.openListener(
                    transport.processor(0), new ListenRequest(one, 1, false, false), new Arrivals(), bound);

            assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        }
    }

    /** Linux hands over what came before a RST; elsewhere the reset is all there is. Either way it is told once, and behind the bytes. */
    @Test
    @Tag("FID-11")
    void bytesBeforeAResetAreHandedOverOrDroppedAndTheResetIsTold() throws IOException {
        Arrivals arrivals = new Arrivals();
        InetSocketAddress at = listenAt(loopback(), arrivals).localAddress();
        Socket peer = new Socket(at.getAddress(), at.getPort());
        StreamChannel server = next(arrivals.streams);
        StreamProbe probe = new StreamProbe(transport);
        server.attach(probe);
        peer.getOutputStream().write("last words".getBytes(StandardCharsets.UTF_8));
        peer.setSoLinger(true, 0);
        peer.close();

        server.setReading(true);

        assertThat(next(probe.ends)).isEqualTo(StreamProbe.RESET);
        assertThat(probe.taken().length).isIn(0, "last words".length());
    }
}

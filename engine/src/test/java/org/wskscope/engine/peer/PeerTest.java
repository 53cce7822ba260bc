package org.wskscope.engine.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.TransportProcessor;
import org.wskscope.engine.transport.netty.NettyTransport;

class PeerTest {
    private static final long PATIENCE_SECONDS = 10;

    private NettyTransport servers;
    private NettyTransport peers;
    private TransportProcessor processor;
    private EchoEnd end;

    @BeforeEach
    void open() {
        servers = new NettyTransport(1, "wsk-test-server");
        peers = new NettyTransport(1, "wsk-peer");
        processor = peers.processor(0);
        end = new EchoEnd(servers);
    }

    @AfterEach
    void close() {
        peers.close();
        servers.close();
    }

    @Test
    void anEchoClientChecksEveryEchoAndLeavesInOrder() throws Exception {
        EchoClientPeer peer =
                new EchoClientPeer(peers, processor, new EchoClientPeer.Options(end.listen(), 1000, 50, 0));
        peer.start();

        PeerStatus done = await(peer, status -> status.state() == PeerState.FINISHED);

        assertThat(done.messagesReceived()).isEqualTo(50);
        assertThat(done.bytesReceived()).isEqualTo(50_000);
        assertThat(done.errors()).isZero();
        assertThat(done.local().getPort()).isPositive();
        assertThat(end.ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("fin");
    }

    @Test
    void aPeerNobodyListensToFailsWithTheReason() throws Exception {
        EchoClientPeer peer = new EchoClientPeer(peers, processor, new EchoClientPeer.Options(closedPort(), 1, 1, 0));
        peer.start();

        PeerStatus failed = await(peer, status -> status.state() == PeerState.FAILED);

        assertThat(failed.lastError()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(failed.errors()).isEqualTo(1);
    }

    @Test
    void aSenderSendsAllItsMessages() throws Exception {
        SenderPeer.Options options = new SenderPeer.Options(end.listen(), 64, 20_000, 500, 4096);
        SenderPeer peer = new SenderPeer(peers, processor, new SystemClock(), options);
        peer.start();

        PeerStatus done = await(peer, status -> status.state() == PeerState.FINISHED);

        assertThat(done.messagesSent()).isEqualTo(500);
        assertThat(done.bytesSent()).isEqualTo(32_000);
    }

    @Test
    void aSlowReaderTakesNoMoreThanItsShareAndTheRunInHand() throws Exception {
        int share = 1000;
        SlowReaderPeer.Options options =
                new SlowReaderPeer.Options(end.listen(), share * 10, TimeUnit.MILLISECONDS.toNanos(100), 4 << 20);
        SlowReaderPeer peer = new SlowReaderPeer(peers, processor, options);
        peer.start();

        PeerStatus status = await(peer, now -> now.bytesReceived() > 0);

        // The first run may be one buffer of 64 KiB; it is paid off before the next.
        assertThat(status.bytesReceived()).isLessThanOrEqualTo(share + 65_536);
        assertThat(status.state()).isEqualTo(PeerState.RUNNING);
        stop(peer);
    }

    @Test
    void aResetterIsSeenAsResetInTheMiddleOfItsSending() throws Exception {
        ResetterPeer peer = new ResetterPeer(peers, processor, new ResetterPeer.Options(end.listen(), 10_000));
        peer.start();

        assertThat(end.ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo("reset");
        PeerStatus done = await(peer, status -> status.state() == PeerState.FINISHED);
        assertThat(done.bytesSent()).isGreaterThanOrEqualTo(10_000);
        assertThat(done.errors()).isZero();
    }

    @Test
    void aBurstOfDatagramsCollectsItsReplies() throws Exception {
        DatagramBurstPeer.Options options = new DatagramBurstPeer.Options(end.openDatagram(), 100, 32, true);
        DatagramBurstPeer peer = new DatagramBurstPeer(peers, processor, options);
        peer.start();

        PeerStatus done = await(peer, status -> status.state() == PeerState.FINISHED);

        assertThat(done.messagesSent()).isEqualTo(100);
        assertThat(done.messagesReceived()).isEqualTo(100);
        assertThat(done.bytesReceived()).isEqualTo(3200);
    }

    @Test
    void stoppingEndsAPeerAtOnceAndTwice() throws Exception {
        EchoClientPeer peer = new EchoClientPeer(
                peers, processor, new EchoClientPeer.Options(end.listen(), 10, Long.MAX_VALUE, 1_000_000));
        peer.start();
        await(peer, status -> status.messagesReceived() > 2);

        assertThat(stop(peer)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(stop(peer)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(peer.status().state()).isEqualTo(PeerState.STOPPED);
        assertThatIllegalStateException().isThrownBy(peer::start);
    }

    @Test
    void stoppingBeforeStartingIsAllowed() throws Exception {
        DatagramBurstPeer peer =
                new DatagramBurstPeer(peers, processor, new DatagramBurstPeer.Options(EchoEnd.loopback(), 1, 1, false));

        assertThat(stop(peer)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(peer.status().state()).isEqualTo(PeerState.STOPPED);
    }

    @Test
    void optionsOutsideTheirLimitsAreRefusedInWords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EchoClientPeer.Options(EchoEnd.loopback(), 0, 1, 0))
                .withMessage("The message size in bytes must be 1 to 65536, not 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SenderPeer.Options(EchoEnd.loopback(), 100, 1, 1, 99));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatagramBurstPeer.Options(EchoEnd.loopback(), 1, 65_508, false));
    }

    /** A port that is taken, by a socket that does not listen. */
    private InetSocketAddress closedPort() throws Exception {
        CompletableFuture<NtStatus> bound = new CompletableFuture<>();
        StreamChannel silent =
                servers.openStream(servers.processor(0), EchoEnd.loopback(), new EchoEnd(servers), bound::complete);
        assertThat(bound.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(NtStatus.STATUS_SUCCESS);
        return silent.localAddress();
    }

    private static NtStatus stop(Peer peer) throws Exception {
        CompletableFuture<NtStatus> stopped = new CompletableFuture<>();
        peer.stop(stopped::complete);
        return stopped.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Looks at the peer between its own tasks until it is as wanted. */
    private PeerStatus await(Peer peer, Predicate<PeerStatus> wanted) throws Exception {
        CompletableFuture<PeerStatus> reached = new CompletableFuture<>();
        Runnable look = new Runnable() {
            @Override
            public void run() {
                PeerStatus now = peer.status();
                if (wanted.test(now)) {
                    reached.complete(now);
                } else {
                    processor.schedule(this, 200_000);
                }
            }
        };
        processor.execute(look);
        return reached.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }
}

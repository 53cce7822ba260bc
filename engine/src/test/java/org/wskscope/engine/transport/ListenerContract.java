package org.wskscope.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;

/** What every transport promises of listening sockets, addresses and processors. */
public abstract class ListenerContract extends TransportContract {
    private static final long A_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    @Test
    void theChosenPortIsKnownWhenBoundIsReported() {
        TransportChannel channel = listenAt(loopback(), new Arrivals());

        assertThat(channel.localAddress().getPort()).isPositive();
        assertThat(channel.localAddress().getAddress()).isEqualTo(loopback().getAddress());
    }

    @Test
    void anAddressInUseIsRefusedAndFreeAgainAfterClose() {
        TransportChannel first = listenAt(loopback(), new Arrivals());
        ListenRequest same = new ListenRequest(first.localAddress(), 1, false, false);
        RecordedCompletion bound = notified();
        transport.openListener(transport.processor(1), same, new Arrivals(), bound);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);

        RecordedCompletion closed = notified();
        first.close(closed);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);

        transport.openListener(transport.processor(1), same, new Arrivals(), bound);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void connectionsGoOverIpv6WhereTheMachineHasIt() {
        InetSocketAddress loopback6 = new InetSocketAddress("::1", 0);
        RecordedCompletion bound = notified();
        transport.openListener(
                transport.processor(0), new ListenRequest(loopback6, 1, false, false), new Arrivals(), bound);
        assumeThat(statusOf(bound)).as("IPv6 on this machine").isEqualTo(NtStatus.STATUS_SUCCESS);

        Connection connection = new Connection(loopback6).reading();
        connection.client.write(ByteBuffer.wrap(new byte[] {6}), TransportCompletion.NONE);

        assertThat(next(connection.serverProbe.runs)).containsExactly(6);
        assertThat(connection.server.remoteAddress().getAddress()).isInstanceOf(Inet6Address.class);
    }

    @Test
    void anAddressOfAnotherMachineIsAnInvalidParameter() {
        RecordedCompletion bound = notified();
        InetSocketAddress documentationOnly = new InetSocketAddress("192.0.2.1", 0);

        transport.openStream(transport.processor(0), documentationOnly, new StreamProbe(transport), bound);

        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void connectionsArriveOnTheListenersProcessorAndAreServedByAllInTurn() {
        Arrivals arrivals = new Arrivals();
        TransportChannel listening = listenAt(loopback(), arrivals);
        for (int i = 0; i < 2 * PROCESSORS; i++) {
            openStream(new StreamProbe(transport)).connect(listening.localAddress(), TransportCompletion.NONE);
        }

        List<Integer> servedBy = new ArrayList<>();
        for (int i = 0; i < 2 * PROCESSORS; i++) {
            servedBy.add(next(arrivals.streams).processor().number());
            assertThat(next(arrivals.processors)).isZero();
        }

        assertThat(servedBy).containsExactly(0, 1, 0, 1);
    }

    @Test
    void aStoppedListenerTakesNoConnectionUntilStartedAgain() {
        Arrivals arrivals = new Arrivals();
        TransportChannel listening = listenAt(loopback(), arrivals);
        listening.setReading(false);
        RecordedCompletion settled = notified();
        listening.processor().execute(() -> settled.completed(NtStatus.STATUS_SUCCESS));
        statusOf(settled);
        RecordedCompletion connected = notified();
        openStream(new StreamProbe(transport)).connect(listening.localAddress(), connected);

        assertThat(nextOrNull(arrivals.streams, A_MOMENT_NANOS)).isNull();
        listening.setReading(true);

        next(arrivals.streams);
        assertThat(statusOf(connected)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anArrivalMayBeRefusedByReset() {
        TransportChannel listening = listenAt(loopback(), new AcceptListener() {
            @Override
            public void connectionArrived(StreamChannel accepted) {
                accepted.reset(TransportCompletion.NONE);
            }

            @Override
            public void listenerFailed() {}
        });
        StreamProbe probe = new StreamProbe(transport);
        StreamChannel client = openStream(probe);
        client.setReading(true);

        RecordedCompletion connected = notified();
        client.connect(listening.localAddress(), connected);

        // The reset may overtake the outcome of the connect, which then is a failure itself.
        if (statusOf(connected).isSuccess()) {
            assertThat(next(probe.ends)).isEqualTo(StreamProbe.RESET);
        } else {
            assertThat(probe.ends).isEmpty();
        }
    }

    @Test
    void twoHundredConnectionsComeAndGo() {
        Arrivals arrivals = new Arrivals();
        TransportChannel listening = listenAt(loopback(), arrivals);
        RecordedCompletion closed = notified();
        for (int i = 0; i < 200; i++) {
            StreamProbe serverProbe = new StreamProbe(transport);
            StreamChannel client = openStream(new StreamProbe(transport));
            RecordedCompletion connected = notified();
            client.connect(listening.localAddress(), connected);
            assertThat(statusOf(connected)).isEqualTo(NtStatus.STATUS_SUCCESS);
            StreamChannel server = next(arrivals.streams);
            server.attach(serverProbe);
            server.setReading(true);
            client.write(ByteBuffer.wrap(new byte[] {(byte) i}), TransportCompletion.NONE);
            client.close(closed);
            assertThat(next(serverProbe.runs)).containsExactly(i);
            assertThat(next(serverProbe.ends)).isEqualTo(StreamProbe.FIN);
            server.close(closed);
        }

        for (int i = 0; i < 400; i++) {
            assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
        }
    }

    @Test
    void tasksRunInOrderOnTheirProcessorAndTimersAfterTheirDelay() {
        TransportProcessor processor = transport.processor(1);
        RecordedCompletion ran = notified();

        // Both from one task of the processor, so that no delay of this thread can let the timer's moment pass between
        // them.
        processor.execute(() -> {
            processor.schedule(() -> ran.completed(NtStatus.STATUS_IO_TIMEOUT), TimeUnit.MILLISECONDS.toNanos(5));
            processor.execute(() -> ran.completed(NtStatus.STATUS_SUCCESS));
        });

        assertThat(next(ran.outcomes)).isEqualTo(new RecordedCompletion.Outcome(NtStatus.STATUS_SUCCESS, 1));
        assertThat(next(ran.outcomes)).isEqualTo(new RecordedCompletion.Outcome(NtStatus.STATUS_IO_TIMEOUT, 1));
        assertThat(processor.isCurrent()).isFalse();
        assertThat(transport.currentProcessor()).isEqualTo(-1);
    }
}

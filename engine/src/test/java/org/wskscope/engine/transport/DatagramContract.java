package org.wskscope.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.transport.DatagramProbe.Arrival;

/** What every transport promises of datagram sockets. */
public abstract class DatagramContract extends TransportContract {
    private static final int LARGEST = 65_507;
    private static final long A_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    @Test
    void aDatagramArrivesWholeWithItsSender() {
        DatagramProbe probe = new DatagramProbe(transport);
        DatagramChannel to = open(probe);
        DatagramChannel from = open(new DatagramProbe(transport));

        assertThat(send(from, to, new byte[] {1, 2, 3})).isEqualTo(NtStatus.STATUS_SUCCESS);

        Arrival arrival = next(probe.arrivals);
        assertThat(arrival.bytes()).containsExactly(1, 2, 3);
        assertThat(arrival.remote()).isEqualTo(from.localAddress());
        assertThat(arrival.flags()).isZero();
        assertThat(arrival.processor()).isEqualTo(to.processor().number());
    }

    @Test
    void emptyAndLargestDatagramsArrive() {
        DatagramProbe probe = new DatagramProbe(transport);
        DatagramChannel to = open(probe);
        DatagramChannel from = open(new DatagramProbe(transport));

        send(from, to, new byte[0]);
        assertThat(next(probe.arrivals).bytes()).isEmpty();
        send(from, to, noise(LARGEST));
        assertThat(next(probe.arrivals).bytes()).isEqualTo(noise(LARGEST));
    }

    @Test
    void aDatagramTooLongIsRefusedAndTheSocketGoesOn() {
        DatagramProbe probe = new DatagramProbe(transport);
        DatagramChannel to = open(probe);
        DatagramChannel from = open(new DatagramProbe(transport));

        assertThat(send(from, to, new byte[LARGEST + 1])).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(send(from, to, new byte[] {7})).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(next(probe.arrivals).bytes()).containsExactly(7);
    }

    @Test
    void nothingArrivesUntilReadingIsTurnedOn() {
        DatagramProbe probe = new DatagramProbe(transport);
        DatagramChannel to = openAt(loopback(), probe);
        DatagramChannel from = open(new DatagramProbe(transport));
        send(from, to, new byte[] {5});

        assertThat(nextOrNull(probe.arrivals, A_MOMENT_NANOS)).isNull();
        to.setReading(true);

        assertThat(next(probe.arrivals).bytes()).containsExactly(5);
    }

    @Test
    void readingStoppedInsideAnIndicationStopsAfterItAndLosesNothing() {
        DatagramProbe probe = new DatagramProbe(transport) {
            @Override
            public void datagramArrived(
                    DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags) {
                super.datagramArrived(channel, bytes, remote, flags);
                channel.setReading(false);
            }
        };
        DatagramChannel to = openAt(loopback(), probe);
        DatagramChannel from = open(new DatagramProbe(transport));
        for (int i = 0; i < 40; i++) {
            send(from, to, new byte[] {(byte) i});
        }

        for (int i = 0; i < 40; i++) {
            to.setReading(true);
            assertThat(next(probe.arrivals).bytes()).containsExactly(i);
            assertThat(probe.arrivals).isEmpty();
        }
    }

    @Test
    void tenThousandDatagramsGoAndComeBack() {
        DatagramProbe replies = new DatagramProbe(transport);
        DatagramChannel client = open(replies);
        DatagramChannel echo = open(new DatagramProbe(transport) {
            @Override
            public void datagramArrived(
                    DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags) {
                channel.sendTo(bytes, remote, TransportCompletion.NONE);
            }
        });
        for (int i = 0; i < 10_000; i++) {
            client.sendTo(ByteBuffer.allocate(4).putInt(0, i), echo.localAddress(), TransportCompletion.NONE);
            assertThat(ByteBuffer.wrap(next(replies.arrivals).bytes()).getInt()).isEqualTo(i);
        }
    }

    @Test
    @ExpectLog("The listener of .* failed; the socket is closed")
    void aListenerThatThrowsLosesItsSocketOnly() {
        DatagramProbe thrower = new DatagramProbe(transport) {
            @Override
            public void datagramArrived(
                    DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags) {
                throw new IllegalStateException("thrown on purpose by a test");
            }
        };
        DatagramProbe good = new DatagramProbe(transport);
        DatagramChannel bad = open(thrower);
        DatagramChannel other = open(good);

        send(other, bad, new byte[] {1});

        next(thrower.failures);
        send(other, other, new byte[] {2});
        assertThat(next(good.arrivals).bytes()).containsExactly(2);
    }

    @Test
    void anAddressInUseIsRefusedAndFreeAgainAfterClose() {
        DatagramChannel first = open(new DatagramProbe(transport));
        DatagramRequest same = new DatagramRequest(first.localAddress(), false, false);
        RecordedCompletion bound = notified();
        transport.openDatagram(transport.processor(0), same, new DatagramProbe(transport), bound);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);

        RecordedCompletion closed = notified();
        first.close(closed);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(send(first, first, new byte[1])).isEqualTo(NtStatus.STATUS_CANCELLED);

        transport.openDatagram(transport.processor(0), same, new DatagramProbe(transport), bound);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private DatagramChannel open(DatagramProbe probe) {
        DatagramChannel channel = openAt(loopback(), probe);
        channel.setReading(true);
        return channel;
    }

    private DatagramChannel openAt(InetSocketAddress local, DatagramListener listener) {
        RecordedCompletion bound = notified();
        DatagramRequest request = new DatagramRequest(local, false, false);
        DatagramChannel channel = transport.openDatagram(transport.processor(1), request, listener, bound);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_SUCCESS);
        return channel;
    }

    private NtStatus send(DatagramChannel from, DatagramChannel to, byte[] bytes) {
        RecordedCompletion sent = notified();
        from.sendTo(ByteBuffer.wrap(bytes), to.localAddress(), sent);
        return statusOf(sent);
    }
}

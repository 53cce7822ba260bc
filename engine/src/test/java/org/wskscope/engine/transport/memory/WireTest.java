package org.wskscope.engine.transport.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.chance.Choices;
import org.wskscope.engine.chance.FirstChoice;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.ConnectionRequest;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.DatagramRequest;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;

/** What the wire does to streams and datagrams, and what real sockets cannot show. */
class WireTest {
    private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(LOOPBACK, 0);

    private MemoryNetwork network = new MemoryNetwork(new FirstChoice(), Wire.IDEAL);
    private MemoryTransport transport = new MemoryTransport(network, 1);
    private final List<String> notified = new ArrayList<>();

    private void on(Wire wire) {
        on(wire, new FirstChoice());
    }

    private void on(Wire wire, Choices choices) {
        network = new MemoryNetwork(choices, wire);
        transport = new MemoryTransport(network, 1);
    }

    private void run() {
        assertThat(network.scheduler().runUntilIdle()).isTrue();
    }

    private long now() {
        return network.scheduler().clock().nanoTime();
    }

    private TransportCompletion report(String what) {
        return status -> notified.add(what + " " + status.shortName() + " at " + now() / MILLI);
    }

    @Test
    void aPacketTakesItsLatencyEachWay() {
        on(Wire.IDEAL.withLatency(3 * MILLI, 3 * MILLI));
        Ends ends = new Ends();

        assertThat(notified).containsExactly("connected SUCCESS at 6");
        ends.client.write(ByteBuffer.wrap(new byte[1]), TransportCompletion.NONE);
        long sent = now();
        ends.server.setReading(true);
        run();
        assertThat(notified.get(1)).isEqualTo("1 bytes at " + (sent + 3 * MILLI) / MILLI);
    }

    @Test
    @Tag("FID-2")
    void aSendIsDoneWhenItIsHandedOverOrWhenItIsAcknowledged() {
        on(Wire.IDEAL.withLatency(MILLI, MILLI));
        new Ends().client.write(ByteBuffer.wrap(new byte[1]), report("sent"));
        long handedOver = now() / MILLI;
        run();
        assertThat(notified).contains("sent SUCCESS at " + handedOver);

        on(Wire.IDEAL.withLatency(MILLI, MILLI).withSendCompletion(WriteCompletion.ACKNOWLEDGED));
        new Ends().client.write(ByteBuffer.wrap(new byte[1]), report("acknowledged"));
        long acknowledged = now() / MILLI + 2;
        run();
        assertThat(notified).contains("acknowledged SUCCESS at " + acknowledged);
    }

    @Test
    void aClosedWindowStopsTheSenderUntilSomebodyReads() {
        on(Wire.IDEAL.withWindows(1_000, 1_000).withSegments(100, 100));
        Ends ends = new Ends();
        for (int i = 0; i < 12; i++) {
            ends.client.write(ByteBuffer.wrap(new byte[100]), report("write"));
        }
        run();

        assertThat(notified).filteredOn("write SUCCESS at 0"::equals).hasSize(10);
        ends.server.setReading(true);
        run();
        assertThat(notified).filteredOn("write SUCCESS at 0"::equals).hasSize(12);
    }

    @Test
    @Tag("FID-4")
    void theIdealBacklogGrowsWithWhatIsAcknowledgedAndShrinksWhenTheWindowCloses() {
        on(Wire.IDEAL.withIdealBacklog(1_000).withWindows(8_000, 8_000));
        Ends ends = new Ends();
        ends.server.setReading(true);
        for (int i = 0; i < 7; i++) {
            ends.client.write(ByteBuffer.wrap(new byte[1_000]), TransportCompletion.NONE);
            run();
        }
        assertThat(notified).contains("ideal 2000", "ideal 4000");

        ends.server.setReading(false);
        ends.client.write(ByteBuffer.wrap(new byte[20_000]), TransportCompletion.NONE);
        run();

        assertThat(notified).last().isEqualTo("ideal 2000");
    }

    @Test
    @Tag("FID-1")
    void nobodyIsConnectedWhileTheInspectionLasts() {
        on(Wire.IDEAL.withLatency(MILLI, MILLI).withConnectTimeout(50 * MILLI));
        Ears ears = new Ears();
        StreamChannel client = connectTo(listen(ears, true));
        run();

        assertThat(notified).containsExactly("requested", "connected IO_TIMEOUT at 50", "dropped");
        assertThat(client.remoteAddress().getPort()).isZero();
        ears.requests.get(0).accept();
        run();
        assertThat(notified).hasSize(3);
    }

    @Test
    void theNetworkMayDropARequestItself() {
        TransportChannel listening = listen(new Ears(), true);
        Ears ears = new Ears();
        connectTo(listen(ears, true));
        network.scheduler().runFor(MILLI);

        assertThat(network.drop(ears.requests.get(0))).isTrue();
        run();

        assertThat(notified).containsExactly("requested", "dropped", "connected CONNECTION_REFUSED at 1");
        assertThat(network.drop(ears.requests.get(0))).isFalse();
        assertThat(listening.localAddress().getPort()).isPositive();
    }

    @Test
    void connectionsBeyondTheBacklogAreRefused() {
        Ears ears = new Ears();
        TransportChannel listening = listen(ears, false);
        listening.setReading(false);
        for (int i = 0; i < 6; i++) {
            connectTo(listening);
        }
        run();

        assertThat(notified).filteredOn("connected SUCCESS at 0"::equals).hasSize(4);
        assertThat(notified)
                .filteredOn("connected CONNECTION_REFUSED at 0"::equals)
                .hasSize(2);
    }

    @Test
    void addressesThatCannotBeReachedFailInTheirWay() throws Exception {
        InetAddress silent = InetAddress.getByName("127.0.0.9");
        InetAddress downhill = InetAddress.getByName("127.0.0.8");
        on(Wire.IDEAL
                .withLatency(MILLI, MILLI)
                .withUnreachable(silent, NtStatus.STATUS_IO_TIMEOUT)
                .withUnreachable(downhill, NtStatus.STATUS_HOST_UNREACHABLE));
        connectTo(new InetSocketAddress(silent, 80));
        connectTo(new InetSocketAddress(downhill, 80));
        connectTo(new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 80));
        connectTo(new InetSocketAddress(LOOPBACK, 80));
        run();

        assertThat(notified)
                .containsExactly(
                        "connected HOST_UNREACHABLE at 2",
                        "connected NETWORK_UNREACHABLE at 2",
                        "connected CONNECTION_REFUSED at 2",
                        "connected IO_TIMEOUT at 21000");
    }

    @Test
    void datagramsAreLostDoubledAndOvertaken() {
        on(Wire.IDEAL.withDatagramFaults(1_000, 0, 0));
        assertThat(burst(20)).isEmpty();

        on(Wire.IDEAL.withDatagramFaults(0, 1_000, 0));
        assertThat(burst(3)).containsExactly(0, 0, 1, 1, 2, 2);

        on(Wire.IDEAL.withLatency(0, MILLI).withDatagramFaults(0, 0, 300), new SeededChoices(3));
        List<Integer> overtaken = burst(40);
        assertThat(overtaken)
                .hasSize(40)
                .isNotEqualTo(overtaken.stream().sorted().toList());

        on(Wire.IDEAL.withLatency(0, MILLI), new SeededChoices(3));
        assertThat(burst(40)).isSorted();
    }

    @Test
    void datagramsBeyondTheWindowAreDropped() {
        on(Wire.IDEAL.withWindows(1_000, 1_000));
        DatagramChannel receiver = datagrams(ANY_PORT, false);
        receiver.setReading(false);
        DatagramChannel sender = datagrams(ANY_PORT, false);
        for (int i = 0; i < 100; i++) {
            sender.sendTo(ByteBuffer.wrap(new byte[36]), receiver.localAddress(), TransportCompletion.NONE);
        }
        run();
        receiver.setReading(true);
        run();

        assertThat(notified).filteredOn(line -> line.startsWith("datagram")).hasSize(10);
    }

    @Test
    @Tag("FID-8")
    void broadcastsReachEverySocketOfThePortAndSayWhatTheyAre() throws Exception {
        InetSocketAddress port = new InetSocketAddress("0.0.0.0", 6_000);
        datagrams(port, true);
        datagrams(port, true);
        DatagramChannel sender = datagrams(ANY_PORT, false);
        InetSocketAddress everybody = new InetSocketAddress(InetAddress.getByName("255.255.255.255"), 6_000);

        sender.sendTo(ByteBuffer.wrap(new byte[1]), everybody, report("sent"));
        run();
        assertThat(notified).containsExactly("sent ACCESS_DENIED at 0");
        sender.setBroadcast(true);
        sender.sendTo(ByteBuffer.wrap(new byte[1]), everybody, TransportCompletion.NONE);
        InetSocketAddress group = new InetSocketAddress(InetAddress.getByName("224.0.0.1"), 6_000);
        sender.sendTo(ByteBuffer.wrap(new byte[1]), group, TransportCompletion.NONE);
        run();

        assertThat(notified.subList(1, notified.size()))
                .containsExactlyInAnyOrder("datagram 0x400", "datagram 0x400", "datagram 0x800", "datagram 0x800");
    }

    @Test
    void endpointsCanBeMadeToFail() {
        Ends ends = new Ends();
        ends.client.setReading(true);
        ends.server.setReading(true);
        network.fail(ends.client);
        network.fail(ends.listening);
        network.fail(datagrams(ANY_PORT, false));
        run();

        assertThat(notified)
                .containsExactlyInAnyOrder(
                        "connected SUCCESS at 0", "reset", "reset", "listener failed", "datagrams failed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MemoryNetwork(new FirstChoice(), Wire.IDEAL).fail(ends.client));
    }

    @Test
    void aWireOutOfItsRangeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.IDEAL.withLatency(2, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.IDEAL.withDatagramFaults(1_001, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.IDEAL.withSegments(0, 10));
        assertThatIllegalArgumentException().isThrownBy(() -> Wire.IDEAL.withWindows(0, 10));
    }

    private List<Integer> burst(int count) {
        notified.clear();
        List<Integer> numbers = new ArrayList<>();
        DatagramChannel receiver = datagrams(ANY_PORT, false, numbers);
        DatagramChannel sender = datagrams(ANY_PORT, false);
        for (int i = 0; i < count; i++) {
            sender.sendTo(ByteBuffer.wrap(new byte[] {(byte) i}), receiver.localAddress(), report("sent"));
        }
        run();
        assertThat(notified).filteredOn("sent SUCCESS at 0"::equals).hasSize(count);
        return numbers;
    }

    private DatagramChannel datagrams(InetSocketAddress at, boolean shared) {
        return datagrams(at, shared, new ArrayList<>());
    }

    private DatagramChannel datagrams(InetSocketAddress at, boolean shared, List<Integer> firstBytes) {
        DatagramListener listener = new DatagramListener() {
            @Override
            public void datagramArrived(
                    DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags) {
                firstBytes.add((int) bytes.get());
                notified.add("datagram 0x" + Integer.toHexString(flags));
            }

            @Override
            public void readComplete(DatagramChannel channel) {}

            @Override
            public void channelFailed(DatagramChannel channel) {
                notified.add("datagrams failed");
            }
        };
        DatagramChannel channel = transport.openDatagram(
                transport.processor(0), new DatagramRequest(at, shared, false), listener, TransportCompletion.NONE);
        channel.setReading(true);
        run();
        return channel;
    }

    private TransportChannel listen(AcceptListener listener, boolean inspecting) {
        ListenRequest request = new ListenRequest(ANY_PORT, 4, false, inspecting);
        TransportChannel channel =
                transport.openListener(transport.processor(0), request, listener, TransportCompletion.NONE);
        channel.setReading(true);
        run();
        return channel;
    }

    private StreamChannel connectTo(TransportChannel listening) {
        return connectTo(listening.localAddress());
    }

    private StreamChannel connectTo(InetSocketAddress to) {
        StreamChannel channel =
                transport.openStream(transport.processor(0), ANY_PORT, new Notes(), TransportCompletion.NONE);
        network.scheduler().runFor(0);
        channel.connect(to, report("connected"));
        return channel;
    }

    /** Both ends of a connection; the client's end reads nothing until told to, the server's neither. */
    private final class Ends {
        final Ears ears = new Ears();
        final TransportChannel listening = listen(ears, false);
        final StreamChannel client = connectTo(listening);
        final StreamChannel server;

        Ends() {
            run();
            server = ears.accepted.get(0);
        }
    }

    private final class Ears implements AcceptListener {
        final List<StreamChannel> accepted = new ArrayList<>();
        final List<ConnectionRequest> requests = new ArrayList<>();

        @Override
        public void connectionArrived(StreamChannel channel) {
            channel.attach(new Notes());
            accepted.add(channel);
        }

        @Override
        public void listenerFailed() {
            notified.add("listener failed");
        }

        @Override
        public void connectionRequested(ConnectionRequest request) {
            notified.add("requested");
            requests.add(request);
        }

        @Override
        public void requestDropped(ConnectionRequest request) {
            notified.add("dropped");
        }
    }

    private final class Notes implements StreamListener {
        @Override
        public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
            notified.add(bytes.remaining() + " bytes at " + now() / MILLI);
        }

        @Override
        public void readComplete(StreamChannel channel, boolean drained) {}

        @Override
        public void inputFinished(StreamChannel channel) {
            notified.add("fin");
        }

        @Override
        public void connectionReset(StreamChannel channel) {
            notified.add("reset");
        }

        @Override
        public void idealSendBacklogChanged(StreamChannel channel, long bytes) {
            notified.add("ideal " + bytes);
        }
    }
}

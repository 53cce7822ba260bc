package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.time.SystemClock;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.transport.netty.NettyTransport;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/** With {@code parallelDatagram} two callbacks of one socket really run at the same time (C-15): each waits in its callback for the other. */
@Tag("C-15")
@Tag("EVT-RFR-15")
class ParallelDatagramOnNettyTest {
    private static final int PROCESSORS = 2;

    private final NettyTransport transport = new NettyTransport(PROCESSORS);
    private final KernelWsk wsk = new KernelWsk(
            transport,
            new TraceLog(),
            new SystemClock(),
            KernelOptions.defaults().withParallelDatagram(true));
    private final CyclicBarrier meeting = new CyclicBarrier(PROCESSORS);
    private final CountDownLatch met = new CountDownLatch(PROCESSORS);
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final WskClientDatagramDispatch table =
            new WskClientDatagramDispatch((context, flags, list) -> received(list));

    @AfterEach
    void end() {
        transport.close();
    }

    private NtStatus received(DatagramIndication list) {
        if (met.getCount() == 0 || list == null) {
            return NtStatus.STATUS_SUCCESS;
        }
        threads.add(Thread.currentThread());
        try {
            meeting.await(10, TimeUnit.SECONDS);
            met.countDown();
        } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
            Thread.currentThread().interrupt();
        }
        return NtStatus.STATUS_SUCCESS;
    }

    @Test
    @Timeout(30)
    void twoCallbacksOfOneSocketMeet() throws IOException, InterruptedException {
        WskProvider provider = wsk.register(
                        new WskClientNpi("meet", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)))
                .captureProviderNpi(WskRegistration.WSK_NO_WAIT)
                .provider();
        ClientIrp created = new ClientIrp();
        provider.socket(KernelBench.parameters(SocketCategory.DATAGRAM, null, table), created.irp());
        DatagramSocket socket = created.pointer(DatagramSocket.class);
        CountDownLatch bound = new CountDownLatch(1);
        Irp irp = new Irp(done -> {
            bound.countDown();
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, irp);
        assertThat(bound.await(10, TimeUnit.SECONDS)).isTrue();
        socket.dispatch()
                .controlSocket(ControlParameters.eventCallback(EventMask.of(WskEvent.WSK_EVENT_RECEIVE_FROM)), null);
        ClientIrp address = new ClientIrp();
        socket.dispatch().getLocalAddress(address.irp());

        try (java.net.DatagramSocket peer = new java.net.DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            for (int i = 0; i < 2 * PROCESSORS; i++) {
                peer.send(new DatagramPacket(new byte[] {1}, 1, address.pointer(InetSocketAddress.class)));
            }
            assertThat(met.await(20, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(threads).hasSize(PROCESSORS);
    }
}

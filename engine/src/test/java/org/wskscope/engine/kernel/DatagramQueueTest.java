package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.WskBuf;

/** Which memory the queue of a datagram socket uses again; what clients see of the queue is in the conformance tests. */
class DatagramQueueTest {
    private static final int SMALL = 2_048;

    private final KernelBench bench = new KernelBench();
    private DatagramSocket socket;
    private DatagramQueue queue;

    @BeforeEach
    void aBoundSocket() {
        socket = bench.datagrams();
        queue = ((DatagramHandle) socket).core().queue;
    }

    private Datagram next(int bytes) {
        assertThat(queue.add(ByteBuffer.allocate(bytes), KernelBench.PEER, null, 0))
                .isTrue();
        return queue.remove();
    }

    @Test
    void aSmallDatagramIsUsedAgain() {
        Datagram first = next(10);
        queue.recycle(first);

        assertThat(next(SMALL)).isSameAs(first);
    }

    @Test
    void aLargeDatagramIsNot() {
        Datagram large = next(SMALL + 1);
        queue.recycle(large);

        assertThat(large.bytes).hasSize(SMALL + 1);
        assertThat(next(10).bytes).hasSize(SMALL);
    }

    @Test
    void atMostSixtyFourAreKept() {
        List<Datagram> many = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            many.add(next(1));
        }
        many.forEach(queue::recycle);
        Set<Datagram> before = Collections.newSetFromMap(new IdentityHashMap<>());
        before.addAll(many);

        int again = 0;
        for (int i = 0; i < 70; i++) {
            again += before.contains(next(1)) ? 1 : 0;
        }

        assertThat(again).isEqualTo(64);
    }

    @Test
    void whatARequestTookIsUsedAgain() {
        Datagram first = next(1);
        queue.recycle(first);
        bench.transport.datagramSocket(0).peerSends("d1");
        bench.run();

        socket.dispatch().receiveFrom(WskBuf.of(new byte[2]), 0, new ClientIrp().irp());

        assertThat(next(1)).isSameAs(first);
    }

    @Test
    void aClosedSocketKeepsNothing() {
        bench.transport.datagramSocket(0).peerSends("d1", "d2");
        bench.run();
        assertThat(queue.size()).isEqualTo(2);

        bench.close(socket, new ClientIrp());

        assertThat(queue.size()).isZero();
    }
}

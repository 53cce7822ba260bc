package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.nt.NtStatus.STATUS_INVALID_PARAMETER;
import static org.wskscope.engine.nt.NtStatus.STATUS_PENDING;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.Violation;

/** The WDK page nc-wsk-pfn_wsk_release_data_indication_list, for streams and for datagrams. */
@OnEveryNetwork
class ReleaseConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final TestClient client;
    private final List<DataIndication> kept = new ArrayList<>();
    private final List<DatagramIndication> keptDatagrams = new ArrayList<>();

    ReleaseConformanceTest(Network network) {
        bench = new NetworkBench(network);
        client = bench.client;
    }

    private ConnectionSocket retaining(String... texts) {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        for (String text : texts) {
            client.onReceive.add((list, bytes, accepted) -> {
                kept.add(list);
                return STATUS_PENDING;
            });
            bench.peer().sends(text);
            bench.run();
        }
        return socket;
    }

    private DatagramSocket retainingDatagrams(String... texts) {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        for (String text : texts) {
            client.onReceiveFrom.add(list -> {
                keptDatagrams.add(list);
                return STATUS_PENDING;
            });
            bench.peerDatagrams().sends(bench.localAddress(socket), text);
            bench.run();
        }
        return socket;
    }

    private void assertClosesWithoutLists(NtStatus answer) {
        assertThat(answer.isSuccess()).isTrue();
        bench.run();
        assertThat(bench.wsk.openSocketCount()).isZero();
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }

    @Test
    @Tag("API-REL-02")
    void aRetainedListOfAStreamIsNotTouchedByWhatComesAfterIt() {
        String text = "kept".repeat(500);
        ConnectionSocket socket = retaining(text);

        for (int i = 0; i < 4; i++) {
            bench.peer().sends(new byte[100_000]);
            bench.run();
        }

        assertThat(TestClient.text(kept.get(0))).isEqualTo(text);
        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REL-02")
    void aRetainedDatagramIsNotTouchedByWhatComesAfterIt() {
        DatagramSocket socket = retainingDatagrams("kept");
        PeerDatagrams other = bench.peerDatagrams();

        for (int i = 0; i < 100; i++) {
            other.sends(bench.localAddress(socket), "xxxx");
            bench.run();
        }

        assertThat(client.calls).hasSize(101);
        assertThat(TestClient.texts(keptDatagrams.get(0))).isEqualTo("kept");
        assertThat(keptDatagrams.get(0).remoteAddress()).isNotEqualTo(other.address());
        assertThat(socket.dispatch().release(keptDatagrams.get(0))).isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REL-05")
    @Tag("C-29")
    void twoListsOfAStreamAreJoinedAndReleasedTogether() {
        ConnectionSocket socket = retaining("A", "B");
        kept.get(0).setNext(kept.get(1));

        assertThat(TestClient.text(kept.get(0))).isEqualTo("AB");
        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(STATUS_SUCCESS);

        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.LIST_RELEASED_TWICE));
        assertThat(socket.dispatch().release(kept.get(1))).isEqualTo(STATUS_INVALID_PARAMETER);
        assertClosesWithoutLists(bench.close(socket, new ClientIrp()));
    }

    @Test
    @Tag("API-REL-05")
    @Tag("C-29")
    void datagramsOfTwoListsAreJoinedAndReleasedTogether() {
        DatagramSocket socket = retainingDatagrams("d1", "d2");
        keptDatagrams.get(1).setNext(keptDatagrams.get(0));

        assertThat(TestClient.texts(keptDatagrams.get(1))).isEqualTo("d2,d1");
        assertThat(socket.dispatch().release(keptDatagrams.get(1))).isEqualTo(STATUS_SUCCESS);

        assertThat(socket.dispatch().release(keptDatagrams.get(0))).isEqualTo(STATUS_INVALID_PARAMETER);
        assertClosesWithoutLists(bench.close(socket, new ClientIrp()));
    }

    @Test
    @Tag("API-REL-04")
    void aListWithAnElementThatWasReleasedBeforeIsRefusedWhole() {
        ConnectionSocket socket = retaining("A", "B");
        socket.dispatch().release(kept.get(1));
        kept.get(0).setNext(kept.get(1));

        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(STATUS_INVALID_PARAMETER);

        kept.get(0).setNext(null);
        assertThat(TestClient.text(kept.get(0))).as("still the client's").isEqualTo("A");
        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REL-04")
    void aListOfAnotherSocketIsUnknown() {
        ConnectionSocket socket = retaining("A");
        ConnectionSocket other = retaining("B");

        assertThat(other.dispatch().release(kept.get(0))).isEqualTo(STATUS_INVALID_PARAMETER);

        assertThat(TestClient.text(kept.get(0))).isEqualTo("A");
        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(STATUS_SUCCESS);
        assertThat(other.dispatch().release(kept.get(1))).isEqualTo(STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsTimes(1, violationFound(Violation.LIST_RELEASED_TWICE).onSocket(other.id()));
    }

    @Test
    @Tag("API-REL-04")
    void aDatagramOfAnotherSocketIsUnknown() {
        DatagramSocket socket = retainingDatagrams("d1");
        DatagramSocket other = retainingDatagrams("d2");

        assertThat(other.dispatch().release(keptDatagrams.get(0))).isEqualTo(STATUS_INVALID_PARAMETER);

        assertThat(TestClient.texts(keptDatagrams.get(0))).isEqualTo("d1");
        assertThat(socket.dispatch().release(keptDatagrams.get(0))).isEqualTo(STATUS_SUCCESS);
        assertThat(other.dispatch().release(keptDatagrams.get(1))).isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REL-04")
    @Tag("VIO-19")
    void aListThatWasNotRetainedIsUnknown() {
        ConnectionSocket socket = retaining("A");
        client.onReceive.add((list, bytes, accepted) -> {
            kept.add(list);
            return STATUS_SUCCESS;
        });
        bench.peer().sends("B");
        bench.run();

        assertThat(socket.dispatch().release(kept.get(1))).isEqualTo(STATUS_INVALID_PARAMETER);

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.LIST_RELEASED_TWICE));
        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REL-04")
    @Tag("VIO-19")
    void aDatagramThatWasNotRetainedIsUnknown() {
        DatagramSocket socket = retainingDatagrams("d1");
        client.onReceiveFrom.add(list -> {
            keptDatagrams.add(list);
            return STATUS_SUCCESS;
        });
        bench.peerDatagrams().sends(bench.localAddress(socket), "d2");
        bench.run();

        assertThat(socket.dispatch().release(keptDatagrams.get(1))).isEqualTo(STATUS_INVALID_PARAMETER);

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.LIST_RELEASED_TWICE));
        assertThat(socket.dispatch().release(keptDatagrams.get(0))).isEqualTo(STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REL-01")
    @Tag("API-REL-06")
    @Tag("C-29")
    void aListThatIsReleasedInsideItsCallbackIsNotRetained() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        client.onReceive.add((list, bytes, accepted) -> {
            kept.add(list);
            assertThat(socket.dispatch().release(list)).isEqualTo(STATUS_SUCCESS);
            return STATUS_PENDING;
        });
        bench.peer().sends("A");
        bench.run();
        bench.peer().sends("B");
        bench.run();

        assertThat(client.calls).containsExactly("receive A", "receive B");
        assertThat(socket.dispatch().release(kept.get(0))).isEqualTo(STATUS_INVALID_PARAMETER);
        assertClosesWithoutLists(bench.close(socket, new ClientIrp()));
    }

    @Test
    @Tag("API-REL-03")
    void anEmptyDatagramIsAListToReleaseToo() {
        DatagramSocket socket = retainingDatagrams("");
        assertThat(keptDatagrams).hasSize(1);

        bench.close(socket, new ClientIrp());

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }

    @Test
    @Tag("API-REL-03")
    void datagramsReleasedBeforeTheCloseAreNotLostByReturningPendingAfterIt() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        List<NtStatus> answers = new ArrayList<>();
        client.onReceiveFrom.add(list -> {
            answers.add(socket.dispatch().release(list));
            answers.add(bench.close(socket, new ClientIrp()));
            return STATUS_PENDING;
        });
        bench.peerDatagrams().sends(bench.localAddress(socket), "d1");
        bench.run();

        assertThat(answers).containsExactly(STATUS_SUCCESS, STATUS_PENDING);
        assertThat(bench.wsk.openSocketCount()).isZero();
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }

    @Test
    @Tag("API-REL-03")
    void whatACallbackRetainsWhileItsSocketClosesIsLostToo() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        TestClient.Held held = client.holdNextReceive(socket);
        bench.peer().sends("A");
        bench.run();
        ClientIrp closing = new ClientIrp();
        bench.close(socket, closing);
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));

        held.release(STATUS_PENDING);
        bench.run();

        assertThat(closing.status()).isEqualTo(STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }
}

package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wskscope.engine.testkit.RecordMatchers.violationAbout;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerDatagrams;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.UsedAfterReturnException;
import org.wskscope.engine.wsk.Violation;

/** The WDK page nc-wsk-pfn_wsk_release_datagram_indication_list: whose a list is, and what becomes of one that is given back early, in pieces, merged, or wrongly. */
@OnEveryNetwork
class DatagramListsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final PeerDatagrams peer;
    private final List<DatagramIndication> kept = new ArrayList<>();

    DatagramListsConformanceTest(Network network) {
        bench = new NetworkBench(network);
        peer = bench.peerDatagrams();
    }

    private DatagramSocket receiving() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        return socket;
    }

    private void peerSends(DatagramSocket socket, String... texts) {
        peer.sends(bench.localAddress(socket), texts);
        bench.run();
    }

    /** The next indication is kept in {@link #kept} and answered with {@code status}. */
    private void answerNext(NtStatus status) {
        bench.client.onReceiveFrom.add(list -> {
            kept.add(Objects.requireNonNull(list));
            return status;
        });
    }

    private DatagramIndication retain(DatagramSocket socket, String text) {
        answerNext(NtStatus.STATUS_PENDING);
        peerSends(socket, text);
        return kept.get(kept.size() - 1);
    }

    /** Bytes, and bytes retained before, of each release. */
    private List<String> releases() {
        return TraceAssert.records(bench.log, TraceRecord.ListReleased.class).stream()
                .map(record -> record.bytes() + " of " + (record.bytes() + record.retained()))
                .toList();
    }

    private List<Long> releasedCalls() {
        return TraceAssert.records(bench.log, TraceRecord.ListReleased.class).stream()
                .map(TraceRecord.ListReleased::entered)
                .toList();
    }

    private long entered(int call) {
        return TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class)
                .get(call)
                .head()
                .sequence();
    }

    @Test
    @Tag("API-REL-06")
    @Tag("C-29")
    void aPartReleasedInsideTheCallbackIsNotRetained() {
        DatagramSocket socket = bench.datagrams();
        List<NtStatus> answers = new ArrayList<>();
        peerSends(socket, "abc", "de", "f");
        bench.client.onReceiveFrom.add(list -> {
            DatagramIndication second = Objects.requireNonNull(list.next());
            list.setNext(second.next());
            second.setNext(null);
            answers.add(socket.dispatch().release(second));
            answers.add(socket.dispatch().release(second));
            return NtStatus.STATUS_PENDING;
        });

        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.run();

        assertThat(answers).containsExactly(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(releases()).containsExactly("2 of 2");
        assertThat(releasedCalls()).containsExactly(entered(0));
        assertThat(TraceAssert.records(bench.log, TraceRecord.ListRetained.class))
                .singleElement()
                .satisfies(record -> assertThat(record.bytes()).isEqualTo(4))
                .satisfies(record -> assertThat(record.retained()).isEqualTo(4))
                .satisfies(record -> assertThat(record.entered()).isEqualTo(entered(0)));
    }

    @Test
    @Tag("API-REL-05")
    @Tag("C-29")
    void listsOfSeveralCallbacksMayBeReleasedAsOne() {
        DatagramSocket socket = receiving();
        DatagramIndication first = retain(socket, "abc");
        DatagramIndication second = retain(socket, "de");
        DatagramIndication third = retain(socket, "f");
        first.setNext(second);

        assertThat(socket.dispatch().release(first)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(TraceAssert.records(bench.log, TraceRecord.ListRetained.class))
                .extracting(TraceRecord.ListRetained::retained)
                .containsExactly(3L, 5L, 6L);
        assertThat(TraceAssert.records(bench.log, TraceRecord.ListReleased.class))
                .extracting(TraceRecord.ListReleased::bytes)
                .containsExactly(3L, 2L);
        assertThat(releasedCalls()).containsExactly(entered(0), entered(1));
        assertThat(TestClient.texts(third)).isEqualTo("f");
        assertThat(socket.dispatch().release(third)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(releases()).endsWith("1 of 1");
    }

    @Test
    @Tag("API-REL-05")
    @Tag("API-REL-06")
    @Tag("C-29")
    void theListInHandMayBeReleasedTogetherWithOneKeptBefore() {
        DatagramSocket socket = receiving();
        DatagramIndication before = retain(socket, "abc");
        List<NtStatus> answers = new ArrayList<>();
        bench.client.onReceiveFrom.add(list -> {
            Objects.requireNonNull(list).setNext(before);
            answers.add(socket.dispatch().release(list));
            return NtStatus.STATUS_PENDING;
        });

        peerSends(socket, "de");

        assertThat(answers).containsExactly(NtStatus.STATUS_SUCCESS);
        assertThat(releasedCalls()).containsExactly(entered(1), entered(0));
        assertThat(releases()).endsWith("3 of 3");
    }

    @Test
    @Tag("API-REL-04")
    @Tag("VIO-19")
    void aListThatBitesItsTailIsRefusedAndStaysRetained() {
        DatagramSocket socket = receiving();
        DatagramIndication list = retain(socket, "abc");
        DatagramIndication other = retain(socket, "de");
        list.setNext(other);
        other.setNext(list);

        assertThat(socket.dispatch().release(list)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.LIST_RELEASED_TWICE));
        other.setNext(null);
        assertThat(socket.dispatch().release(list)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REL-04")
    @Tag("VIO-19")
    void aListOfAnotherSocketIsRefusedAndStaysRetained() {
        DatagramSocket socket = receiving();
        DatagramSocket other = receiving();
        DatagramIndication list = retain(socket, "abc");
        retain(other, "of the other");

        assertThat(other.dispatch().release(list)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);

        assertThat(TestClient.texts(list)).isEqualTo("abc");
        assertThat(socket.dispatch().release(list)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("VIO-05")
    @Tag("API-REL-03")
    void closingWithRetainedListsIsNotedAndClosingAfterTheirReleaseIsNot() {
        DatagramSocket tidy = receiving();
        assertThat(tidy.dispatch().release(retain(tidy, "abc"))).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.close(tidy, new ClientIrp());
        bench.run();
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
        DatagramSocket hasty = receiving();
        retain(hasty, "abc");

        bench.close(hasty, new ClientIrp());

        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }

    @Test
    @Tag("VIO-05")
    @Tag("API-REL-03")
    void aListThatIsRetainedAfterCloseWasCalledIsNotedToo() {
        DatagramSocket socket = receiving();
        Held held = bench.client.holdNextReceiveFrom(socket);
        peerSends(socket, "abc");
        ClientIrp close = new ClientIrp();
        bench.close(socket, close);
        bench.run();
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));

        held.release(NtStatus.STATUS_PENDING);
        bench.run();

        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(violationAbout(Violation.CLOSE_WITH_RETAINED_LISTS, entered(0)));
    }

    @Test
    @Tag("VIO-15")
    @Tag("EVT-RFR-06")
    void aRefusedListIsNoLongerTheClients() {
        DatagramSocket socket = receiving();
        answerNext(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        peerSends(socket, "abc", "de");

        assertNotTheClients(socket);
    }

    @Test
    @Tag("VIO-15")
    @Tag("EVT-RFR-09")
    @Tag("C-14")
    void aListRefusedUnderStaticEnablingIsNoLongerTheClientsAndEveryLossIsCounted() {
        ControlParameters statically = ControlParameters.eventCallback(EventMask.of(WSK_EVENT_RECEIVE_FROM));
        bench.provider.controlClient(
                new ControlParameters(
                        statically.requestType(),
                        ControlCode.WSK_SET_STATIC_EVENT_CALLBACKS,
                        0,
                        statically.inputSize(),
                        statically.inputBuffer(),
                        0,
                        null),
                null);
        DatagramSocket socket = bench.datagrams();
        answerNext(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        peerSends(socket, "abc");
        assertNotTheClients(socket);
        answerNext(NtStatus.STATUS_DATA_NOT_ACCEPTED);
        peerSends(socket, "de");

        assertThat(TraceAssert.records(bench.log, TraceRecord.DatagramDropped.class))
                .extracting(record -> record.bytes() + ", " + record.total() + " in all")
                .containsExactly("3, 1 in all", "2, 2 in all");
    }

    private void assertNotTheClients(DatagramSocket socket) {
        DatagramIndication refused = kept.get(0);
        assertThatThrownBy(refused::buffer).isInstanceOf(UsedAfterReturnException.class);
        assertThat(socket.dispatch().release(refused)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        violationAbout(Violation.INDICATION_USED_AFTER_RETURN, entered(0)),
                        violationFound(Violation.LIST_RELEASED_TWICE));
    }

    @Test
    @Tag("EVT-RFR-02")
    void aLongDatagramComesWholeAndShortOnesBehindItToo() {
        DatagramSocket socket = receiving();
        String five = "12345".repeat(1_000);

        for (String text : List.of(five, "short", five, "2".repeat(2_048), "short")) {
            peerSends(socket, text);
        }

        assertThat(bench.client.calls)
                .containsExactly(
                        "receiveFrom " + five,
                        "receiveFrom short",
                        "receiveFrom " + five,
                        "receiveFrom " + "2".repeat(2_048),
                        "receiveFrom short");
    }
}

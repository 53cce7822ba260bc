package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.violationAbout;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.ReceiveEventFlags;
import org.wskscope.engine.wsk.Violation;

/** The WDK page nc-wsk-pfn_wsk_release_data_indication_list: lists that are given back early, in pieces, merged, or wrongly. */
@OnEveryNetwork
class RetainedListsConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    private final List<DataIndication> kept = new ArrayList<>();
    private final ConnectionSocket socket;

    RetainedListsConformanceTest(Network network) {
        bench = new NetworkBench(network);
        socket = receiving();
    }

    private ConnectionSocket receiving() {
        ConnectionSocket connected = bench.connected();
        bench.enable(connected, WSK_EVENT_RECEIVE);
        return connected;
    }

    /** The next indication on {@code on} is retained. */
    private DataIndication retain(String text) {
        bench.client.onReceive.add((list, bytes, accepted) -> {
            kept.add(Objects.requireNonNull(list));
            return NtStatus.STATUS_PENDING;
        });
        bench.peer().sends(text);
        bench.run();
        return kept.get(kept.size() - 1);
    }

    private <R extends TraceRecord> List<R> records(Class<R> kind) {
        return TraceAssert.records(bench.log).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Bytes, and bytes still retained, of each release. */
    private List<String> releases() {
        return records(TraceRecord.ListReleased.class).stream()
                .map(record -> record.bytes() + " of " + (record.bytes() + record.retained()))
                .toList();
    }

    private List<Long> entered() {
        return records(TraceRecord.CallbackEntered.class).stream()
                .map(record -> record.head().sequence())
                .toList();
    }

    @Test
    @Tag("API-REL-06")
    @Tag("C-29")
    void aListMayBeReleasedInsideTheCallbackBeforeItReturnsPending() {
        NtStatus[] answer = new NtStatus[2];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            answer[0] = socket.dispatch().release(list);
            answer[1] = socket.dispatch().release(list);
            return NtStatus.STATUS_PENDING;
        });

        bench.peer().sends("early");
        bench.run();

        assertThat(answer).containsExactly(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(records(TraceRecord.ListReleased.class))
                .singleElement()
                .satisfies(record ->
                        assertThat(record.entered()).isEqualTo(entered().get(0)))
                .satisfies(record -> assertThat(record.bytes()).isEqualTo(5));
        assertThat(records(TraceRecord.ListRetained.class))
                .singleElement()
                .satisfies(record -> assertThat(record.bytes()).isZero())
                .satisfies(record -> assertThat(record.retained()).isZero());
        assertThat(bench.close(socket, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }

    @Test
    @Tag("API-REL-05")
    @Tag("C-29")
    void listsOfSeveralCallbacksMayBeReleasedAsOne() {
        DataIndication first = retain("abc");
        DataIndication second = retain("de");
        retain("f");
        first.setNext(second);

        assertThat(socket.dispatch().release(first)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(releases()).containsExactly("3 of 6", "2 of 3");
        assertThat(records(TraceRecord.ListReleased.class))
                .extracting(TraceRecord.ListReleased::entered)
                .containsExactly(entered().get(0), entered().get(1));
        assertThat(TestClient.text(kept.get(2))).isEqualTo("f");
    }

    @Test
    @Tag("API-REL-05")
    @Tag("C-29")
    void theListInHandMayBeReleasedTogetherWithOneKeptBefore() {
        DataIndication before = retain("abc");
        NtStatus[] answer = new NtStatus[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            Objects.requireNonNull(list).setNext(before);
            answer[0] = socket.dispatch().release(list);
            return NtStatus.STATUS_PENDING;
        });

        bench.peer().sends("de");
        bench.run();

        assertThat(answer).containsExactly(NtStatus.STATUS_SUCCESS);
        assertThat(records(TraceRecord.ListReleased.class))
                .extracting(TraceRecord.ListReleased::entered)
                .containsExactly(entered().get(1), entered().get(0));
        assertThat(records(TraceRecord.ListReleased.class).get(1).retained()).isZero();
    }

    @Test
    @Tag("API-REL-04")
    @Tag("VIO-19")
    void aListThatBitesItsTailIsRefused() {
        DataIndication list = retain("abc");
        list.setNext(list);

        assertThat(socket.dispatch().release(list)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);

        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.LIST_RELEASED_TWICE));
        list.setNext(null);
        assertThat(socket.dispatch().release(list)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REL-04")
    @Tag("VIO-19")
    void aListOfAnotherSocketIsRefusedAndStaysRetained() {
        DataIndication list = retain("abc");
        ConnectionSocket other = receiving();
        retain("of the other");

        assertThat(other.dispatch().release(list)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);

        assertThat(TestClient.text(list)).isEqualTo("abc");
        assertThat(socket.dispatch().release(list)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("VIO-05")
    @Tag("API-REL-03")
    void aListThatIsRetainedAfterCloseWasCalledIsNotedToo() {
        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            held[0] = socket.deferReturn();
            return NtStatus.STATUS_PENDING;
        });
        bench.peer().sends("abc");
        bench.run();
        ClientIrp close = new ClientIrp();
        bench.close(socket, close);

        held[0].complete(NtStatus.STATUS_PENDING);
        bench.run();

        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(violationAbout(
                        Violation.CLOSE_WITH_RETAINED_LISTS, entered().get(0)));
    }

    @Test
    @Tag("API-REL-03")
    @Tag("API-REL-06")
    void aListThatWasReleasedBeforeItsCallbackReturnedPendingIsNotMissedByClose() {
        DeferredReturn[] held = new DeferredReturn[1];
        DataIndication[] inHand = new DataIndication[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            inHand[0] = list;
            held[0] = socket.deferReturn();
            return NtStatus.STATUS_PENDING;
        });
        bench.peer().sends("abc");
        bench.run();
        assertThat(socket.dispatch().release(inHand[0])).isEqualTo(NtStatus.STATUS_SUCCESS);
        ClientIrp close = new ClientIrp();
        bench.close(socket, close);

        held[0].complete(NtStatus.STATUS_PENDING);
        bench.run();

        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.CLOSE_WITH_RETAINED_LISTS));
    }

    @Test
    @Tag("API-REL-07")
    @Tag("C-11")
    void releaseAsapIsAskedForAboveTheThresholdOnly() {
        NetworkBench small = bench.another(KernelOptions.defaults().withReleaseAsapBytes(3));
        ConnectionSocket connected = small.connected();
        small.enable(connected, WSK_EVENT_RECEIVE);
        for (String text : List.of("abc", "d", "e")) {
            small.client.nextReceive(NtStatus.STATUS_PENDING);
            small.peer().sends(text);
            small.run();
        }

        assertThat(TraceAssert.records(small.log).stream()
                        .filter(TraceRecord.CallbackEntered.class::isInstance)
                        .map(record -> (((TraceRecord.CallbackEntered) record).flags() & RELEASE_ASAP) != 0))
                .containsExactly(false, false, true);
    }

    private static final int RELEASE_ASAP = ReceiveEventFlags.WSK_FLAG_RELEASE_ASAP;
}

package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.kernel.GracefulDisconnect;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.Benches;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.testkit.network.PeerEnd;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.ReceiveEventFlags;

/** The configurable entries of the CHOICE register: what they are by default, and that the switched value takes effect. */
@OnEveryNetwork
class ConfigurableChoicesTest {
    @AutoClose
    private final Benches benches;

    ConfigurableChoicesTest(Network network) {
        benches = new Benches(network);
    }

    private static final KernelOptions DEFAULTS = KernelOptions.defaults();

    @Test
    @Tag("C-08")
    @Tag("C-10")
    @Tag("C-11")
    @Tag("C-13")
    @Tag("C-22")
    @Tag("C-27")
    @Tag("C-34")
    void theDefaultsAreThoseOfTheRegister() {
        assertThat(DEFAULTS.gracefulDisconnect()).isEqualTo(GracefulDisconnect.HOLD);
        assertThat(DEFAULTS.acceptBacklog()).isEqualTo(128);
        assertThat(DEFAULTS.maxIndicationBytes()).isEqualTo(65_536);
        assertThat(DEFAULTS.releaseAsapBytes()).isEqualTo(256_000);
        assertThat(DEFAULTS.entireMessageWhenDrained()).isTrue();
        assertThat(DEFAULTS.maxDatagramsPerList()).isEqualTo(64);
        assertThat(DEFAULTS.receiveBufferBytes()).isEqualTo(65_536);
        assertThat(DEFAULTS.idealSendBacklogBytes()).isEqualTo(65_536);
        assertThat(DEFAULTS.strictIrpOnEnable()).isFalse();
        assertThat(DEFAULTS.irqlMode()).isEqualTo(IrqlMode.DISPATCH);
        assertThat(DEFAULTS.earlyAcceptedEvents()).isFalse();
    }

    @Test
    @Tag("C-10")
    void numbersThatMakeNoSenseAreRefused() {
        org.assertj.core.api.Assertions.assertThatIllegalArgumentException()
                .isThrownBy(() -> DEFAULTS.withAcceptBacklog(0))
                .withMessageContaining("accept backlog");
    }

    @ParameterizedTest
    @CsvSource({"128, 200", "3, 5"})
    @Tag("C-10")
    @Tag("EVT-ACC-15")
    void theBacklogHoldsAsManyConnectionsAsItIsGiven(int backlog, int peers) {
        NetworkBench bench = benches.open(DEFAULTS.withAcceptBacklog(backlog));
        ListenSocket listener = bench.listening();
        List<PeerEnd> streams = new ArrayList<>();
        for (int i = 0; i < peers; i++) {
            streams.add(bench.peerConnects(listener));
        }
        bench.run();

        assertThat(streams).filteredOn(PeerEnd::wasTurnedAway).hasSize(peers - backlog);
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.run();
        assertThat(bench.client.calls).hasSize(backlog).containsOnly("accept");
    }

    @ParameterizedTest
    @ValueSource(ints = {65_536, 1_000})
    @Tag("C-11")
    void anIndicationIsNoLongerThanTheLimit(int limit) {
        NetworkBench bench = benches.open(DEFAULTS.withMaxIndicationBytes(limit));
        bench.enable(bench.connected(), WSK_EVENT_RECEIVE);
        bench.peer().sends(new byte[3 * limit + 1]);
        bench.run();

        assertThat(entered(bench))
                .extracting(TraceRecord.CallbackEntered::amount)
                .contains((long) limit)
                .allMatch(amount -> amount <= limit);
        assertThat(entered(bench).stream()
                        .mapToLong(TraceRecord.CallbackEntered::amount)
                        .sum())
                .isEqualTo(3L * limit + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("C-11")
    @Tag("EVT-RCV-16")
    void theEndOfAReadLoopIsAMessageEndOnlyIfSoChosen(boolean marked) {
        NetworkBench bench =
                benches.open(DEFAULTS.withEntireMessageWhenDrained(marked).withMaxIndicationBytes(4));
        bench.enable(bench.connected(), WSK_EVENT_RECEIVE);
        bench.peer().sends("12345678");
        bench.run();

        List<TraceRecord.CallbackEntered> calls = entered(bench);
        assertThat(calls).hasSize(2);
        assertThat(calls.get(0).flags() & ReceiveEventFlags.WSK_FLAG_ENTIRE_MESSAGE)
                .as("more of the message follows")
                .isZero();
        assertThat((calls.get(1).flags() & ReceiveEventFlags.WSK_FLAG_ENTIRE_MESSAGE) != 0)
                .isEqualTo(marked);
    }

    @ParameterizedTest
    @CsvSource({"64, 100, 2", "3, 7, 3"})
    @Tag("C-13")
    void aListHoldsNoMoreDatagramsThanTheLimit(int limit, int datagrams, int calls) {
        NetworkBench bench = benches.open(DEFAULTS.withMaxDatagramsPerList(limit));
        DatagramSocket socket = bench.datagrams();
        String[] texts = new String[datagrams];
        java.util.Arrays.setAll(texts, number -> "d" + number);
        bench.peerDatagrams().sends(bench.localAddress(socket), texts);
        bench.run();

        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.run();

        assertThat(entered(bench)).hasSize(calls).allMatch(call -> call.amount() <= limit);
        assertThat(String.join(",", bench.client.calls).replace("receiveFrom ", ""))
                .isEqualTo(String.join(",", texts));
    }

    @ParameterizedTest
    @ValueSource(longs = {65_536, 12_345})
    @Tag("C-27")
    void theBacklogValueBeginsWhereItIsReported(long bytes) {
        NetworkBench bench = benches.open(DEFAULTS.withIdealSendBacklogBytes(bytes));

        assertThat(bench.idealSendBacklog(bench.connected())).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @Tag("C-17")
    @Tag("EVT-ACC-14")
    void eventsEnabledInsideTheAcceptCallbackWaitForItsReturnUnlessTheyMayBeEarly(boolean early) {
        NetworkBench bench = benches.open(DEFAULTS.withEarlyAcceptedEvents(early));
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onAccept.add((accepted, parameters) -> {
            parameters.set("ctx1", bench.client.connectionTable);
            bench.enable(accepted, WSK_EVENT_RECEIVE);
            held[0] = listener.deferReturn();
            return NtStatus.STATUS_SUCCESS;
        });
        PeerEnd stream = bench.peerConnects(listener);
        stream.sends("one");
        bench.run();
        assertThat(bench.client.calls).hasSize(early ? 2 : 1);

        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();
        stream.sends("two");
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept", "receive one", "receive two");
        assertThat(bench.client.contexts).containsExactly("ctx", "ctx1", "ctx1");
    }

    @Test
    @Tag("C-17")
    @Tag("EVT-ACC-06")
    void anEarlySocketThatIsRefusedIsClosedLikeAnyOther() {
        NetworkBench bench = benches.open(DEFAULTS.withEarlyAcceptedEvents(true));
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        DeferredReturn[] held = new DeferredReturn[1];
        ConnectionSocket[] refused = new ConnectionSocket[1];
        bench.client.onAccept.add((accepted, parameters) -> {
            parameters.set(null, bench.client.connectionTable);
            bench.enable(accepted, WSK_EVENT_RECEIVE);
            refused[0] = accepted;
            held[0] = listener.deferReturn();
            return NtStatus.STATUS_SUCCESS;
        });
        PeerEnd stream = bench.peerConnects(listener);
        stream.sends("one");
        bench.run();

        held[0].complete(NtStatus.STATUS_REQUEST_NOT_ACCEPTED);
        bench.run();
        stream.sends("two");
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept", "receive one");
        assertThat(stream.wasTurnedAway()).isTrue();
        assertThat(bench.enable(refused[0], WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
    }

    private static List<TraceRecord.CallbackEntered> entered(NetworkBench bench) {
        return TraceAssert.records(bench.log).stream()
                .filter(TraceRecord.CallbackEntered.class::isInstance)
                .map(TraceRecord.CallbackEntered.class::cast)
                .toList();
    }
}

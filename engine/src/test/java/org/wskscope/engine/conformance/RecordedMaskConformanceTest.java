package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.RecordMatcher;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;

/** The mask the log shows is the mask the socket has. */
@OnEveryNetwork
class RecordedMaskConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    RecordedMaskConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @Test
    @Tag("CTL-ECB-23")
    @Tag("CTL-ECB-24")
    void everyChangeShowsTheWholeMask() {
        ConnectionSocket socket = bench.connected();

        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.enable(socket, WSK_EVENT_DISCONNECT);
        bench.disable(socket, WSK_EVENT_RECEIVE, null);

        assertThat(masks()).containsExactly(0x40, 0xC0, 0x80);
    }

    @Test
    @Tag("CTL-ECB-26")
    void anEnableDuringTheDrainShowsAfterTheDisable() {
        ConnectionSocket socket = bench.connected();
        TestClient.Held held = bench.client.holdNextReceive(socket);
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.peer().sends("a");
        bench.run();
        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE, null)).isEqualTo(NtStatus.STATUS_EVENT_PENDING);
        bench.enable(socket, WSK_EVENT_RECEIVE);

        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(masks()).containsExactly(0x40, 0, 0x40);
    }

    @Test
    @Tag("CTL-INH-09")
    void onlyTheDefaultsThatAreNewAreSaidToBeEnabled() {
        ListenSocket listener = bench.listening();

        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        bench.enable(listener, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        bench.enable(listener, WSK_EVENT_ACCEPT, WSK_EVENT_DISCONNECT);

        TraceAssert.assertThat(bench.log)
                .onlyKinds(TraceRecord.CallbackEnabled.class)
                .matchesExactly(
                        enabled(EventMask.of(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE)),
                        enabled(EventMask.of(WSK_EVENT_DISCONNECT)));
        assertThat(masks()).containsExactly(0x40 | WSK_EVENT_ACCEPT.bit(), 0xC0 | WSK_EVENT_ACCEPT.bit());
    }

    @Test
    void aDrainIsAskedForOnceAndAgainByEachIrp() {
        ConnectionSocket socket = bench.connected();
        TestClient.Held held = bench.client.holdNextReceive(socket);
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.peer().sends("a");
        bench.run();
        ClientIrp waiting = new ClientIrp();

        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        bench.disable(socket, WSK_EVENT_RECEIVE, null);
        bench.disable(socket, WSK_EVENT_RECEIVE, waiting.irp());

        assertThat(TraceAssert.records(bench.log).stream()
                        .filter(TraceRecord.CallbackDisableRequested.class::isInstance)
                        .map(record -> ((TraceRecord.CallbackDisableRequested) record).irp()))
                .containsExactly(0, waiting.irp().number());
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();
        assertThat(waiting.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    private static RecordMatcher enabled(EventMask events) {
        return RecordMatchers.record(
                TraceRecord.CallbackEnabled.class,
                events.shortNames() + " enabled",
                record -> record.enabled().equals(events));
    }

    private List<Integer> masks() {
        return TraceAssert.records(bench.log).stream()
                .map(record -> {
                    if (record instanceof TraceRecord.CallbackEnabled enabled) {
                        return enabled.mask().bits();
                    }
                    return record instanceof TraceRecord.CallbackDisabled disabled
                            ? disabled.mask().bits()
                            : null;
                })
                .filter(Objects::nonNull)
                .toList();
    }
}

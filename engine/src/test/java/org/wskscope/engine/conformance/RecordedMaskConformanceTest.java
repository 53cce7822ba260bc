package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.ScriptedClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;

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
        ScriptedClient.Held held = bench.client.holdNextReceive(socket);
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.peer().sends("a");
        bench.run();
        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE, null)).isEqualTo(NtStatus.STATUS_EVENT_PENDING);
        bench.enable(socket, WSK_EVENT_RECEIVE);

        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(masks()).containsExactly(0x40, 0, 0x40);
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

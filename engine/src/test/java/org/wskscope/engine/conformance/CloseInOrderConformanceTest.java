package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.record;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK page nc-wsk-pfn_wsk_close_socket: who keeps nothing and is inside nothing is told of nothing. */
@PlayedByHand("what a client did is the same on every network")
class CloseInOrderConformanceTest {
    private final KernelBench bench = new KernelBench();

    private WskSocket open(SocketCategory category) {
        return switch (category) {
            case BASIC -> bench.create(BasicSocket.class, category, null);
            case LISTEN -> bench.listening();
            case DATAGRAM -> bench.datagrams();
            case CONNECTION -> bench.connected();
            case STREAM -> bench.create(StreamSocket.class, category, null);
        };
    }

    @ParameterizedTest
    @EnumSource(SocketCategory.class)
    @Tag("API-CLO-03")
    @Tag("API-REL-03")
    void aSocketWithoutRetainedListsIsClosedWithoutANote(SocketCategory category) {
        WskSocket socket = open(category);
        ClientIrp closing = new ClientIrp();

        bench.close(socket, closing);
        bench.run();

        assertThat(closing.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsNone(record(TraceRecord.ViolationFound.class));
    }
}

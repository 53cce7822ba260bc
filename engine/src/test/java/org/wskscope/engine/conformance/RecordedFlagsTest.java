package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.projection.TraceNotation;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.CallFlags;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskFunction;

/** What decides is in the record of the call: the flags of every function that takes some. */
@PlayedByHand("a record says what the client passed, whatever the network")
class RecordedFlagsTest {
    private final KernelBench bench = new KernelBench();

    private String trace() throws IOException {
        StringBuilder text = new StringBuilder();
        new TraceNotation().append(bench.log, 0, bench.log.size(), text);
        return text.toString();
    }

    @Test
    @Tag("API-RCV-06")
    void theNotationNamesThem() throws IOException {
        ConnectionSocket socket = bench.connected();

        socket.dispatch().receive(WskBuf.of(new byte[8]), ReceiveFlags.WAITALL, new ClientIrp().irp());
        socket.dispatch().receive(WskBuf.EMPTY, ReceiveFlags.DRAIN, new ClientIrp().irp());
        socket.dispatch().receive(WskBuf.EMPTY, new ReceiveFlags(0x42), new ClientIrp().irp());
        socket.dispatch().send(WskBuf.of("A"), new SendFlags(SendFlags.WSK_FLAG_NODELAY), new ClientIrp().irp());
        socket.dispatch().connect(KernelBench.PEER, 0x10, new ClientIrp().irp());
        socket.dispatch().disconnect(null, DisconnectFlags.ABORTIVE, new ClientIrp().irp());

        assertThat(trace())
                .contains("WskReceive(C1, 8 B, WAITALL,")
                .contains("WskReceive(C1, 0 B, DRAIN,")
                .contains("WskReceive(C1, 0 B, WAITALL|0x40,")
                .contains("WskSend(C1, 1 B, NODELAY,")
                .contains("WskConnect(C1, 0x10,")
                .contains("WskDisconnect(C1, ABORTIVE,");
    }

    @Test
    void driverCodeHasTheirFullNames() {
        assertThat(CallFlags.text(WskFunction.WSK_RECEIVE, 0x46)).isEqualTo("WSK_FLAG_WAITALL | WSK_FLAG_DRAIN | 0x40");
        assertThat(CallFlags.text(WskFunction.WSK_SEND, 0)).isEqualTo("0");
        assertThat(CallFlags.text(WskFunction.WSK_SEND, 1)).isEqualTo("WSK_FLAG_OOB");
        assertThat(CallFlags.text(WskFunction.WSK_GET_NAME_INFO, 0xA)).isEqualTo("NI_NUMERICHOST | NI_NUMERICSERV");
    }
}

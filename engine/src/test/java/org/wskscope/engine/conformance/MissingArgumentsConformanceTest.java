package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskFunction;

/** An argument that is missing is a malformed one: the call is recorded and answered, and its IRP completes (C-33). */
@OnEveryNetwork
@SuppressWarnings({"NullAway", "DataFlowIssue"})
class MissingArgumentsConformanceTest {
    private final NetworkBench bench;

    MissingArgumentsConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void refused(WskFunction function, Function<Irp, NtStatus> call) {
        ClientIrp irp = new ClientIrp();

        NtStatus answer = call.apply(irp.irp());

        assertThat(answer).as(function.functionName()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.completions()).as(function.functionName()).isEqualTo(1);
        List<TraceRecord.FunctionReturned> answers = TraceAssert.records(bench.log, TraceRecord.FunctionReturned.class);
        TraceRecord.FunctionReturned last = answers.get(answers.size() - 1);
        assertThat(last.function()).isEqualTo(function);
        assertThat(last.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    @Tag("C-33")
    @Tag("API-IRP-01")
    void eachFunctionRefusesWhatIsMissing() {
        ConnectionSocket connection = bench.connected();
        DatagramSocket datagrams = bench.datagrams();
        ListenSocket listener = bench.conditional();
        ConnectionSocket fresh = bench.create(ConnectionSocket.class, SocketCategory.CONNECTION, null);
        ConnectionSocket bound = bench.bound();

        refused(WskFunction.WSK_SEND, irp -> connection.dispatch().send(null, SendFlags.NONE, irp));
        refused(WskFunction.WSK_RECEIVE, irp -> connection.dispatch().receive(null, ReceiveFlags.NONE, irp));
        refused(WskFunction.WSK_SEND_TO, irp -> datagrams.dispatch().sendTo(null, 0, bench.peerAddress(), irp));
        refused(WskFunction.WSK_RECEIVE_FROM, irp -> datagrams.dispatch().receiveFrom(null, 0, irp));
        refused(WskFunction.WSK_BIND, irp -> fresh.dispatch().bind(null, 0, irp));
        refused(WskFunction.WSK_CONNECT, irp -> bound.dispatch().connect(null, 0, irp));
        refused(WskFunction.WSK_CONNECT_EX, irp -> bound.dispatch().connectEx(null, null, 0, irp));
        refused(WskFunction.WSK_CONTROL_SOCKET, irp -> bound.dispatch().controlSocket(null, irp));
        refused(
                WskFunction.WSK_INSPECT_COMPLETE,
                irp -> listener.dispatch().inspectComplete(null, InspectAction.WskInspectAccept, irp));
        refused(WskFunction.WSK_SOCKET, irp -> bench.provider.socket(null, irp));
        refused(WskFunction.WSK_CONTROL_CLIENT, irp -> bench.provider.controlClient(null, irp));
        refused(WskFunction.WSK_GET_NAME_INFO, irp -> bench.provider.getNameInfo(null, 0, irp));
    }
}

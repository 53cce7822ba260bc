package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedRequest;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.OutputSizeReturned;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientStreamDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** The WDK pages so-conditional-accept and sio-wsk-query-inspect-id. */
@PlayedByHand("FID-1: the test holds the handshake back")
class ConditionalAcceptConformanceTest {
    private final KernelBench bench = new KernelBench();
    private final TestClient client = bench.client;

    private static ScriptedRequest request(KernelBench on) {
        ScriptedRequest request = on.transport.listener(0).peerRequests();
        on.run();
        return request;
    }

    private static ControlParameters option(ControlType type, Object input, ByteBuffer output) {
        return new ControlParameters(
                type,
                ControlCode.SO_CONDITIONAL_ACCEPT,
                ControlCode.SOL_SOCKET,
                input == null ? 0 : Integer.BYTES,
                input,
                output == null ? 0 : output.remaining(),
                output);
    }

    private static int mode(WskSocket socket) {
        ByteBuffer output = ByteBuffer.allocate(Integer.BYTES);
        ClientIrp irp = new ClientIrp();
        socket.dispatch().controlSocket(option(ControlType.WskGetOption, null, output), irp.irp());
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.information()).isEqualTo(Integer.BYTES);
        return output.getInt(0);
    }

    private static NtStatus queryInspectId(WskSocket socket, ByteBuffer output) {
        OutputSizeReturned size = new OutputSizeReturned();
        NtStatus status = socket.dispatch()
                .controlSocket(ControlParameters.query(ControlCode.SIO_WSK_QUERY_INSPECT_ID, output, size), null);
        assertThat(size.get()).isEqualTo(status.isSuccess() ? InspectId.SIZE : 0);
        return status;
    }

    @Test
    @Tag("EVT-INS-02")
    void aListenerThatIsNotConditionalInspectsNothing() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, client.conditionalTable);
        listener.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        bench.enable(listener, WSK_EVENT_ACCEPT);

        bench.transport.listener(0).peerConnects();
        bench.run();

        assertThat(client.calls).containsExactly("accept");
        assertThat(mode(listener)).isZero();
    }

    @Test
    @Tag("EVT-INS-03")
    void theModeIsOffUntilSetAndFixedFromBindOn() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, client.conditionalTable);
        assertThat(mode(listener)).isZero();
        assertThat(bench.conditionalAccept(listener, 1)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(mode(listener)).isEqualTo(1);
        listener.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        assertThat(bench.conditionalAccept(listener, 0)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        bench.run();

        assertThat(bench.conditionalAccept(listener, 0)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(bench.conditionalAccept(listener, 1)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(mode(listener)).isEqualTo(1);
    }

    @Test
    @Tag("EVT-INS-03")
    @Tag("C-33")
    void theOptionNeedsAnIrpTheSocketLevelAndZeroOrOne() {
        ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, client.conditionalTable);
        ControlParameters on = option(ControlType.WskSetOption, 1, null);
        ControlParameters elsewhere =
                new ControlParameters(ControlType.WskSetOption, on.controlCode(), 0, Integer.BYTES, 1, 0, null);

        assertThat(listener.dispatch().controlSocket(on, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(listener.dispatch().controlSocket(elsewhere, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.conditionalAccept(listener, 2)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.conditionalAccept(listener, -1)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(mode(listener)).isZero();
    }

    @Test
    @Tag("EVT-GEN-03")
    @Tag("C-19")
    void conditionalAcceptNeedsBothCallbacks() {
        List<WskClientListenDispatch> tables = new ArrayList<>(Collections.singletonList(null));
        tables.add(client.listenTable);
        tables.add(new WskClientListenDispatch(null, client.conditionalTable.inspectEvent(), null));
        tables.add(new WskClientListenDispatch(null, null, client.conditionalTable.abortEvent()));
        for (WskClientListenDispatch table : tables) {
            ListenSocket listener = bench.create(ListenSocket.class, SocketCategory.LISTEN, table);

            assertThat(bench.conditionalAccept(listener, 1)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
            assertThat(bench.conditionalAccept(listener, 0)).isEqualTo(NtStatus.STATUS_SUCCESS);
        }
    }

    @Test
    @Tag("C-39")
    void socketsThatAreNoListenersHaveNoConditionalAccept() {
        WskClientStreamDispatch table = new WskClientStreamDispatch(client.conditionalTable, client.connectionTable);
        StreamSocket stream = bench.create(StreamSocket.class, SocketCategory.STREAM, table);

        assertThat(bench.conditionalAccept(stream, 1)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.conditionalAccept(bench.bound(), 1)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.conditionalAccept(bench.datagrams(), 1)).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
    }

    @Test
    @Tag("EVT-INS-04")
    void noMaskTurnsInspectionOnOrOff() {
        ListenSocket listener = bench.conditional();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.disable(listener, WSK_EVENT_ACCEPT, null);

        request(bench);

        assertThat(client.calls).containsExactly("inspect 1");
        assertThat(WskCallback.INSPECT.event()).isNull();
        assertThat(WskCallback.ABORT.event()).isNull();
    }

    @Test
    @Tag("EVT-INS-21")
    void theInspectIdOfAnyOtherSocketIsAnInvalidRequest() {
        ByteBuffer output = ByteBuffer.allocate(InspectId.SIZE);

        assertThat(queryInspectId(bench.conditional(), output)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(queryInspectId(bench.connected(), output)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        assertThat(queryInspectId(bench.datagrams(), output)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
        ListenSocket plain = bench.listening();
        bench.enable(plain, WSK_EVENT_ACCEPT);
        bench.transport.listener(1).peerConnects();
        bench.run();
        assertThat(queryInspectId(client.acceptedSockets.get(0), output))
                .isEqualTo(NtStatus.STATUS_INVALID_DEVICE_REQUEST);
    }

    @Test
    @Tag("EVT-INS-20")
    void theInspectIdQueryTakesNoIrpAndNeedsRoom() {
        ListenSocket listener = bench.conditional();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        request(bench);
        ConnectionSocket accepted = client.acceptedSockets.get(0);
        ControlParameters query = ControlParameters.query(
                ControlCode.SIO_WSK_QUERY_INSPECT_ID, ByteBuffer.allocate(InspectId.SIZE), null);

        assertThat(accepted.dispatch().controlSocket(query, new ClientIrp().irp()))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(queryInspectId(accepted, ByteBuffer.allocate(InspectId.SIZE - 1)))
                .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }
}

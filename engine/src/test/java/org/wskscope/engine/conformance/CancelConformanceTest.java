package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.stateChanged;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.BellExtension;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedStream;
import org.wskscope.engine.testkit.ScriptedTransport;
import org.wskscope.engine.testkit.TestClient;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.ExtensionControlIn;
import org.wskscope.engine.wsk.ExtensionControlOut;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskVersion;

/** {@code IoCancelIrp} of whatever pends: the request ends with the cancel and is forgotten, and nothing else ends. */
@PlayedByHand("the test cancels between the steps of the network")
class CancelConformanceTest {
    private static final ControlParameters ADDRESS_CHANGE =
            new ControlParameters(ControlType.WskIoctl, ControlCode.SIO_ADDRESS_LIST_CHANGE, 0, 0, null, 0, null);

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

    private void assertEndedOnce(ClientIrp irp, NtStatus status) {
        assertThat(irp.status()).isEqualTo(status);
        assertThat(TraceAssert.records(bench.log, TraceRecord.IrpCompleted.class))
                .filteredOn(record -> record.irp() == irp.irp().number())
                .extracting(TraceRecord.IrpCompleted::status)
                .containsExactly(status);
    }

    @ParameterizedTest
    @EnumSource(SocketCategory.class)
    @Tag("API-IRP-01")
    @Tag("API-IRP-11")
    void whatAControlCallWaitedForDoesNotEndItOnceMoreAfterItsCancel(SocketCategory category) {
        WskSocket socket = open(category);
        ClientIrp waiting = new ClientIrp();
        socket.dispatch().controlSocket(ADDRESS_CHANGE, waiting.irp());

        waiting.irp().cancel();
        bench.wsk.addressListChanged();

        assertEndedOnce(waiting, NtStatus.STATUS_CANCELLED);
    }

    @Test
    @Tag("API-IRP-01")
    @Tag("API-IRP-11")
    @Tag("CTL-ECB-09")
    void aCancelledDisableTakesEffectAllTheSame() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        TestClient.Held held = bench.client.holdNextReceive(socket);
        bench.peer().peerSends("A");
        bench.run();
        ClientIrp disabling = new ClientIrp();
        bench.disable(socket, WSK_EVENT_RECEIVE, disabling.irp());

        disabling.irp().cancel();
        assertThat(disabling.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        held.release(NtStatus.STATUS_SUCCESS);
        bench.peer().peerSends("B");
        bench.run();

        assertEndedOnce(disabling, NtStatus.STATUS_CANCELLED);
        assertThat(bench.client.calls).containsExactly("receive A");
    }

    @Test
    @Tag("API-CLO-02")
    @Tag("API-CLO-03")
    void aCloseThatWaitsForACallbackCannotBeCancelled() {
        ConnectionSocket socket = bench.connected();
        bench.wsk.install(new BellExtension());
        register(socket);
        bench.enable(socket, WSK_EVENT_RECEIVE);
        TestClient.Held held = bench.client.holdNextReceive(socket);
        bench.peer().peerSends("A");
        bench.run();
        ClientIrp closing = new ClientIrp();
        bench.close(socket, closing);

        closing.irp().cancel();
        assertThat(closing.isCompleted()).isFalse();
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertEndedOnce(closing, NtStatus.STATUS_SUCCESS);
    }

    private static void register(WskSocket socket) {
        ControlParameters parameters = new ControlParameters(
                ControlType.WskIoctl,
                ControlCode.SIO_WSK_REGISTER_EXTENSION,
                0,
                ExtensionControlIn.SIZE,
                new ExtensionControlIn(BellExtension.ID, null, null),
                ExtensionControlOut.SIZE,
                new ExtensionControlOut());
        assertThat(socket.dispatch().controlSocket(parameters, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-IRP-07")
    @Tag("API-IRP-11")
    void aCancelCountsAlsoWhileTheFunctionIsStillOnItsWayIn() {
        Runnable[] onTick = {() -> {}};
        KernelWsk wsk = new KernelWsk(
                new ScriptedTransport(1),
                new TraceLog(1 << 10),
                () -> {
                    onTick[0].run();
                    return 0;
                },
                KernelOptions.defaults());
        WskProvider provider = wsk.register(
                        new WskClientNpi("test", null, new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)))
                .captureProviderNpi(WskRegistration.WSK_NO_WAIT)
                .provider();
        ClientIrp created = new ClientIrp();
        Objects.requireNonNull(provider)
                .socket(KernelBench.parameters(SocketCategory.BASIC, null, null), created.irp());
        ClientIrp early = new ClientIrp();
        onTick[0] = () -> early.irp().cancel();

        NtStatus answer = created.pointer(BasicSocket.class).dispatch().controlSocket(ADDRESS_CHANGE, early.irp());

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(early.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(early.pendingReturned()).isTrue();
        assertThat(early.completions()).isEqualTo(1);
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-36")
    void anEndpointThatConnectedAfterItsConnectWasCancelledIsExchangedForANewOne() {
        ConnectionSocket socket = bench.bound();
        ScriptedStream before = bench.peer();
        ClientIrp connecting = new ClientIrp();
        socket.dispatch().connect(KernelBench.PEER, 0, connecting.irp());

        connecting.irp().cancel();
        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        bench.run();

        assertEndedOnce(connecting, NtStatus.STATUS_CANCELLED);
        assertThat(before.isReset()).isTrue();
        assertThat(bench.peer()).isNotSameAs(before);
        assertThat(bench.localAddress(socket)).isEqualTo(before.localAddress());
        TraceAssert.assertThat(bench.log)
                .containsInOrder(stateChanged(SocketState.CONNECTING), stateChanged(SocketState.BOUND))
                .containsNone(stateChanged(SocketState.CONNECTED));
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-36")
    void aConnectWhoseAddressWasTakenMeanwhileSaysSoAndMayBeTriedAgain() {
        ConnectionSocket socket = bench.bound();
        ClientIrp connecting = new ClientIrp();
        socket.dispatch().connect(KernelBench.PEER, 0, connecting.irp());
        connecting.irp().cancel();
        bench.transport.failNext(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        ClientIrp second = new ClientIrp();
        socket.dispatch().connect(KernelBench.PEER, 0, second.irp());
        bench.run();
        ClientIrp third = new ClientIrp();

        socket.dispatch().connect(KernelBench.PEER, 0, third.irp());
        bench.run();

        assertEndedOnce(second, NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        assertEndedOnce(third, NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-IRP-11")
    @Tag("C-36")
    void aConnectThatWasCancelledAndFailsMayBeRepeated() {
        ConnectionSocket socket = bench.bound();
        bench.transport.failNext(NtStatus.STATUS_CONNECTION_REFUSED);
        ClientIrp connecting = new ClientIrp();
        socket.dispatch().connect(KernelBench.PEER, 0, connecting.irp());
        connecting.irp().cancel();
        ClientIrp again = new ClientIrp();

        NtStatus answer = socket.dispatch().connect(KernelBench.PEER, 0, again.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);

        assertEndedOnce(connecting, NtStatus.STATUS_CANCELLED);
        assertEndedOnce(again, NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-IRP-01")
    @Tag("THR-16")
    void eachOfTwoWaitingControlCallsEndsOnceWithWhatItWaitedFor() {
        int slow = 0x4F0000FF;
        BasicSocket socket = bench.create(BasicSocket.class, SocketCategory.BASIC, null);
        bench.wsk.holdControls(slow);
        ClientIrp change = new ClientIrp();
        ClientIrp held = new ClientIrp();
        socket.dispatch().controlSocket(ADDRESS_CHANGE, change.irp());
        socket.dispatch()
                .controlSocket(new ControlParameters(ControlType.WskIoctl, slow, 0, 0, null, 0, null), held.irp());

        bench.wsk.addressListChanged();
        assertThat(held.isCompleted()).isFalse();
        bench.wsk.addressListChanged();
        bench.wsk.finishHeldControls(slow);
        bench.wsk.finishHeldControls(slow);

        assertEndedOnce(change, NtStatus.STATUS_SUCCESS);
        assertEndedOnce(held, NtStatus.STATUS_SUCCESS);
    }
}

package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.ControlType;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.UsedAfterReturnException;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;

/** Misuse of sockets, lists, addresses and levels (section 5.6). Waits (VIO-01, VIO-02) are in {@link WaitConformanceTest}. */
@PlayedByHand("misuse is the client's, whatever the network")
class ViolationsConformanceTest extends MisuseBench {
    @Test
    @Tag("VIO-03")
    @Tag("API-CLO-04")
    void aCallAfterCloseIsNoted() {
        ConnectionSocket socket = bench.connected();
        bench.close(socket, new ClientIrp());
        bench.run();

        NtStatus answer = bench.send(socket, "late", new ClientIrp());

        assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_HANDLE);
        assertNoted(Violation.USE_AFTER_CLOSE, called(WskFunction.WSK_SEND));
    }

    @Test
    @Tag("VIO-04")
    @Tag("API-CLO-05")
    void aCloseWhileAnotherThreadIsInsideAFunctionIsNoted() throws InterruptedException {
        ConnectionSocket socket = bench.connected();
        bench.peer().peerSends("A");
        bench.run();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch mayLeave = new CountDownLatch(1);
        ClientIrp receive = new ClientIrp().then(() -> {
            inside.countDown();
            await(mayLeave);
        });
        Thread other = new Thread(() -> bench.receive(socket, new byte[1], receive), "another client thread");
        other.start();
        await(inside);

        ClientIrp close = new ClientIrp();
        bench.close(socket, close);
        mayLeave.countDown();
        other.join();
        bench.run();

        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertNoted(Violation.CLOSE_DURING_CALL, called(WskFunction.WSK_CLOSE_SOCKET));
    }

    @Test
    @Tag("API-CLO-05")
    void aCloseFromInsideItsOwnFunctionOrWithPendingIrpsIsFine() {
        ConnectionSocket socket = bench.connected();
        bench.peer().peerSends("A");
        bench.run();
        bench.peer().holdWrites();
        ClientIrp pending = new ClientIrp();
        bench.send(socket, "pending", pending);
        ClientIrp close = new ClientIrp();
        ClientIrp receive = new ClientIrp().then(() -> bench.close(socket, close));

        bench.receive(socket, new byte[1], receive);
        bench.run();

        assertThat(pending.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(close.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(abouts(Violation.CLOSE_DURING_CALL)).isEmpty();
    }

    @Test
    @Tag("VIO-05")
    @Tag("API-REL-03")
    void aCloseWithARetainedListIsNoted() {
        ConnectionSocket socket = receiving();
        bench.client.nextReceive(NtStatus.STATUS_PENDING);
        bench.peer().peerSends("kept");
        bench.run();

        bench.close(socket, new ClientIrp());
        bench.run();

        assertNoted(Violation.CLOSE_WITH_RETAINED_LISTS, called(WskFunction.WSK_CLOSE_SOCKET));
    }

    @Test
    @Tag("VIO-06")
    @Tag("EVT-GEN-12")
    void aReturnOutsideThePermittedSetIsNoted() {
        receiving();
        bench.client.nextReceive(NtStatus.STATUS_DEVICE_NOT_READY);
        bench.peer().peerSends("A");
        bench.run();

        assertNoted(Violation.RETURN_OUTSIDE_PERMITTED_SET, entered());
    }

    @Test
    @Tag("VIO-14")
    @Tag("EVT-GEN-09")
    void anAddressArgumentUsedAfterTheCallIsNoted() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        InetSocketAddress[] kept = new InetSocketAddress[1];
        bench.client.onAcceptFrom = (local, remote) -> kept[0] = remote;
        bench.transport.listener(0).peerConnects();
        bench.run();

        ConnectionSocket socket = bench.bound();
        ClientIrp irp = new ClientIrp();
        socket.dispatch().connect(kept[0], 0, irp.irp());
        bench.run();

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertNoted(Violation.ADDRESS_USED_AFTER_RETURN, called(WskFunction.WSK_CONNECT));
    }

    @Test
    @Tag("VIO-15")
    @Tag("EVT-RCV-19")
    void anIndicationUsedAfterTheCallIsNotedAndThrown() {
        receiving();
        DataIndication[] kept = new DataIndication[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            kept[0] = list;
            return NtStatus.STATUS_SUCCESS;
        });
        bench.peer().peerSends("A");
        bench.run();

        assertThatThrownBy(() -> kept[0].buffer()).isInstanceOf(UsedAfterReturnException.class);

        assertNoted(Violation.INDICATION_USED_AFTER_RETURN, entered());
    }

    @Test
    @Tag("VIO-15")
    void aDatagramUsedAfterTheCallIsNotedAndThrown() {
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        DatagramIndication[] kept = new DatagramIndication[1];
        bench.client.onReceiveFrom.add(list -> {
            kept[0] = list;
            return NtStatus.STATUS_SUCCESS;
        });
        bench.transport.datagramSocket(0).peerSends("A");
        bench.run();
        long call = entered();

        assertThatThrownBy(() -> kept[0].buffer()).isInstanceOf(UsedAfterReturnException.class);
        assertThatThrownBy(() -> kept[0].remoteAddress()).isInstanceOf(UsedAfterReturnException.class);
        assertThatThrownBy(() -> kept[0].controlInfo()).isInstanceOf(UsedAfterReturnException.class);

        assertThat(abouts(Violation.INDICATION_USED_AFTER_RETURN)).containsExactly(call, call, call);
    }

    @Test
    @Tag("VIO-16")
    @Tag("API-REG-12")
    void aClientFunctionAfterTheReleaseIsNoted() {
        bench.registration.releaseProviderNpi();
        ClientIrp irp = new ClientIrp();

        bench.provider.socket(KernelBench.parameters(SocketCategory.BASIC, null, null), irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertNoted(Violation.CLIENT_FUNCTION_AFTER_RELEASE, called(WskFunction.WSK_SOCKET));
        bench = new KernelBench();
    }

    @Test
    @Tag("VIO-18")
    @Tag("EVT-ACC-09")
    void anAcceptWithoutWrittenOutParametersIsNoted() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.client.onAccept.add((accepted, parameters) -> NtStatus.STATUS_SUCCESS);

        bench.transport.listener(0).peerConnects();
        bench.run();

        assertNoted(Violation.ACCEPT_PARAMETERS_NOT_WRITTEN, entered());
    }

    @Test
    @Tag("VIO-19")
    @Tag("API-REL-04")
    void aListReleasedTwiceIsNoted() {
        ConnectionSocket socket = receiving();
        DataIndication[] kept = new DataIndication[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            kept[0] = list;
            return NtStatus.STATUS_PENDING;
        });
        bench.peer().peerSends("A");
        bench.run();

        socket.dispatch().release(kept[0]);
        NtStatus second = socket.dispatch().release(kept[0]);

        assertThat(second).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertNoted(Violation.LIST_RELEASED_TWICE, called(WskFunction.WSK_RELEASE));
    }

    @Test
    @Tag("THR-09")
    void everyOtherFunctionMayBeCalledAtDispatchLevel() {
        ConnectionSocket connection = bench.connected();
        ListenSocket listener = bench.conditional();
        DatagramSocket datagrams = bench.datagrams();
        Irql before = bench.wsk.kernelCalls().raiseIrql(Irql.DISPATCH_LEVEL);

        bench.enable(listener, WSK_EVENT_ACCEPT);
        listener.dispatch().accept(0, null, null, new ClientIrp().irp());
        listener.dispatch().inspectComplete(new InspectId(1, 1), InspectAction.WskInspectAccept, new ClientIrp().irp());
        datagrams.dispatch().sendTo(WskBuf.of("x"), 0, KernelBench.PEER, new ClientIrp().irp());
        datagrams.dispatch().sendMessages(WskBufList.of(WskBuf.of("x")), 0, KernelBench.PEER, new ClientIrp().irp());
        datagrams.dispatch().receiveFrom(WskBuf.of(new byte[1]), 0, new ClientIrp().irp());
        bench.bound().dispatch().connect(bench.peerAddress(), 0, new ClientIrp().irp());
        connection.dispatch().getRemoteAddress(new ClientIrp().irp());
        bench.localAddress(connection);
        bench.receiveBacklog(connection);
        bench.send(connection, "x", new ClientIrp());
        bench.receive(connection, new byte[1], new ClientIrp());
        connection.dispatch().disconnect(null, DisconnectFlags.ABORTIVE, new ClientIrp().irp());
        for (WskSocket socket : List.of(connection, listener, datagrams)) {
            bench.close(socket, new ClientIrp());
        }
        bench.registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT);
        bench.registration.queryProviderCharacteristics();
        bench.registration.releaseProviderNpi();
        bench.wsk.kernelCalls().lowerIrql(before);
        bench.run();

        assertThat(abouts(Violation.IRQL_TOO_HIGH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                ControlCode.SIO_ADDRESS_LIST_QUERY,
                ControlCode.SIO_ADDRESS_LIST_CHANGE,
                ControlCode.SIO_ADDRESS_LIST_SORT
            })
    @Tag("VIO-20")
    @Tag("THR-09")
    void everyAddressListRequestInsideACallbackIsNoted(int code) {
        ConnectionSocket socket = receiving();
        ControlParameters request = new ControlParameters(ControlType.WskIoctl, code, 0, 0, null, 0, null);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            socket.dispatch().controlSocket(request, new ClientIrp().irp());
            return NtStatus.STATUS_SUCCESS;
        });

        bench.peer().peerSends("A");
        bench.run();

        assertNoted(Violation.IRQL_TOO_HIGH, called(WskFunction.WSK_CONTROL_SOCKET));
    }

    @Test
    @Tag("VIO-20")
    @Tag("THR-09")
    void anAddressListRequestAtDispatchIsNotedAndOneAtPassiveIsNot() {
        ConnectionSocket socket = bench.connected();
        ControlParameters query = new ControlParameters(
                ControlType.WskIoctl, ControlCode.SIO_ADDRESS_LIST_QUERY, 0, 0, null, 64, ByteBuffer.allocate(64));
        socket.dispatch().controlSocket(query, new ClientIrp().irp());
        bench.send(socket, "fine", new ClientIrp());
        assertThat(abouts(Violation.IRQL_TOO_HIGH)).isEmpty();

        Irql before = bench.wsk.kernelCalls().raiseIrql(Irql.DISPATCH_LEVEL);
        socket.dispatch().controlSocket(query, new ClientIrp().irp());
        long about = called(WskFunction.WSK_CONTROL_SOCKET);
        bench.send(socket, "fine too", new ClientIrp());
        bench.wsk.kernelCalls().lowerIrql(before);
        bench.run();

        assertNoted(Violation.IRQL_TOO_HIGH, about);
    }

    @Test
    @Tag("VIO-21")
    @Tag("EVT-GEN-10")
    @ExpectLog("CallbackPump: WskReceiveEvent of socket .* threw; treated as an unknown return")
    void aNullIndicationThatIsUsedIsNotedAndNoUnknownReturn() {
        ConnectionSocket socket = receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            Objects.requireNonNull(list).buffer();
            return NtStatus.STATUS_SUCCESS;
        });
        bench.wsk.failSocket(socket.id());
        bench.run();

        assertNoted(Violation.NULL_PAYLOAD_USED, entered());
        assertThat(abouts(Violation.RETURN_OUTSIDE_PERMITTED_SET)).isEmpty();
    }

    @Test
    @Tag("VIO-21")
    @ExpectLog("CallbackPump: WskAcceptEvent of socket .* threw; treated as an unknown return")
    void aNullAcceptSocketThatIsUsedIsNoted() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        bench.client.onAccept.add((accepted, parameters) -> {
            parameters.set(Objects.requireNonNull(accepted).id(), null);
            return NtStatus.STATUS_SUCCESS;
        });
        bench.wsk.failSocket(listener.id());
        bench.run();

        assertNoted(Violation.NULL_PAYLOAD_USED, entered());
    }

    @Test
    @ExpectLog("CallbackPump: WskReceiveEvent of socket .* threw; treated as an unknown return")
    void aNullPointerElsewhereIsOnlyAnUnknownReturn() {
        receiving();
        bench.client.onReceive.add((list, bytes, accepted) -> {
            throw new NullPointerException("of the client's own making");
        });
        bench.peer().peerSends("A");
        bench.run();

        assertNoted(Violation.RETURN_OUTSIDE_PERMITTED_SET, entered());
        assertThat(abouts(Violation.NULL_PAYLOAD_USED)).isEmpty();
    }
}

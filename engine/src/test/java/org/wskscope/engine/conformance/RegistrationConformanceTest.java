package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.testkit.RecordMatchers.waitEnded;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.BasicSocket;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/** The WDK pages nf-wsk-wskregister to nf-wsk-wskderegister, and what WskSocket refuses. */
@Timeout(30)
@OnEveryNetwork
class RegistrationConformanceTest {
    @AutoClose
    private final NetworkBench bench;

    RegistrationConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    private WskRegistration register(int version) {
        return bench.wsk.register(new WskClientNpi("other", null, new WskClientDispatch(version, null)));
    }

    @Test
    @Tag("API-REG-04")
    void capturingWithoutWaitingSaysNotReadyWhileTheProviderIsDown() {
        bench.wsk.setProviderReady(false);
        WskRegistration registration = register(WskVersion.WSK_VERSION_1_0);

        assertThat(registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).status())
                .isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertThat(registration.captureProviderNpi(1).status()).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertThat(registration.queryProviderCharacteristics().status()).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        bench.wsk.setProviderReady(true);
        assertThat(registration.queryProviderCharacteristics().status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-REG-01")
    @Tag("API-REG-02")
    @Tag("API-REG-03")
    void registrationsAreIndependentAndEachIsDeregisteredOnce() {
        WskRegistration first = register(WskVersion.WSK_VERSION_1_0);
        WskRegistration second = register(WskVersion.WSK_VERSION_1_0);

        first.deregister();

        assertThat(first.captureProviderNpi(WskRegistration.WSK_NO_WAIT).status())
                .isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertThat(second.captureProviderNpi(WskRegistration.WSK_NO_WAIT).status())
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        second.releaseProviderNpi();
        second.deregister();
        TraceAssert.assertThat(bench.log)
                .containsTimes(2, RecordMatchers.record(TraceRecord.ClientDeregistered.class))
                .containsNone(RecordMatchers.record(TraceRecord.ViolationFound.class));
        second.deregister();
        TraceAssert.assertThat(bench.log)
                .containsTimes(2, RecordMatchers.record(TraceRecord.ClientDeregistered.class))
                .containsTimes(1, violationFound(Violation.CLIENT_FUNCTION_AFTER_RELEASE));
    }

    @Test
    @Tag("API-REG-07")
    void aClientOfTheOldestVersionGetsAProviderThatIsNoOlder() {
        WskRegistration registration = register(WskVersion.WSK_VERSION_1_0);
        WskProvider provider =
                registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();

        assertThat(provider.version() >> 8).isEqualTo(1);
        assertThat(provider.version()).isGreaterThanOrEqualTo(WskVersion.WSK_VERSION_1_0);
        assertThat(registration.queryProviderCharacteristics().lowestVersion()).isEqualTo(WskVersion.WSK_VERSION_1_0);
        registration.releaseProviderNpi();
    }

    @Test
    @Tag("EVT-CLI-02")
    @Tag("EVT-CLI-04")
    void theClientCallbackMayBeThereOrNotAndIsNeverCalled() {
        AtomicInteger calls = new AtomicInteger();
        WskRegistration with = bench.wsk.register(new WskClientNpi(
                "with",
                null,
                new WskClientDispatch(WskVersion.WSK_VERSION_1_0, (context, type, information, length) -> {
                    calls.incrementAndGet();
                    return NtStatus.STATUS_NOT_IMPLEMENTED;
                })));
        WskRegistration without = register(WskVersion.WSK_VERSION_1_0);
        for (WskRegistration registration : List.of(with, without)) {
            WskProvider provider =
                    registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
            ClientIrp creating = new ClientIrp();
            provider.socket(
                    NetworkBench.parameters(SocketCategory.LISTEN, "ctx", bench.client.listenTable), creating.irp());
            ListenSocket listener = creating.pointer(ListenSocket.class);
            listener.dispatch().bind(NetworkBench.ANY_PORT, 0, new ClientIrp().irp());
            bench.run();
            bench.enable(listener, WskEvent.WSK_EVENT_ACCEPT);
            bench.peerConnects(listener);
            bench.run();
            bench.wsk.failSocket(listener.id());
            bench.run();
            bench.close(listener, new ClientIrp());
            bench.run();
            registration.releaseProviderNpi();
        }

        assertThat(bench.client.calls).containsExactly("accept", "accept NULL", "accept", "accept NULL");
        assertThat(calls).hasValue(0);
    }

    @Test
    @Tag("API-REG-11")
    void theSocketsGoOnAfterTheProviderWasReleased() {
        ListenSocket listener = bench.listening();
        bench.enable(listener, WskEvent.WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE);
        bench.registration.releaseProviderNpi();

        bench.peerConnects(listener).sends("hello");
        bench.run();

        assertThat(bench.client.calls).containsExactly("accept", "receive hello");
    }

    @Test
    @Tag("API-REG-06")
    void anUnsupportedVersionHasNoInterface() {
        WskRegistration registration = register(WskVersion.MAKE_WSK_VERSION(9, 0));

        assertThat(registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).status())
                .isEqualTo(NtStatus.STATUS_NOINTERFACE);
        assertThat(registration.queryProviderCharacteristics().highestVersion()).isEqualTo(WskVersion.WSK_VERSION_1_0);
    }

    @Test
    @Tag("API-REG-12")
    void clientFunctionsAfterTheReleaseAreNoted() {
        bench.registration.releaseProviderNpi();
        ClientIrp irp = new ClientIrp();

        bench.provider.socket(NetworkBench.parameters(SocketCategory.BASIC, null, null), irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.CLIENT_FUNCTION_AFTER_RELEASE));
    }

    @Test
    @Tag("THR-01")
    @Tag("THR-13")
    void deregisteringInsideACallbackIsNotedAndThrown() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.client.onReceive.add((list, bytes, accepted) -> {
            bench.registration.deregister();
            return NtStatus.STATUS_SUCCESS;
        });

        bench.peer().sends("A");
        bench.run();

        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        violationFound(Violation.WAIT_INSIDE_CALLBACK),
                        violationFound(Violation.IRQL_TOO_HIGH),
                        waitEnded(NtStatus.STATUS_POSSIBLE_DEADLOCK));
    }

    @Test
    @Tag("API-SCK-01")
    void aNewSocketArrivesInTheIrpsInformation() {
        ClientIrp irp = new ClientIrp();

        bench.provider.socket(NetworkBench.parameters(SocketCategory.BASIC, null, null), irp.irp());

        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        BasicSocket socket = irp.pointer(BasicSocket.class);
        assertThat(bench.close(socket, new ClientIrp())).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("API-SCK-02")
    void socketConnectCreatesBindsAndConnectsWithOneIrp() {
        ClientIrp irp = new ClientIrp();

        NtStatus answer = bench.provider.socketConnect(
                NetworkBench.parameters(SocketCategory.CONNECTION, "ctx", bench.client.connectionTable),
                NetworkBench.ANY_PORT,
                bench.peerAddress(),
                irp.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        ClientIrp remote = new ClientIrp();
        irp.pointer(ConnectionSocket.class).dispatch().getRemoteAddress(remote.irp());
        assertThat(remote.pointer(java.net.InetSocketAddress.class)).isEqualTo(bench.peerAddress());
    }

    @Test
    @Tag("C-36")
    void aRefusedConnectLeavesTheSocketBoundAndAFailedSocketConnectLeavesNone() {
        ConnectionSocket socket = bench.bound();
        ClientIrp first = new ClientIrp();
        socket.dispatch().connect(bench.localAddress(bench.bound()), 0, first.irp());
        bench.run();
        ClientIrp second = new ClientIrp();
        socket.dispatch().connect(bench.peerAddress(), 0, second.irp());
        bench.run();
        ClientIrp whole = new ClientIrp();
        bench.provider.socketConnect(
                NetworkBench.parameters(SocketCategory.CONNECTION, null, null),
                bench.localAddress(bench.listening()),
                bench.peerAddress(),
                whole.irp());
        bench.run();

        assertThat(first.status()).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        assertThat(second.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(whole.status()).isEqualTo(NtStatus.STATUS_ADDRESS_ALREADY_EXISTS);
        assertThat(bench.wsk.openSocketCount()).isEqualTo(3);
    }
}

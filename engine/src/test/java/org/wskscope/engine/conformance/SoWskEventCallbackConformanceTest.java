package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.callbackDisableRequested;
import static org.wskscope.engine.testkit.RecordMatchers.callbackDisabled;
import static org.wskscope.engine.testkit.RecordMatchers.callbackEntered;
import static org.wskscope.engine.testkit.RecordMatchers.callbackReturned;
import static org.wskscope.engine.testkit.RecordMatchers.functionReturned;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.irpPended;
import static org.wskscope.engine.testkit.RecordMatchers.violationFound;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskVersion;

/** The WDK page so-wsk-event-callback; scenarios SCN-01 to SCN-05. */
@OnEveryNetwork
class SoWskEventCallbackConformanceTest {
    private static final EventMask TWO_AT_ONCE =
            new EventMask(EventMask.of(WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT).bits() | WskEvent.WSK_EVENT_DISABLE);

    @AutoClose
    private final NetworkBench bench;

    SoWskEventCallbackConformanceTest(Network network) {
        bench = new NetworkBench(network);
    }

    @Test
    @Tag("EVT-GEN-06")
    @Tag("EVT-RCV-21")
    @Tag("SCN-01")
    void dataThatArrivedWhileTheEventWasOffIsIndicatedOnEnabling() {
        ConnectionSocket socket = bench.connected();

        bench.peer().sends("hello");
        bench.run();
        assertThat(bench.client.calls).isEmpty();
        NtStatus enabled = bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.run();

        assertThat(enabled).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.client.calls).containsExactly("receive hello");
    }

    @Test
    @Tag("CTL-ECB-13")
    @Tag("CTL-ECB-17")
    void oneCallEnablesAllThreeEventsOfAConnection() {
        ConnectionSocket socket = bench.connected();

        assertThat(bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.peer().sends("x");
        bench.run();
        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();
        bench.peer().finishes();
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive x", "backlog 1", "disconnect graceful");
    }

    @Test
    @Tag("CTL-ECB-20")
    void disablingTwoEventsAtOnceDisablesNeither() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        ClientIrp irp = new ClientIrp();

        assertThat(bench.option(socket, TWO_AT_ONCE, irp.irp())).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        bench.peer().sends("x");
        bench.run();
        bench.peer().finishes();
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive x", "disconnect graceful");
    }

    @Test
    @Tag("CTL-ECB-08")
    @Tag("CTL-ECB-13")
    @Tag("CTL-ECB-14")
    @Tag("SCN-02")
    void manyAreEnabledAtOnceAndDisabledOneByOne() {
        ConnectionSocket socket = bench.connected();
        ClientIrp irp = new ClientIrp();

        assertThat(bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(bench.option(socket, TWO_AT_ONCE, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE, irp.irp())).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.pendingReturned()).isFalse();
        assertThat(bench.disable(socket, WSK_EVENT_DISCONNECT, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.peer().sends("x");
        bench.peer().finishes();
        bench.run();
        assertThat(bench.client.calls).isEmpty();

        bench.wsk.setIdealSendBacklog(socket.id(), 1);
        bench.run();

        assertThat(bench.client.calls).as("what was not disabled is on").containsExactly("backlog 1");
    }

    @Test
    @Tag("CTL-ECB-09")
    @Tag("CTL-ECB-21")
    @Tag("C-21")
    @Tag("SCN-03")
    void disablingDuringACallbackWithAnIrpPendsUntilTheCallbackReturns() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        Held held = bench.client.holdNextReceive(socket);
        ClientIrp irp = new ClientIrp();
        bench.peer().sends("a");
        bench.run();

        NtStatus answer = bench.disable(socket, WSK_EVENT_RECEIVE, irp.irp());
        bench.peer().sends("b");
        bench.run();
        boolean completedEarly = irp.isCompleted();
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(completedEarly).isFalse();
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.pendingReturned()).isTrue();
        assertThat(bench.client.calls).containsExactly("receive a");
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        callbackEntered(WSK_EVENT_RECEIVE),
                        callbackDisableRequested(WSK_EVENT_RECEIVE),
                        irpPended(WskFunction.WSK_CONTROL_SOCKET),
                        functionReturned(WskFunction.WSK_CONTROL_SOCKET, NtStatus.STATUS_PENDING),
                        callbackReturned(WSK_EVENT_RECEIVE, NtStatus.STATUS_SUCCESS),
                        callbackDisabled(WSK_EVENT_RECEIVE),
                        irpCompleted(WskFunction.WSK_CONTROL_SOCKET, NtStatus.STATUS_SUCCESS, 0));
    }

    @Test
    @Tag("CTL-ECB-09")
    @Tag("API-IRP-12")
    void disablesThatWaitForTheSameCallbackCompleteInTheirOrder() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        Held held = bench.client.holdNextReceive(socket);
        bench.peer().sends("a");
        bench.run();
        List<String> order = new CopyOnWriteArrayList<>();
        for (String name : List.of("first", "second", "third")) {
            ClientIrp irp = new ClientIrp().then(() -> order.add(name));
            assertThat(bench.disable(socket, WSK_EVENT_RECEIVE, irp.irp())).isEqualTo(NtStatus.STATUS_PENDING);
        }
        bench.run();
        assertThat(order).isEmpty();

        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    @Tag("CTL-ECB-10")
    @Tag("CTL-ECB-18")
    @Tag("SCN-04")
    void disablingDuringACallbackWithoutIrpReturnsEventPending() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        Held held = bench.client.holdNextReceive(socket);
        bench.peer().sends("a");
        bench.run();

        NtStatus answer = bench.disable(socket, WSK_EVENT_RECEIVE, null);
        NtStatus again = bench.disable(socket, WSK_EVENT_RECEIVE, null);
        held.release(NtStatus.STATUS_SUCCESS);
        bench.peer().sends("b");
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_EVENT_PENDING).isEqualTo(new NtStatus(0x40000013));
        assertThat(answer.isSuccess()).isTrue();
        assertThat(again).as("it still waits").isEqualTo(NtStatus.STATUS_EVENT_PENDING);
        assertThat(bench.client.calls).containsExactly("receive a");
        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE, null))
                .as("it is off by now")
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        callbackReturned(WSK_EVENT_RECEIVE, NtStatus.STATUS_SUCCESS),
                        callbackDisabled(WSK_EVENT_RECEIVE));
    }

    @Test
    @Tag("CTL-ECB-27")
    @Tag("SCN-05")
    void aCallbackThatDisablesItselfCountsAsInProgress() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        ClientIrp irp = new ClientIrp();
        NtStatus[] answer = new NtStatus[1];
        bench.client.onReceive.add((list, bytes, accepted) -> {
            answer[0] = bench.disable(socket, WSK_EVENT_RECEIVE, irp.irp());
            assertThat(irp.isCompleted()).isFalse();
            return NtStatus.STATUS_SUCCESS;
        });

        bench.peer().sends("a");
        bench.run();

        assertThat(answer[0]).isEqualTo(NtStatus.STATUS_PENDING);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.completions()).isEqualTo(1);
    }

    @Test
    @Tag("CTL-ECB-06")
    @Tag("CTL-ECB-25")
    void anIrpOnEnablingIsCompletedAndNoted() {
        ConnectionSocket socket = bench.connected();
        ClientIrp irp = new ClientIrp();
        assertThat(bench.enable(socket, WSK_EVENT_DISCONNECT)).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsNone(violationFound(Violation.IRP_ON_ENABLE));

        NtStatus answer = bench.option(socket, EventMask.of(WSK_EVENT_RECEIVE), irp.irp());
        bench.peer().sends("x");
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.completions()).isEqualTo(1);
        assertThat(irp.pendingReturned()).isFalse();
        assertThat(bench.client.calls).as("performed all the same").containsExactly("receive x");
        TraceAssert.assertThat(bench.log).containsTimes(1, violationFound(Violation.IRP_ON_ENABLE));
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,0", "3,0", "3,1", "3,3"})
    @Tag("CTL-ECB-31")
    void theOptionIsThereForClientsOfEveryVersion(int providerMinor, int clientMinor) {
        NetworkBench versions = bench.another(
                KernelOptions.defaults().withProviderVersion(WskVersion.MAKE_WSK_VERSION(1, providerMinor)));
        WskProvider provider = versions.wsk
                .register(new WskClientNpi(
                        "versioned", null, new WskClientDispatch(WskVersion.MAKE_WSK_VERSION(1, clientMinor), null)))
                .captureProviderNpi(WskRegistration.WSK_NO_WAIT)
                .provider();
        ClientIrp connecting = new ClientIrp();
        provider.socketConnect(
                NetworkBench.parameters(SocketCategory.CONNECTION, "ctx", versions.client.connectionTable),
                NetworkBench.ANY_PORT,
                versions.peerAddress(),
                connecting.irp());
        versions.run();
        ConnectionSocket socket = connecting.pointer(ConnectionSocket.class);

        assertThat(versions.enable(socket, WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_SUCCESS);
        versions.peer().sends("one");
        versions.run();
        assertThat(versions.disable(socket, WSK_EVENT_RECEIVE, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        versions.peer().sends("two");
        versions.run();

        assertThat(versions.client.calls).containsExactly("receive one");
    }
}

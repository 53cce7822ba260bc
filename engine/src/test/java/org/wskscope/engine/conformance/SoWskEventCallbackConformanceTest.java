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

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.NetworkBench;
import org.wskscope.engine.testkit.ScriptedClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.Network;
import org.wskscope.engine.testkit.network.OnEveryNetwork;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** The WDK page so-wsk-event-callback; scenarios SCN-01 to SCN-05. */
@OnEveryNetwork
class SoWskEventCallbackConformanceTest {
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
    @Tag("CTL-ECB-08")
    @Tag("CTL-ECB-13")
    @Tag("CTL-ECB-14")
    @Tag("CTL-ECB-20")
    @Tag("SCN-02")
    void manyAreEnabledAtOnceAndDisabledOneByOne() {
        ConnectionSocket socket = bench.connected();
        ClientIrp irp = new ClientIrp();

        assertThat(bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG))
                .isEqualTo(NtStatus.STATUS_SUCCESS);
        EventMask two = new EventMask(
                EventMask.of(WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT).bits() | WskEvent.WSK_EVENT_DISABLE);
        assertThat(bench.option(socket, two, null)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.disable(socket, WSK_EVENT_RECEIVE, irp.irp())).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.pendingReturned()).isFalse();
        assertThat(bench.disable(socket, WSK_EVENT_DISCONNECT, null)).isEqualTo(NtStatus.STATUS_SUCCESS);
        bench.peer().sends("x");
        bench.peer().finishes();
        bench.run();

        assertThat(bench.client.calls).isEmpty();
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
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_EVENT_PENDING);
        assertThat(answer.isSuccess()).isTrue();
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

        NtStatus answer = bench.option(socket, EventMask.of(WSK_EVENT_RECEIVE), irp.irp());

        assertThat(answer).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsInOrder(violationFound(Violation.IRP_ON_ENABLE));
    }
}

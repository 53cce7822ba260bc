package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.callbackReturned;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedStream;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.AcceptEventFlags;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.SocketCategory;

/** The WDK pages nc-wsk-pfn_wsk_accept and nc-wsk-pfn_wsk_accept_event: what waits at a listener, and what the log says of it. */
@PlayedByHand("the test says when the listener's transport fails")
class ListenerByHandTest {
    private final KernelBench bench = new KernelBench();
    private final ListenSocket listener = bench.listening();

    private ScriptedStream peerConnects() {
        ScriptedStream stream = bench.transport.listener(0).peerConnects();
        bench.run();
        return stream;
    }

    private ClientIrp accept() {
        ClientIrp irp = new ClientIrp();
        listener.dispatch().accept(0, null, null, irp.irp());
        return irp;
    }

    private <R extends TraceRecord> List<R> records(Class<R> kind) {
        return TraceAssert.records(bench.log, kind);
    }

    private List<String> waits() {
        return records(TraceRecord.IndicationBuffered.class).stream()
                .map(record -> record.queued() + " " + record.reason())
                .toList();
    }

    @Test
    @Tag("EVT-ACC-02")
    @Tag("EVT-ACC-03")
    @Tag("EVT-ACC-18")
    void theLogSaysWhyAConnectionWaitsAndNothingOfOneThatDoesNot() {
        peerConnects();
        peerConnects();
        assertThat(waits()).containsExactly("1 " + BufferReason.EVENT_DISABLED, "2 " + BufferReason.EVENT_DISABLED);
        assertThat(records(TraceRecord.ConnectionArrived.class))
                .extracting(TraceRecord.ConnectionArrived::waiting)
                .containsExactly(1, 2);
        accept();
        accept();

        accept();
        peerConnects();
        bench.enable(listener, WSK_EVENT_ACCEPT);
        DeferredReturn[] held = new DeferredReturn[1];
        bench.client.onAccept.add((accepted, parameters) -> {
            held[0] = listener.deferReturn();
            return bench.client.keep(accepted, parameters);
        });
        peerConnects();
        assertThat(waits()).hasSize(2);

        peerConnects();
        assertThat(waits()).hasSize(3).endsWith("1 " + BufferReason.CALLBACK_IN_FLIGHT);
        held[0].complete(NtStatus.STATUS_SUCCESS);
        bench.run();
        assertThat(bench.client.calls).containsExactly("accept", "accept");
    }

    @Test
    @Tag("EVT-ACC-15")
    @Tag("C-10")
    void theLogSaysWhomTheFullBacklogTurnedAway() {
        KernelBench small = new KernelBench(KernelOptions.defaults().withAcceptBacklog(1));
        small.listening();
        ScriptedStream first = small.transport.listener(0).peerConnects();
        ScriptedStream second = small.transport.listener(0).peerConnects();

        small.run();

        assertThat(first.isReset()).isFalse();
        assertThat(second.isReset()).isTrue();
        assertThat(TraceAssert.records(small.log, TraceRecord.ConnectionRefused.class))
                .extracting(TraceRecord.ConnectionRefused::remote, TraceRecord.ConnectionRefused::waiting)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(second.remoteAddress(), 1));
        assertThat(TraceAssert.records(small.log, TraceRecord.ConnectionArrived.class))
                .hasSize(1);
    }

    @Test
    @Tag("EVT-ACC-07")
    void whoComesToADeadListenerIsResetWithoutAWord() {
        bench.wsk.failSocket(listener.id());
        bench.run();

        ScriptedStream late = peerConnects();

        assertThat(late.isReset()).isTrue();
        TraceAssert.assertThat(bench.log)
                .containsNone(record(TraceRecord.ConnectionRefused.class), record(TraceRecord.ConnectionArrived.class));
    }

    @Test
    @Tag("EVT-ACC-07")
    @Tag("EVT-GEN-10")
    void whenTheTransportOfAListenerFailsTheConnectionsNobodyTookAreReset() {
        ScriptedStream waiting = peerConnects();

        bench.transport.listener(0).fails();
        bench.run();

        assertThat(waiting.isReset()).isTrue();
        assertThat(accept().status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
    }

    @Test
    @Tag("EVT-ACC-07")
    @Tag("EVT-ACC-08")
    @Tag("C-35")
    void theCallThatTellsOfTheDeathShowsNothingOfTheCallBeforeIt() {
        bench.enable(listener, WSK_EVENT_ACCEPT);
        peerConnects();
        bench.wsk.failSocket(listener.id());
        bench.run();

        List<TraceRecord.CallbackEntered> calls = records(TraceRecord.CallbackEntered.class);
        assertThat(calls).hasSize(2);
        TraceRecord.CallbackEntered offer = calls.get(0);
        assertThat(offer.flags()).isEqualTo(AcceptEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL);
        assertThat(offer.subject())
                .isEqualTo(bench.client.acceptedSockets.get(0).id());
        assertThat(offer.head().cause())
                .isEqualTo(records(TraceRecord.ConnectionArrived.class)
                        .get(0)
                        .head()
                        .sequence());
        TraceRecord.CallbackEntered death = calls.get(1);
        assertThat(death.flags()).isEqualTo(AcceptEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL);
        assertThat(death.amount()).isZero();
        assertThat(death.subject()).isEqualTo(RecordHead.NO_SOCKET);
        assertThat(death.head().cause()).isEqualTo(RecordHead.NO_CAUSE);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(callbackReturned(WSK_EVENT_ACCEPT, NtStatus.STATUS_REQUEST_NOT_ACCEPTED))
                .containsNone(record(TraceRecord.ViolationFound.class));
    }

    @Test
    @Tag("C-24")
    @Tag("EVT-GEN-16")
    @Tag("CTL-INH-10")
    void withoutATableTheAcceptEventCannotBeEnabledButDefaultsCan() {
        ListenSocket tableless = bench.create(ListenSocket.class, SocketCategory.LISTEN, null);
        tableless.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();

        assertThat(bench.enable(tableless, WSK_EVENT_ACCEPT)).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(bench.enable(tableless, WSK_EVENT_RECEIVE)).isEqualTo(NtStatus.STATUS_SUCCESS);

        assertThat(records(TraceRecord.CallbackEnabled.class))
                .extracting(TraceRecord.CallbackEnabled::mask)
                .containsExactly(EventMask.of(WSK_EVENT_RECEIVE));
    }

    @Test
    @Tag("THR-15")
    @Tag("API-ACC-01")
    void acceptsPostedInCompletionRoutinesDoNotExhaustTheStack() {
        int peers = 40;
        for (int i = 0; i < peers; i++) {
            peerConnects();
        }
        List<ClientIrp> accepted = new ArrayList<>();
        int[] depth = new int[2];
        Runnable[] post = new Runnable[1];
        post[0] = () -> {
            depth[0]++;
            depth[1] = Math.max(depth[1], depth[0]);
            ClientIrp irp = new ClientIrp();
            irp.then(() -> {
                accepted.add(irp);
                if (accepted.size() < peers) {
                    post[0].run();
                }
            });
            listener.dispatch().accept(0, null, null, irp.irp());
            depth[0]--;
        };

        post[0].run();
        bench.run();

        assertThat(accepted).hasSize(peers);
        assertThat(accepted.stream().map(irp -> irp.pointer(ConnectionSocket.class)))
                .doesNotHaveDuplicates();
        assertThat(depth[1]).isLessThan(20);
    }
}

package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.testkit.RecordMatchers.irpCompleted;
import static org.wskscope.engine.testkit.RecordMatchers.record;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.nio.ByteBuffer;
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
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.ReceiveEventFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** Connections whose peer, transport and processors do what no network does by itself. */
@PlayedByHand("the test says when writes end, when the socket dies, and what another processor does meanwhile")
class ConnectionByHandTest {
    private final KernelBench bench = new KernelBench();

    private <R extends TraceRecord> List<R> records(Class<R> kind) {
        return TraceAssert.records(bench.log, kind);
    }

    private TraceRecord.CallbackEntered lastCall() {
        List<TraceRecord.CallbackEntered> calls = records(TraceRecord.CallbackEntered.class);
        return calls.get(calls.size() - 1);
    }

    private ClientIrp disconnect(ConnectionSocket socket) {
        ClientIrp irp = new ClientIrp();
        socket.dispatch().disconnect(null, DisconnectFlags.GRACEFUL, irp.irp());
        return irp;
    }

    private void fail(ConnectionSocket socket) {
        bench.wsk.failSocket(socket.id());
        bench.run();
    }

    @Test
    void aConnectWithoutDataDoesNotWaitForAWrite() {
        ConnectionSocket socket = bench.bound();
        bench.peer().holdWrites();
        ClientIrp plain = new ClientIrp();

        socket.dispatch().connect(KernelBench.PEER, 0, plain.irp());
        bench.run();

        assertThat(plain.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        TraceAssert.assertThat(bench.log).containsNone(record(TraceRecord.BytesSent.class));
    }

    @Test
    @Tag("C-33")
    void firstDataThatIsShorterThanItClaimsIsAnInvalidParameter() {
        ConnectionSocket socket = bench.bound();
        ClientIrp connecting = new ClientIrp();
        WskBuf unsound = new WskBuf(new Mdl(ByteBuffer.allocate(4), null), 1, 4);

        NtStatus answer = socket.dispatch().connectEx(KernelBench.PEER, unsound, 0, connecting.irp());

        assertThat(answer).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        assertThat(connecting.status()).isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
    }

    @Test
    void urgentDataIsNotSupported() {
        ConnectionSocket socket = bench.connected();
        ClientIrp sending = new ClientIrp();

        NtStatus answer = socket.dispatch().send(WskBuf.of("x"), new SendFlags(SendFlags.WSK_FLAG_OOB), sending.irp());
        bench.run();

        assertThat(answer).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(sending.status()).isEqualTo(NtStatus.STATUS_NOT_SUPPORTED);
        assertThat(bench.peer().sent()).isEmpty();
    }

    @Test
    @Tag("API-CLO-01")
    @Tag("API-CLO-10")
    void closeEndsASendTheTransportHoldsAtOnceAndBeforeItself() {
        ConnectionSocket socket = bench.connected();
        bench.peer().holdWrites();
        ClientIrp sending = new ClientIrp();
        bench.send(socket, "stuck", sending);

        bench.close(socket, new ClientIrp());

        assertThat(sending.status()).isEqualTo(NtStatus.STATUS_CANCELLED);
        TraceAssert.assertThat(bench.log)
                .containsInOrder(
                        irpCompleted(WskFunction.WSK_SEND, NtStatus.STATUS_CANCELLED, 0),
                        irpCompleted(WskFunction.WSK_CLOSE_SOCKET, NtStatus.STATUS_SUCCESS, 0));
    }

    @Test
    @Tag("C-35")
    @Tag("API-SCK-13")
    void theDeathOfASocketEndsItsSends() {
        ConnectionSocket socket = bench.connected();
        bench.peer().holdWrites();
        ClientIrp sending = new ClientIrp();
        bench.send(socket, "stuck", sending);

        fail(socket);

        assertThat(sending.status()).isEqualTo(NtStatus.STATUS_FILE_FORCED_CLOSED);
    }

    @Test
    @Tag("C-35")
    @Tag("EVT-RCV-17")
    @Tag("EVT-RCV-18")
    @Tag("EVT-GEN-11")
    void aDeadSocketHearsNothingOfItsPeerAnyMore() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);
        fail(socket);

        bench.peer().peerSends("unheard");
        bench.run();
        bench.peer().peerResets();
        bench.run();

        assertThat(bench.client.calls).containsExactly("receive NULL");
        TraceAssert.assertThat(bench.log)
                .containsNone(record(TraceRecord.BytesArrived.class), record(TraceRecord.ConnectionReset.class));
    }

    @Test
    @Tag("EVT-RCV-17")
    void theCallThatTellsOfTheDeathHasNoBytesWhateverTheCallBeforeHad() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE);
        bench.peer().peerSends("12345");
        bench.run();
        long[] seen = {-1, -1};
        bench.client.onReceive.add((list, bytes, accepted) -> {
            seen[0] = bytes;
            seen[1] = accepted.get();
            return NtStatus.STATUS_SUCCESS;
        });

        fail(socket);

        assertThat(bench.client.calls).containsExactly("receive 12345", "receive NULL");
        assertThat(seen).containsExactly(0, 0);
        assertThat(lastCall().amount()).isZero();
        assertThat(lastCall().flags()).isEqualTo(ReceiveEventFlags.WSK_FLAG_AT_DISPATCH_LEVEL);
        assertThat(lastCall().head().cause()).isEqualTo(RecordHead.NO_CAUSE);
    }

    @Test
    @Tag("EVT-DIS-11")
    void aResetAfterBothSidesFinishedIsNoEvent() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_DISCONNECT);
        bench.peer().peerFinishes();
        bench.run();
        assertThat(disconnect(socket).pendingReturned()).isFalse();
        bench.run();

        bench.peer().peerResets();
        bench.run();

        assertThat(bench.client.calls).containsExactly("disconnect graceful");
        TraceAssert.assertThat(bench.log).containsNone(record(TraceRecord.ConnectionReset.class));
    }

    @Test
    @Tag("EVT-DIS-11")
    @Tag("C-02")
    void aResetBeforeTheFinWentOutEndsTheDisconnect() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_DISCONNECT);
        bench.peer().peerFinishes();
        bench.run();
        bench.peer().holdWrites();
        ClientIrp finishing = disconnect(socket);

        bench.peer().peerResets();
        bench.run();

        assertThat(finishing.status()).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(bench.client.calls).containsExactly("disconnect graceful", "disconnect abortive");
    }

    @Test
    @Tag("EVT-BKL-01")
    @Tag("EVT-BKL-02")
    void theLogShowsTheNewBacklogAndWhatChangedIt() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_SEND_BACKLOG, WSK_EVENT_RECEIVE);
        bench.peer().peerSends("12345");
        bench.run();

        bench.wsk.setIdealSendBacklog(socket.id(), 4711);
        bench.run();

        assertThat(lastCall().callback()).isEqualTo(WskCallback.SEND_BACKLOG);
        assertThat(lastCall().amount()).isEqualTo(4711);
        assertThat(lastCall().flags()).isZero();
        assertThat(lastCall().head().cause())
                .isEqualTo(
                        records(TraceRecord.BacklogChanged.class).get(0).head().sequence());
    }

    @Test
    @Tag("C-43")
    void theLogShowsHowManyBytesAReceiveCallbackTookAndNoneForOthers() {
        ConnectionSocket socket = bench.connected();
        bench.enable(socket, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT);

        bench.peer().peerSends("12345");
        bench.peer().peerFinishes();
        bench.run();

        assertThat(records(TraceRecord.CallbackReturned.class))
                .extracting(record -> record.callback() + " " + record.bytesAccepted())
                .containsExactly("RECEIVE 5", "DISCONNECT 0");
    }

    @Test
    void readingStopsWithinAReadLoopWhenTheReceiveBufferIsFull() {
        ConnectionSocket socket = bench.connected();
        for (int i = 0; i < 5; i++) {
            bench.peer().peerSends(new byte[40_000]);
        }

        bench.run();

        assertThat(bench.receiveBacklog(socket)).isEqualTo(80_000);
        assertThat(bench.peer().isReading()).isFalse();
    }

    @Test
    @Tag("C-17")
    @Tag("THR-11")
    void earlyEventsBeginOnAnotherProcessorWhileTheAcceptCallbackStillRuns() {
        KernelBench early = new KernelBench(KernelOptions.defaults().withEarlyAcceptedEvents(true), 2);
        ListenSocket listener = early.listening();
        early.enable(listener, WSK_EVENT_ACCEPT);
        early.transport.listener(0).peerConnects();
        early.run();
        early.client.calls.clear();
        ScriptedStream[] elsewhere = new ScriptedStream[1];
        early.client.onAccept.add((accepted, parameters) -> {
            parameters.set("ctx1", early.client.connectionTable);
            early.enable(accepted, WSK_EVENT_RECEIVE);
            elsewhere[0].peerSends("one");
            early.transport.run();
            assertThat(early.client.calls).containsExactly("accept", "receive one");
            return NtStatus.STATUS_SUCCESS;
        });

        elsewhere[0] = early.transport.listener(0).peerConnects();
        assertThat(elsewhere[0].processor().number()).isEqualTo(1);
        early.run();

        assertThat(early.client.calls).containsExactly("accept", "receive one");
    }
}

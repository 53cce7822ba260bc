package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.kernel.IrqlMode;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.ScriptedDatagrams;
import org.wskscope.engine.testkit.TestClient.Held;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskFunction;

/** The arguments of {@code WskReceiveFromEvent} (section 3.5) and what the log says of a datagram on its way to it. */
@PlayedByHand("the test says how each datagram was addressed")
class DatagramIndicationsConformanceTest {
    private static final int LEVEL = 0x8;
    private static final int MULTICAST = 0x800;
    private static final int BROADCAST = 0x400;

    private final List<Integer> seenFlags = new ArrayList<>();
    private final WskClientDatagramDispatch table = new WskClientDatagramDispatch((context, flags, list) -> {
        seenFlags.add(flags.bits());
        return NtStatus.STATUS_SUCCESS;
    });

    private static DatagramSocket bound(KernelBench bench, @Nullable WskClientDatagramDispatch table) {
        DatagramSocket socket = bench.create(DatagramSocket.class, SocketCategory.DATAGRAM, table);
        socket.dispatch().bind(KernelBench.ANY_PORT, 0, new ClientIrp().irp());
        bench.run();
        return socket;
    }

    private static void arrives(KernelBench bench, String text, int flags) {
        bench.transport.datagramSocket(0).arrives(new ScriptedDatagrams.Packet(text, KernelBench.PEER, flags));
        bench.run();
    }

    private static long lastArrival(KernelBench bench) {
        List<TraceRecord.DatagramArrived> all = TraceAssert.records(bench.log, TraceRecord.DatagramArrived.class);
        return all.get(all.size() - 1).head().sequence();
    }

    @Test
    @Tag("EVT-RFR-03")
    @Tag("THR-06")
    void flagsTellTheLevelAndHowTheDatagramsWereAddressed() {
        KernelBench bench = new KernelBench();
        bench.enable(bound(bench, table), WSK_EVENT_RECEIVE_FROM);

        for (int flags : new int[] {0, MULTICAST, BROADCAST, 0}) {
            arrives(bench, "d", flags);
        }

        assertThat(seenFlags).containsExactly(LEVEL, LEVEL | MULTICAST, LEVEL | BROADCAST, LEVEL);
        assertThat(TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class))
                .extracting(TraceRecord.CallbackEntered::flags)
                .isEqualTo(seenFlags);
    }

    @Test
    @Tag("THR-07")
    void withoutTheLevelBitOnlyTheAddressingIsReported() {
        KernelBench bench = new KernelBench(KernelOptions.defaults().withIrqlMode(IrqlMode.UNFLAGGED_DISPATCH, 1));
        bench.enable(bound(bench, table), WSK_EVENT_RECEIVE_FROM);

        arrives(bench, "d", MULTICAST);

        assertThat(seenFlags).containsExactly(MULTICAST);
    }

    @Test
    @Tag("EVT-RFR-01")
    void theRecordOfTheCallSaysHowManyDatagramsItHasAndWhichArrivalLedToIt() {
        KernelBench bench = new KernelBench();
        DatagramSocket socket = bound(bench, table);
        arrives(bench, "d1", 0);
        arrives(bench, "d2", 0);
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.run();
        long second = lastArrival(bench);
        arrives(bench, "d3", 0);

        assertThat(TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class))
                .extracting(
                        TraceRecord.CallbackEntered::amount,
                        record -> record.head().cause())
                .containsExactly(tuple(2L, second), tuple(1L, lastArrival(bench)));
    }

    @Test
    @Tag("EVT-RFR-10")
    void theRecordOfARequestThatIsServedNamesTheArrival() {
        KernelBench bench = new KernelBench();
        DatagramSocket socket = bound(bench, table);
        socket.dispatch().receiveFrom(WskBuf.of(new byte[9]), 0, new ClientIrp().irp());

        arrives(bench, "d1", 0);

        assertThat(TraceAssert.records(bench.log, TraceRecord.IrpCompleted.class))
                .filteredOn(record -> record.function() == WskFunction.WSK_RECEIVE_FROM)
                .extracting(record -> record.head().cause())
                .containsExactly(lastArrival(bench));
    }

    @Test
    @Tag("EVT-RFR-11")
    void theCallThatTellsOfTheDeathHasTheFlagsOfNoDatagram() {
        KernelBench bench = new KernelBench();
        DatagramSocket socket = bound(bench, table);
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        arrives(bench, "d", MULTICAST);

        bench.wsk.failSocket(socket.id());
        bench.run();

        assertThat(seenFlags).containsExactly(LEVEL | MULTICAST, LEVEL);
        assertThat(TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class))
                .extracting(
                        TraceRecord.CallbackEntered::flags,
                        TraceRecord.CallbackEntered::amount,
                        record -> record.head().cause())
                .endsWith(tuple(LEVEL, 0L, RecordHead.NO_CAUSE));
    }

    private static List<org.assertj.core.groups.Tuple> buffered(KernelBench bench) {
        return TraceAssert.records(bench.log, TraceRecord.IndicationBuffered.class).stream()
                .map(record ->
                        tuple(record.queued(), record.reason(), record.head().cause()))
                .toList();
    }

    @Test
    @Tag("EVT-GEN-15")
    void aDatagramThatWaitsBecauseTheEventIsOffIsSaidToAndOneThatDoesNotWaitIsNot() {
        KernelBench bench = new KernelBench();
        DatagramSocket socket = bound(bench, table);
        socket.dispatch().receiveFrom(WskBuf.of(new byte[9]), 0, new ClientIrp().irp());
        arrives(bench, "for the request", 0);
        assertThat(buffered(bench)).isEmpty();

        arrives(bench, "d1", 0);
        assertThat(buffered(bench)).containsExactly(tuple(1L, BufferReason.EVENT_DISABLED, lastArrival(bench)));
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        bench.run();
        arrives(bench, "d2", 0);

        assertThat(buffered(bench)).hasSize(1);
    }

    @Test
    void aDatagramThatWaitsForACallToReturnIsSaidToAlsoWhenARequestPends() {
        KernelBench bench = new KernelBench();
        DatagramSocket socket = bench.datagrams();
        bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
        Held held = bench.client.holdNextReceiveFrom(socket);
        arrives(bench, "d1", 0);

        arrives(bench, "d2", 0);
        long second = lastArrival(bench);
        socket.dispatch().receiveFrom(WskBuf.of(new byte[9]), 0, new ClientIrp().irp());
        arrives(bench, "d3", 0);
        long third = lastArrival(bench);

        assertThat(buffered(bench))
                .containsExactly(
                        tuple(1L, BufferReason.CALLBACK_IN_FLIGHT, second),
                        tuple(2L, BufferReason.CALLBACK_IN_FLIGHT, third));
        held.release(NtStatus.STATUS_SUCCESS);
        bench.run();
        assertThat(bench.client.calls).containsExactly("receiveFrom d1", "receiveFrom d3");
    }

    @Test
    @Tag("EVT-GEN-16")
    @Tag("API-OBJ-05")
    @Tag("C-24")
    void anEventWithoutACallbackCannotBeEnabled() {
        KernelBench bench = new KernelBench();

        for (WskClientDatagramDispatch without :
                new @Nullable WskClientDatagramDispatch[] {null, new WskClientDatagramDispatch(null)}) {
            assertThat(bench.enable(bound(bench, without), WSK_EVENT_RECEIVE_FROM))
                    .isEqualTo(NtStatus.STATUS_INVALID_PARAMETER);
        }
        arrives(bench, "d1", 0);

        assertThat(TraceAssert.records(bench.log, TraceRecord.CallbackEntered.class))
                .isEmpty();
    }

    @Test
    void aSocketSaysWhatItIs() {
        DatagramSocket socket = new KernelBench().datagrams();

        assertThat(socket).hasToString("DatagramSocket " + socket.id().value());
    }
}

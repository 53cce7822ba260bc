package org.wskscope.engine.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.RaceMode;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.ClientIrp;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.testkit.LogInvariants;
import org.wskscope.engine.testkit.RecordMatchers;
import org.wskscope.engine.testkit.ScriptedRequest;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.testkit.network.PlayedByHand;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.WskBuf;

/** The races the documentation warns of: excluded by default, provoked from a seed in chaos mode (C-41). Seeds are tried until each outcome was seen. */
@Tag("C-41")
@PlayedByHand("the seed decides where the order of everything else is given")
class RaceModeConformanceTest {
    private static final int SEEDS = 60;

    private static KernelBench bench(RaceMode mode, long seed) {
        return new KernelBench(KernelOptions.defaults().withRaceMode(mode, seed));
    }

    @Test
    void racesAreExcludedByDefault() {
        assertThat(KernelOptions.defaults().raceMode()).isEqualTo(RaceMode.DETERMINISTIC);
    }

    @ParameterizedTest
    @EnumSource(RaceMode.class)
    @Tag("EVT-ACC-04")
    @Tag("SCN-08")
    void theAcceptEventMayBeCalledWhileAnAcceptIsPending(RaceMode mode) {
        Set<String> outcomes = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            KernelBench bench = bench(mode, seed);
            ListenSocket listener = bench.listening();
            bench.enable(listener, WSK_EVENT_ACCEPT);
            ClientIrp irp = new ClientIrp();
            listener.dispatch().accept(0, null, null, irp.irp());
            bench.transport.listener(0).peerConnects();
            bench.run();
            String first = outcome(bench, irp);
            bench.transport.listener(0).peerConnects();
            bench.run();
            outcomes.add(first + "; " + outcome(bench, irp));
        }

        if (mode == RaceMode.DETERMINISTIC) {
            assertThat(outcomes).containsExactly("irp []; irp [accept]");
        } else {
            assertThat(outcomes)
                    .containsExactlyInAnyOrder(
                            "irp []; irp [accept]",
                            "pending [accept]; irp [accept]",
                            "pending [accept]; pending [accept, accept]");
        }
    }

    @ParameterizedTest
    @EnumSource(RaceMode.class)
    @Tag("EVT-RCV-04")
    void theReceiveEventMayBeCalledWhileAReceiveIsPending(RaceMode mode) {
        Set<String> outcomes = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            KernelBench bench = bench(mode, seed);
            ConnectionSocket socket = bench.connected();
            bench.enable(socket, WSK_EVENT_RECEIVE);
            byte[] buffer = new byte[3];
            ClientIrp irp = new ClientIrp();
            bench.receive(socket, buffer, irp);
            bench.peer().peerSends("abcde");
            bench.run();
            String first = outcome(bench, irp) + new String(buffer, StandardCharsets.UTF_8).trim();
            bench.peer().peerFinishes();
            bench.run();
            assertThat(irp.completions()).isEqualTo(1);
            outcomes.add(first);
        }

        if (mode == RaceMode.DETERMINISTIC) {
            assertThat(outcomes).containsExactly("irp [receive de]abc");
        } else {
            assertThat(outcomes).containsExactlyInAnyOrder("irp [receive de]abc", "pending [receive abcde]");
        }
    }

    @ParameterizedTest
    @EnumSource(RaceMode.class)
    @Tag("EVT-RFR-10")
    void theReceiveFromEventMayBeCalledWhileAReceiveFromIsPending(RaceMode mode) {
        Set<String> outcomes = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            KernelBench bench = bench(mode, seed);
            DatagramSocket socket = bench.datagrams();
            bench.enable(socket, WSK_EVENT_RECEIVE_FROM);
            ClientIrp irp = new ClientIrp();
            socket.dispatch().receiveFrom(WskBuf.of(new byte[4]), 0, irp.irp());
            bench.transport.datagramSocket(0).peerSends("d1", "d2");
            bench.run();
            outcomes.add(outcome(bench, irp));
        }

        if (mode == RaceMode.DETERMINISTIC) {
            assertThat(outcomes).containsExactly("irp [receiveFrom d2]");
        } else {
            assertThat(outcomes).containsExactlyInAnyOrder("irp [receiveFrom d2]", "pending [receiveFrom d1,d2]");
        }
    }

    @ParameterizedTest
    @EnumSource(RaceMode.class)
    @Tag("EVT-INS-14")
    void anAbortMayStillBeReportedForARequestThatIsRejectedLate(RaceMode mode) {
        Set<String> outcomes = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            KernelBench bench = bench(mode, seed);
            ListenSocket listener = bench.conditional();
            bench.client.nextInspect(InspectAction.WskInspectPend);
            ScriptedRequest request = bench.transport.listener(0).peerRequests();
            bench.run();
            ClientIrp irp = new ClientIrp();
            listener.dispatch()
                    .inspectComplete(bench.client.inspected.get(0), InspectAction.WskInspectReject, irp.irp());
            bench.run();
            outcomes.add(outcome(bench, irp) + request.answer());
            assertThat(irp.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
            TraceAssert.assertThat(bench.log)
                    .containsTimes(1, RecordMatchers.record(TraceRecord.InspectionEnded.class));
        }

        if (mode == RaceMode.DETERMINISTIC) {
            assertThat(outcomes).containsExactly("irp [inspect 1]rejected");
        } else {
            assertThat(outcomes)
                    .containsExactlyInAnyOrder("irp [inspect 1]rejected", "irp [inspect 1, abort 1]rejected");
        }
    }

    @Test
    @Tag("EVT-ACC-04")
    void disablingExcludesTheAcceptEventWhileAnAcceptIsPending() {
        for (int seed = 0; seed < SEEDS; seed++) {
            KernelBench bench = bench(RaceMode.CHAOS, seed);
            ListenSocket listener = bench.listening();
            bench.enable(listener, WSK_EVENT_ACCEPT);
            bench.disable(listener, WSK_EVENT_ACCEPT, null);
            ClientIrp irp = new ClientIrp();
            listener.dispatch().accept(0, null, null, irp.irp());
            bench.transport.listener(0).peerConnects();
            bench.run();

            assertThat(outcome(bench, irp)).isEqualTo("irp []");
        }
    }

    @Test
    @Tag("CTL-ECB-29")
    @Tag("EVT-RCV-04")
    void onlyDisablingExcludesTheEventWhileARequestIsPending() {
        for (int seed = 0; seed < SEEDS; seed++) {
            KernelBench bench = bench(RaceMode.CHAOS, seed);
            ConnectionSocket socket = bench.connected();
            bench.enable(socket, WSK_EVENT_RECEIVE);
            bench.disable(socket, WSK_EVENT_RECEIVE, null);
            ClientIrp irp = new ClientIrp();
            bench.receive(socket, new byte[3], irp);
            bench.peer().peerSends("abcde");
            bench.run();

            assertThat(outcome(bench, irp)).isEqualTo("irp []");
        }
    }

    @Test
    void theSameSeedGivesTheSameLog() {
        List<String> first = randomMix(7).calls();
        List<String> again = randomMix(7).calls();

        assertThat(again).isEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource(RaceMode.class)
    @Tag("EVT-RCV-20")
    void noByteIsLostDoubledOrMovedByAnyMixOfReturnsRequestsAndRaces(RaceMode mode) {
        for (int seed = 0; seed < SEEDS; seed++) {
            Mix mix = new Mix(bench(mode, seed), new Random(seed)).play();

            assertThat(mix.taken()).as("seed %d", seed).isEqualTo(mix.sent());
        }
    }

    private Mix randomMix(long seed) {
        return new Mix(bench(RaceMode.CHAOS, seed), new Random(seed)).play();
    }

    private static String outcome(KernelBench bench, ClientIrp irp) {
        return (irp.isCompleted() ? "irp " : "pending ") + bench.client.calls;
    }

    /** A connection whose client answers at random and has requests pending at random; what it took is written down in the order it got it. */
    private static final class Mix {
        private static final int STEPS = 60;

        private final KernelBench bench;
        private final Random random;
        private final ConnectionSocket socket;
        private final StringBuilder sent = new StringBuilder();
        private final StringBuilder taken = new StringBuilder();
        private final List<ClientIrp> irps = new ArrayList<>();

        Mix(KernelBench bench, Random random) {
            this.bench = bench;
            this.random = random;
            this.socket = bench.connected();
            for (int i = 0; i < 10 * STEPS; i++) {
                bench.client.onReceive.add((list, bytes, accepted) -> {
                    String text = org.wskscope.engine.testkit.TestClient.text(list);
                    if (random.nextInt(4) == 0) {
                        return NtStatus.STATUS_DATA_NOT_ACCEPTED;
                    }
                    int count = random.nextBoolean() ? (int) bytes : random.nextInt((int) bytes + 1);
                    accepted.set(count);
                    taken.append(text, 0, count);
                    return NtStatus.STATUS_SUCCESS;
                });
            }
        }

        Mix play() {
            bench.enable(socket, WSK_EVENT_RECEIVE);
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(3)) {
                    case 0 -> send();
                    case 1 -> receive(random.nextBoolean() ? ReceiveFlags.NONE : waitAll(), 1 + random.nextInt(6));
                    default -> bench.run();
                }
            }
            bench.run();
            bench.disable(socket, WSK_EVENT_RECEIVE, null);
            bench.run();
            receive(ReceiveFlags.NONE, 10_000);
            bench.peer().peerFinishes();
            bench.run();
            assertThat(irps).allMatch(irp -> irp.completions() == 1);
            bench.close(socket, new ClientIrp());
            bench.run();
            LogInvariants.assertHold(bench.log);
            return this;
        }

        private void send() {
            String text = "";
            for (int i = 0; i <= random.nextInt(8); i++) {
                text += (char) ('a' + (sent.length() + text.length()) % 26);
            }
            sent.append(text);
            bench.peer().peerSends(text);
        }

        private void receive(ReceiveFlags flags, int length) {
            byte[] buffer = new byte[length];
            ClientIrp irp = new ClientIrp();
            irp.then(() -> taken.append(new String(buffer, 0, (int) irp.irp().information(), StandardCharsets.UTF_8)));
            irps.add(irp);
            socket.dispatch().receive(WskBuf.of(buffer), flags, irp.irp());
        }

        private static ReceiveFlags waitAll() {
            return new ReceiveFlags(ReceiveFlags.WSK_FLAG_WAITALL);
        }

        String sent() {
            return sent.toString();
        }

        String taken() {
            return taken.toString();
        }

        List<String> calls() {
            return bench.client.calls;
        }
    }
}

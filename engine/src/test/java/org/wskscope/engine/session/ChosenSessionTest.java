package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.LogDigest;
import org.wskscope.engine.testkit.TraceAssert;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;

/** What a session was made with takes effect in it, and is told by it. */
class ChosenSessionTest {
    private static final int SEEDS = 24;
    private static final long MANY = 100_000;

    private static Session open(boolean live, String... choices) {
        ChoiceSettings asked = ChoiceSettings.NONE;
        for (String choice : choices) {
            String[] parts = choice.split("=");
            asked = asked.and(parts[0], parts[1]);
        }
        return live
                ? LiveSession.open(LiveSessionOptions.DEFAULT.with(asked))
                : SimulatedSession.open(SimulatedSessionOptions.DEFAULT.with(asked));
    }

    private static SocketId listening(Session session) {
        SocketId listener = session.execute(
                        new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET))
                .socket();
        assertThat(listener).isNotNull();
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        CommandOutcome bound = session.execute(new EngineCommand.Bind(listener, anyPort, false));
        assertThat(bound.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return listener;
    }

    @ParameterizedTest
    @CsvSource({"true, false", "true, true", "false, false", "false, true"})
    @Tag("C-22")
    void theKernelOfASessionKeepsItsChoices(boolean live, boolean strict) {
        try (Session session = open(live, "strictIrpOnEnable=" + strict)) {
            SocketId listener = listening(session);

            CommandOutcome enabled = session.execute(
                    new EngineCommand.SetEventCallback(listener, EventMask.of(WskEvent.WSK_EVENT_ACCEPT), true));

            assertThat(enabled.status())
                    .isEqualTo(strict ? NtStatus.STATUS_INVALID_PARAMETER : NtStatus.STATUS_SUCCESS);
        }
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    @Tag("C-32")
    void aSessionTellsItsChoicesAlsoAfterACommandChangedThem(boolean live) {
        try (Session session = open(live, "waits=faithful", "acceptBacklog=4", "seed=12")) {
            assertThat(session.choices().text()).isEqualTo("waits=faithful, acceptBacklog=4");
            assertThat(session.seed()).isEqualTo(12);

            session.execute(new EngineCommand.SetFaithfulWaits(false));

            assertThat(session.choices().text()).isEqualTo("acceptBacklog=4");
        }
    }

    @ParameterizedTest
    @CsvSource({"deterministic", "chaos"})
    @Tag("C-41")
    void chaosDecidesByTheSeedWhoGetsTheConnection(String races) {
        Set<Boolean> overtaken = new HashSet<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            try (SimulatedSession first = oneConnection("races=" + races, "seed=" + seed);
                    SimulatedSession second = oneConnection("races=" + races, "seed=" + seed)) {
                assertThat(LogDigest.of(second.log())).as("seed %d", seed).isEqualTo(LogDigest.of(first.log()));
                overtaken.add(TraceAssert.records(first.log()).stream()
                        .anyMatch(TraceRecord.CallbackEntered.class::isInstance));
            }
        }

        assertThat(overtaken).hasSize(races.equals("chaos") ? 2 : 1);
    }

    @Test
    @Tag("C-34")
    void theSeedDecidesTheLevelsOfTheCallbacks() {
        Set<String> levels = new HashSet<>();
        // Half of the seeds only call anybody: in the others the connection goes to the request.
        for (int seed = 1; seed <= 2 * SEEDS; seed++) {
            try (SimulatedSession session = oneConnection("irql=RANDOM", "races=chaos", "seed=" + seed)) {
                levels.addAll(TraceAssert.records(session.log()).stream()
                        .filter(TraceRecord.CallbackEntered.class::isInstance)
                        .map(record -> record.head().irql().name())
                        .collect(Collectors.toSet()));
            }
        }

        assertThat(levels).containsExactlyInAnyOrder("PASSIVE_LEVEL", "DISPATCH_LEVEL");
    }

    /** A listener with the accept event on and a WskAccept pending, and one peer that connected. */
    private static SimulatedSession oneConnection(String... choices) {
        SimulatedSession session = (SimulatedSession) open(false, choices);
        SocketId listener = listening(session);
        session.execute(new EngineCommand.SetEventCallback(listener, EventMask.of(WskEvent.WSK_EVENT_ACCEPT), false));
        session.execute(new EngineCommand.Accept(listener));
        InetSocketAddress local = LogWait.fromNow(session).after(-1).bound(listener);
        session.execute(new EngineCommand.StartPeer(PeerKind.MANUAL, new PeerSettings(local, 1, 1, 1)));
        assertThat(session.runUntilIdle(MANY)).isTrue();
        return session;
    }
}

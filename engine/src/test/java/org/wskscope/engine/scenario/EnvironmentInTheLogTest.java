package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.projection.ScopeSnapshot;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.session.PeerSettings;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.session.SessionChoices;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;

/** What a session could be asked for is what its log says: peers, what the client does in callbacks, choices. */
class EnvironmentInTheLogTest {
    static Stream<Scenario> everyScenario() throws IOException, ScenarioFormatException {
        return ScenarioFilesTest.everyScenario();
    }

    @ParameterizedTest
    @MethodSource("everyScenario")
    void theLogSaysWhatTheSessionIs(Scenario scenario) throws IOException {
        SimulatedSessionOptions options =
                SimulatedSessionOptions.DEFAULT.withSeed(1).with(scenario.choices());
        try (SimulatedSession session = SimulatedSession.open(options)) {
            ScenarioObserver beforeEachStep = (index, count) -> {
                compare(session);
                return true;
            };
            new ScenarioPlayer(session).play(scenario, beforeEachStep);
            compare(session);
            session.runFor(TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(snapshot(session).environment().peers().stream()
                            .map(PeerRow::of)
                            .toList())
                    .isEqualTo(session.peers());
        }
    }

    @Test
    void aWaitModeThatAScenarioChangesIsInTheLog() {
        try (SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT.withSeed(7))) {
            compare(session);
            session.execute(new EngineCommand.SetFaithfulWaits(true));
            assertThat(snapshot(session).environment().choices()).isEqualTo("waits=faithful");
            compare(session);
            long before = session.log().size();
            session.execute(new EngineCommand.SetFaithfulWaits(true));

            assertThat(kinds(session, before)).doesNotContain(RecordKind.CHOICES_SET);
            assertThat(session.choices().value(SessionChoice.WAITS)).isEqualTo("faithful");
        }
    }

    @Test
    void aPeerUnderLoadLeavesItsTotalsAndFewRecords() {
        try (SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT.withSeed(3))) {
            InetSocketAddress listening = listener(session);
            session.execute(
                    new EngineCommand.StartPeer(PeerKind.ECHO_CLIENT, new PeerSettings(listening, 64, 100_000, 2_000)));
            long began = session.nanoTime();
            session.runUntilIdle(10_000_000);

            compare(session);
            PeerRow row = session.peers().get(0);
            assertThat(row.running()).isFalse();
            assertThat(row.bytesReceived()).isEqualTo(64 * 2_000);
            long progress = kinds(session, 0).stream()
                    .filter(RecordKind.PEER_CHANGED::equals)
                    .count();
            long most = 3 + (session.nanoTime() - began) / TimeUnit.MILLISECONDS.toNanos(100);
            assertThat(progress).isBetween(3L, most);
        }
    }

    @Test
    void theTotalsOfAPeerThatRestsAreReportedThoughNothingElseHappens() {
        try (SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT.withSeed(3))) {
            InetSocketAddress listening = listener(session);
            session.execute(new EngineCommand.StartPeer(PeerKind.ECHO_CLIENT, new PeerSettings(listening, 64, 1, 5)));
            session.runFor(TimeUnit.MILLISECONDS.toNanos(900));

            PeerRow row = session.peers().get(0);
            assertThat(row.running()).isTrue();
            assertThat(row.bytesReceived()).isEqualTo(64);
            compare(session);
        }
    }

    private static InetSocketAddress listener(Session session) {
        SocketId socket = session.execute(
                        new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET))
                .socket();
        session.execute(
                new EngineCommand.Bind(socket, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false));
        session.execute(new EngineCommand.SetEventCallback(
                socket,
                EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT),
                false));
        return snapshot(session).socket(socket).local();
    }

    private static List<RecordKind> kinds(Session session, long from) {
        return Stream.iterate(from, sequence -> sequence + 1)
                .limit(session.log().size() - from)
                .map(session.log()::kind)
                .toList();
    }

    private static ScopeSnapshot snapshot(Session session) {
        ScopeFold fold = new ScopeFold(session.log());
        fold.foldTo(session.log().size());
        return fold.snapshot();
    }

    private static void compare(Session session) {
        ScopeSnapshot notified = snapshot(session);
        assertThat(SessionChoices.parse(notified.environment().choices())).isEqualTo(session.choices());
        assertThat(notified.environment().seed()).isEqualTo(session.seed());
        assertThat(notified.environment().peers().stream().map(PeerRow::of).toList())
                .usingElementComparator(EnvironmentInTheLogTest::compare)
                .isEqualTo(session.peers());
        notified.sockets().visitOpen(row -> {
            for (WskCallback callback : WskCallback.values()) {
                CallbackBehaviour does = session.behaviour(row.id(), callback);
                if (does != null) {
                    assertThat(CallbackBehaviour.of(row, callback))
                            .as("%s of %s", callback, row.name())
                            .isEqualTo(does);
                }
            }
        });
    }

    /** The totals of those who work by themselves are told ten times a second. */
    private static int compare(PeerRow notified, PeerRow is) {
        boolean byItself = is.running() && is.kind() == PeerKind.DATAGRAM_BURST;
        return (byItself ? withoutTotals(notified).equals(withoutTotals(is)) : notified.equals(is)) ? 0 : 1;
    }

    private static PeerRow withoutTotals(PeerRow row) {
        return new PeerRow(row.id(), row.kind(), row.settings(), row.local(), row.running(), 0, 0, 0, row.lastStatus());
    }
}

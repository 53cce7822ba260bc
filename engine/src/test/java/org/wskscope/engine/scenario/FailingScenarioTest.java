package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Proxy;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wskscope.engine.projection.ScopeFold;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LiveSession;
import org.wskscope.engine.session.LiveSessionOptions;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;

/** A scenario that goes otherwise than its file says is told in one line, the same each time, and leaves nothing behind. */
@Timeout(60)
class FailingScenarioTest {
    private static final String CONNECTED = """
            id: X
            title: t
            steps:
              - listen: {as: L, events: ACCEPT|RECEIVE}
              - connect: {as: P, to: L}
              - accepted: {as: C, from: L}
            """;

    enum Network {
        MEMORY,
        LIVE;

        Session open() {
            return this == MEMORY
                    ? SimulatedSession.open(SimulatedSessionOptions.DEFAULT)
                    : LiveSession.open(LiveSessionOptions.DEFAULT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void quietBehindADeedFailsWhenTheCallIsAboutToBegin(Network network) {
        String steps = "  - send: {peer: P, text: x}\n  - quiet: {callback: RECEIVE, on: C}\n";

        assertThat(failure(network, steps))
                .hasMessage("X, line 8, column 5: WskReceiveEvent was called although it must not be");
    }

    /** On a busy machine what a remote end has sent comes late: its arrival is waited for, not a silence. */
    @Test
    void quietWaitsUntilWhatARemoteEndHasSentHasCome() throws ScenarioFormatException {
        Scenario scenario = ScenarioReader.read(
                "x.yaml", CONNECTED + "  - send: {peer: P, text: x}\n  - quiet: {callback: RECEIVE, on: C}\n");
        try (LiveSession live = LiveSession.open(LiveSessionOptions.DEFAULT)) {
            assertThatThrownBy(() -> new ScenarioPlayer(whereSendingIsLate(live)).play(scenario, ScenarioObserver.NONE))
                    .hasMessage("X, line 8, column 5: WskReceiveEvent was called although it must not be");
        }
    }

    /** The session, but what a remote end sends leaves only when somebody waits for something to happen. */
    private static Session whereSendingIsLate(Session session) {
        Deque<EngineCommand> late = new ArrayDeque<>();
        return (Session) Proxy.newProxyInstance(
                FailingScenarioTest.class.getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("execute") && arguments[0] instanceof EngineCommand.SendFromPeer send) {
                        late.add(send);
                        return CommandOutcome.SUCCESS;
                    }
                    if (method.getName().equals("letRun") && !late.isEmpty()) {
                        session.execute(late.remove());
                    }
                    return method.invoke(session, arguments);
                });
    }

    @ParameterizedTest
    @EnumSource
    void quietHoldsWhenNothingComes(Network network) throws ScenarioFormatException {
        Scenario scenario = ScenarioReader.read(
                "x.yaml",
                CONNECTED + "  - option: {socket: C, events: DISABLE|RECEIVE, answer: INVALID_DEVICE_REQUEST|SUCCESS}\n"
                        + "  - quiet: {callback: RECEIVE, on: C}\n");
        try (Session session = network.open()) {
            assertThat(new ScenarioPlayer(session)
                            .play(scenario, ScenarioObserver.NONE)
                            .end())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aHeldCallNobodyNamedReturnsAndOnlyTheScenariosOwnFailureIsReported(Network network) {
        String steps = "  - behave: {socket: C, callback: RECEIVE, hold: every}\n"
                + "  - send: {peer: P, text: a}\n  - arrived: {on: C}\n"
                + "  - reply: {socket: C, text: a, irp: I, answer: CANCELLED}\n";

        assertThat(failure(network, steps))
                .hasMessageStartingWith("X, line 10, column 5: the answer was STATUS_")
                .hasNoSuppressedExceptions();
    }

    @ParameterizedTest
    @EnumSource
    void aHeldCallNobodyNamedHoldsUpNoScenario(Network network) throws ScenarioFormatException {
        Scenario scenario = ScenarioReader.read("x.yaml", CONNECTED + """
              - behave: {socket: C, callback: RECEIVE, hold: every}
              - send: {peer: P, text: a}
              - arrived: {on: C}
            """);
        try (Session session = network.open()) {
            new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);

            assertThat(openSockets(session)).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void cancellingWhatHasCompletedIsTheFilesMistake(Network network) {
        String steps = "  - reply: {socket: C, text: a, irp: I, answer: SUCCESS|PENDING}\n"
                + "  - completed: {irp: I, status: SUCCESS}\n  - cancel: {irp: I}\n";

        assertThat(failure(network, steps))
                .hasMessage(
                        "X, line 9, column 5: I had completed with STATUS_SUCCESS before this step, so there is nothing"
                                + " to cancel; cancel an IRP that still pends");
    }

    @Test
    void whatFailsIsReportedInOneLineTheSameEachTimeAndSaysWhereItsRecordsAre() {
        String steps = "  - entered: {as: call, callback: RECEIVE, on: C}\n";

        ScenarioFailedException first = failure(Network.MEMORY, steps);
        ScenarioFailedException second = failure(Network.MEMORY, steps);

        assertThat(first.getMessage())
                .isEqualTo(second.getMessage())
                .isEqualTo("X, line 7, column 5: within 10000 ms the log did not show WskReceiveEvent of socket 2");
        assertThat(first.end()).isGreaterThan(first.start()).isEqualTo(second.end());
    }

    @Test
    void theWordsOfAStepAreThoseOfTheFile() {
        assertThatThrownBy(() -> play(Network.MEMORY, CONNECTED + "  - backlog: {socket: L, bytes: 7}\n"))
                .hasMessage("X, line 7, column 5: backlog: {socket: L, bytes: 7} was answered with"
                        + " STATUS_INVALID_PARAMETER");
    }

    private static ScenarioFailedException failure(Network network, String steps) {
        ScenarioFailedException failed =
                catchThrowableOfType(ScenarioFailedException.class, () -> play(network, CONNECTED + steps));
        assertThat(failed).isNotNull();
        return failed;
    }

    private static void play(Network network, String file) throws ScenarioFormatException {
        Scenario scenario = ScenarioReader.read("x.yaml", file);
        try (Session session = network.open()) {
            try {
                new ScenarioPlayer(session).play(scenario, ScenarioObserver.NONE);
            } finally {
                assertThat(openSockets(session)).isZero();
            }
        }
    }

    private static int openSockets(Session session) {
        ScopeFold fold = new ScopeFold(session.log());
        fold.foldTo(session.log().size());
        return fold.snapshot().totals().openSockets();
    }
}

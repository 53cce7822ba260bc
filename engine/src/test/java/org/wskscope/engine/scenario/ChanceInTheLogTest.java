package org.wskscope.engine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.chance.ChoiceStream;
import org.wskscope.engine.chance.ForcedChoice;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerSettings;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.session.SessionChoices;
import org.wskscope.engine.session.SimulatedNetwork;
import org.wskscope.engine.session.SimulatedSession;
import org.wskscope.engine.session.SimulatedSessionOptions;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;

/** Chance is asked by name, answered for each key alone, told where a person cares, and can be forced. */
class ChanceInTheLogTest {
    private static final SimulatedSessionOptions CHAOS = SimulatedSessionOptions.DEFAULT
            .withSeed(38)
            .withChoices(SessionChoices.DEFAULT.with(SessionChoice.RACES, "chaos"));

    @Test
    void whatOneKeyIsAskedDecidesNothingForAnother() {
        SeededChoices seeded = new SeededChoices(7);
        ChoiceStream alone = new ChoiceStream(seeded, ChoicePoint.LATENCY, 2);
        ChoiceStream beside = new ChoiceStream(seeded, ChoicePoint.LATENCY, 2);
        ChoiceStream other = new ChoiceStream(seeded, ChoicePoint.LATENCY, 3);

        List<Integer> taken =
                IntStream.range(0, 200).mapToObj(i -> alone.choose(1_000)).toList();
        List<Integer> mixed = IntStream.range(0, 200)
                .peek(i -> other.choose(1_000))
                .mapToObj(i -> beside.choose(1_000))
                .toList();

        assertThat(mixed).isEqualTo(taken);
        assertThat(taken.stream().distinct().count()).isGreaterThan(150);
    }

    @Test
    @Tag("C-41")
    void aRaceIsToldAndCanBeForcedTheOtherWay() {
        List<Boolean> byChance = firstConnectionGoesToTheEvent(CHAOS);
        List<Boolean> forced = firstConnectionGoesToTheEvent(
                CHAOS.forcing(List.of(new ForcedChoice(ChoicePoint.EVENT_OVERTAKES, 1, 0, 0))));

        assertThat(byChance).containsExactly(true);
        assertThat(forced).containsExactly(false);
    }

    @Test
    @Tag("C-34")
    void aLevelIsChosenOnceForEachCallAndForNothingElse() {
        SimulatedSessionOptions random = SimulatedSessionOptions.DEFAULT
                .withSeed(5)
                .withChoices(SessionChoices.DEFAULT.with(SessionChoice.IRQL, "RANDOM"));
        try (SimulatedSession session = SimulatedSession.open(random)) {
            echoes(session, 20);

            Map<SocketId, Long> calls = records(session, TraceRecord.CallbackEntered.class).stream()
                    .collect(Collectors.groupingBy(call -> call.head().socket(), Collectors.counting()));
            Map<SocketId, List<TraceRecord.ChoiceTaken>> levels =
                    records(session, TraceRecord.ChoiceTaken.class).stream()
                            .filter(choice -> choice.point() == ChoicePoint.CALLBACK_LEVEL)
                            .collect(Collectors.groupingBy(
                                    choice -> choice.head().socket()));
            assertThat(calls).hasSize(2);
            assertThat(levels.keySet()).isEqualTo(calls.keySet());
            levels.forEach((socket, choices) -> {
                assertThat(choices).hasSize(calls.get(socket).intValue());
                for (int ordinal = 0; ordinal < choices.size(); ordinal++) {
                    assertThat(choices.get(ordinal).ordinal()).isEqualTo(ordinal);
                    assertThat(choices.get(ordinal).key()).isEqualTo(socket.value());
                }
            });
        }
    }

    @Test
    void aLossIsToldAndALatencyOnlyWhenItIsForced() {
        SimulatedNetwork half = new SimulatedNetwork(50_000, 150_000, 500, 0, 0, true, 0);
        try (SimulatedSession session = SimulatedSession.open(
                SimulatedSessionOptions.DEFAULT.withSeed(9).withNetwork(half))) {
            burst(session, 40);

            List<TraceRecord.ChoiceTaken> told = records(session, TraceRecord.ChoiceTaken.class);
            assertThat(told).hasSize(40).allMatch(choice -> choice.point() == ChoicePoint.LOSS);
            long lost = told.stream().filter(choice -> choice.taken() == 1).count();
            assertThat(lost).isBetween(8L, 32L);
            assertThat(records(session, TraceRecord.DatagramArrived.class)).hasSize((int) (40 - lost));
        }
        List<ForcedChoice> none = IntStream.range(0, 40)
                .mapToObj(i -> new ForcedChoice(ChoicePoint.LOSS, 2, i, 0))
                .toList();
        try (SimulatedSession session = SimulatedSession.open(
                SimulatedSessionOptions.DEFAULT.withSeed(9).withNetwork(half).forcing(none))) {
            burst(session, 40);

            assertThat(records(session, TraceRecord.DatagramArrived.class)).hasSize(40);
        }
    }

    @Test
    void aCourseThatIsNotThereIsNotTakenAndTheLogSaysWhatWas() {
        ForcedChoice third = new ForcedChoice(ChoicePoint.EVENT_OVERTAKES, 1, 0, 3);

        assertThat(firstConnectionGoesToTheEvent(CHAOS.forcing(List.of(third)))).containsExactly(true);
        assertThatThrownBy(() -> new ForcedChoice(ChoicePoint.LOSS, 1, -1, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** A connection comes while a WskAccept is pending and the event is on; what the log says of the race. */
    private static List<Boolean> firstConnectionGoesToTheEvent(SimulatedSessionOptions options) {
        try (SimulatedSession session = SimulatedSession.open(options)) {
            SocketId listener = bound(session, SocketCategory.LISTEN);
            session.execute(
                    new EngineCommand.SetEventCallback(listener, EventMask.of(WskEvent.WSK_EVENT_ACCEPT), false));
            session.execute(new EngineCommand.Accept(listener));
            session.execute(new EngineCommand.StartPeer(
                    PeerKind.MANUAL, new PeerSettings(address(session, listener), 1, 1, 0)));
            session.runUntilIdle(10_000);

            List<TraceRecord.ChoiceTaken> told = records(session, TraceRecord.ChoiceTaken.class);
            assertThat(told).hasSize(1);
            assertThat(told.get(0).head().socket()).isEqualTo(listener);
            boolean event = !records(session, TraceRecord.CallbackEntered.class).isEmpty();
            assertThat(told.get(0).taken()).isEqualTo(event ? 1 : 0);
            return List.of(event);
        }
    }

    private static void echoes(SimulatedSession session, int messages) {
        SocketId listener = bound(session, SocketCategory.LISTEN);
        session.execute(new EngineCommand.SetEventCallback(
                listener,
                EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT),
                false));
        session.execute(new EngineCommand.StartPeer(
                PeerKind.ECHO_CLIENT, new PeerSettings(address(session, listener), 8, 1_000, messages)));
        session.runUntilIdle(1_000_000);
    }

    private static void burst(SimulatedSession session, int datagrams) {
        SocketId socket = bound(session, SocketCategory.DATAGRAM);
        session.execute(new EngineCommand.StartPeer(
                PeerKind.DATAGRAM_BURST, new PeerSettings(address(session, socket), 4, 1, datagrams)));
        session.runUntilIdle(1_000_000);
    }

    private static SocketId bound(Session session, SocketCategory category) {
        SocketId socket = session.execute(new EngineCommand.CreateSocket(category, WskSocketParameters.AF_INET))
                .socket();
        session.execute(
                new EngineCommand.Bind(socket, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false));
        return socket;
    }

    private static InetSocketAddress address(Session session, SocketId socket) {
        return records(session, TraceRecord.SocketBound.class).stream()
                .filter(bound -> bound.head().socket().equals(socket))
                .findFirst()
                .orElseThrow()
                .local();
    }

    private static <R extends TraceRecord> List<R> records(Session session, Class<R> kind) {
        return LongStream.range(0, session.log().size())
                .mapToObj(session.log()::read)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}

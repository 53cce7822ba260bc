package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;

class SimulatedSessionTest {
    private static final long A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final SimulatedSession session = SimulatedSession.open(SimulatedSessionOptions.DEFAULT);

    @AfterEach
    void close() {
        session.close();
    }

    private CommandOutcome mustSucceed(EngineCommand command) {
        CommandOutcome outcome = session.execute(command);
        assertThat(outcome.status()).isEqualTo(NtStatus.STATUS_SUCCESS);
        return outcome;
    }

    private SocketId listening() {
        SocketId listener = mustSucceed(
                        new EngineCommand.CreateSocket(SocketCategory.LISTEN, WskSocketParameters.AF_INET))
                .socket();
        assertThat(listener).isNotNull();
        mustSucceed(
                new EngineCommand.Bind(listener, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false));
        EventMask mask =
                EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT);
        mustSucceed(new EngineCommand.SetEventCallback(listener, mask, false));
        return listener;
    }

    @Test
    void timeStandsUntilSomebodyLetsItPass() {
        long before = session.nanoTime();

        session.runFor(A_SECOND);

        assertThat(session.nanoTime()).isEqualTo(before + A_SECOND);
        session.letRun(A_SECOND);
        assertThat(session.nanoTime()).isEqualTo(before + 2 * A_SECOND);
        assertThat(session.step()).isFalse();
        assertThat(session.runUntilIdle(1)).isTrue();
    }

    @Test
    void peersTalkToTheDemonstrationClientOverTheNetworkInMemory() {
        SocketId listener = listening();
        PeerSettings settings =
                new PeerSettings(LogWait.fromNow(session).after(-1).bound(listener), 100, 10, 5);

        mustSucceed(new EngineCommand.StartPeer(PeerKind.ECHO_CLIENT, settings));
        session.runFor(2 * A_SECOND);

        PeerRow peer = session.peers().get(0);
        assertThat(peer.running()).isFalse();
        assertThat(peer.lastStatus()).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(peer.messagesSent()).isEqualTo(5);
        assertThat(session.runUntilIdle(100_000)).isTrue();
    }

    @Test
    void aConnectionIsMadeStepByStep() {
        SocketId listener = listening();
        InetSocketAddress at = LogWait.fromNow(session).after(-1).bound(listener);
        mustSucceed(new EngineCommand.StartPeer(PeerKind.MANUAL, new PeerSettings(at, 1, 1, 0)));
        long begun = session.log().size();

        int steps = 0;
        while (session.step()) {
            steps++;
        }

        assertThat(steps).isPositive();
        assertThat(LogWait.fromNow(session).after(begun - 1).accepted(listener)).isNotNull();
    }

    @Test
    void somethingThatNeverHappensIsMissedInVirtualTimeOnly() {
        SocketId listener = listening();
        long before = session.nanoTime();

        LogWait wait = LogWait.fromNow(session).within(1_000 * A_SECOND);

        assertThat(catchThrowable(() -> wait.accepted(listener))).isInstanceOf(RecordMissingException.class);
        assertThat(session.nanoTime()).isEqualTo(before + 1_000 * A_SECOND);
    }

    @Test
    void commandsAreDoneOnTheSessionsOneThread() {
        listening();
        List<String> named = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("wsk-"))
                .toList();

        assertThat(named).containsOnlyOnce("wsk-simulation");
    }

    @Test
    void aClosedSessionRefusesAndStandsStill() {
        listening();
        session.close();
        session.close();

        assertThat(session.execute(new EngineCommand.StopPeer(1)).status()).isEqualTo(NtStatus.STATUS_DEVICE_NOT_READY);
        assertThat(session.commandable()).isFalse();
        assertThat(session.step()).isFalse();
        session.letRun(A_SECOND);
        long last = session.log().size() - 1;
        assertThat(session.log().kind(last)).isEqualTo(RecordKind.LOG_SEALED);
        assertThat(((TraceRecord.LogSealed) session.log().read(last)).head().timeNanos())
                .isEqualTo(session.nanoTime());
    }

    @Test
    void optionsOutOfTheirRangeAreRefused() {
        SimulatedSessionOptions options = SimulatedSessionOptions.DEFAULT;
        assertThatIllegalArgumentException().isThrownBy(() -> options.withProcessors(17));
        assertThatIllegalArgumentException().isThrownBy(() -> options.withRecordLimit(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> SimulatedNetwork.DEFAULT.withLatency(10, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> SimulatedNetwork.DEFAULT.withDatagramFaults(0, 0, 1_001));
    }
}

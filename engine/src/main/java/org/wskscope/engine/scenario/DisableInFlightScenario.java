package org.wskscope.engine.scenario;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EchoServer;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.session.PeerKind;
import org.wskscope.engine.session.PeerSettings;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/**
 * SCN-03 and SCN-04: a receive callback is held open while its event is disabled, with an IRP (STATUS_PENDING) and without (STATUS_EVENT_PENDING). Makes a listener
 * of its own and a peer, and takes both away at the end. Plays on any thread that may wait; each step waits until the log shows the one before.
 */
public final class DisableInFlightScenario {
    private static final EventMask DISABLE_RECEIVE = EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE);

    private final Session session;
    private final SocketId listener;
    private final SocketId connection;
    private final int peer;

    private DisableInFlightScenario(Session session, SocketId listener, SocketId connection, int peer) {
        this.session = session;
        this.listener = listener;
        this.connection = connection;
        this.peer = peer;
    }

    /**
     * Plays both parts.
     *
     * @throws ScenarioFailedException when WSK answers otherwise than the specification says
     * @throws org.wskscope.engine.session.RecordMissingException when something does not happen in time
     */
    public static List<ScenarioPart> play(Session session) {
        DisableInFlightScenario scenario = setUp(session);
        LogWait log = LogWait.fromNow(session);
        List<ScenarioPart> parts;
        try {
            parts = List.of(scenario.disableWithIrp(), scenario.disableWithoutIrp());
        } finally {
            scenario.tearDown();
        }
        log.closed(scenario.connection);
        log.closed(scenario.listener);
        return parts;
    }

    /** Plays SCN-03 up to the moment when the disable waits, and stops there for people to look at. Nothing is taken away. */
    public static WaitingDisable playUntilDisableWaits(Session session) {
        DisableInFlightScenario scenario = setUp(session);
        long entered = scenario.holdCallback("a");
        int irp = scenario.disable(true, NtStatus.STATUS_PENDING).irp();
        return new WaitingDisable(scenario.listener, scenario.connection, scenario.peer, entered, irp);
    }

    private static DisableInFlightScenario setUp(Session session) {
        LogWait log = LogWait.fromNow(session);
        EchoServer server =
                EchoServer.listen(session, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), false);
        InetSocketAddress local = server.local();
        SocketId listener = server.socket();
        if (local == null || listener == null) {
            throw new ScenarioFailedException("No listening socket could be made on the loopback interface: "
                    + server.outcome().status());
        }
        expect(
                session.execute(new EngineCommand.SetBehaviour(
                        listener, WskCallback.RECEIVE, CallbackBehaviour.PLAIN.holding())),
                NtStatus.STATUS_SUCCESS,
                "holding the receive callback");
        CommandOutcome started =
                session.execute(new EngineCommand.StartPeer(PeerKind.MANUAL, new PeerSettings(local, 1, 1, 0)));
        expect(started, NtStatus.STATUS_SUCCESS, "starting the peer");
        return new DisableInFlightScenario(session, listener, log.accepted(listener), started.peer());
    }

    private ScenarioPart disableWithIrp() {
        long start = now();
        long entered = holdCallback("a");
        int irp = disable(true, NtStatus.STATUS_PENDING).irp();
        LogWait log = LogWait.fromNow(session);
        send("b");
        log.bytesArrived(connection);
        returnHeld(entered);

        LogWait since = log.after(entered);
        long completed = since.irpCompletion(irp);
        expect(since.irpCompleted(irp), NtStatus.STATUS_SUCCESS, "the IRP of the disable");
        if (since.callbackReturned(entered) > completed) {
            throw new ScenarioFailedException("The IRP of the disable completed before the callback had returned.");
        }
        long end = now();
        expectNoCall(since, end);
        return new ScenarioPart("SCN-03", start, end);
    }

    private ScenarioPart disableWithoutIrp() {
        LogWait log = LogWait.fromNow(session);
        expect(
                session.execute(new EngineCommand.SetEventCallback(
                        connection, EventMask.of(WskEvent.WSK_EVENT_RECEIVE), false)),
                NtStatus.STATUS_SUCCESS,
                "enabling RECEIVE again");
        long entered = log.callbackEntered(connection, WskCallback.RECEIVE);
        log.callbackDeferred(entered);
        disable(false, NtStatus.STATUS_EVENT_PENDING);
        returnHeld(entered);
        log.callbackDisabled(connection, WskEvent.WSK_EVENT_RECEIVE);
        long end = now();
        expectNoCall(log.after(entered), end);
        return new ScenarioPart("SCN-04", log.position(), end);
    }

    private long holdCallback(String text) {
        LogWait log = LogWait.fromNow(session);
        send(text);
        long entered = log.callbackEntered(connection, WskCallback.RECEIVE);
        log.callbackDeferred(entered);
        return entered;
    }

    private void send(String text) {
        expect(
                session.execute(new EngineCommand.SendFromPeer(peer, text.getBytes(StandardCharsets.US_ASCII))),
                NtStatus.STATUS_SUCCESS,
                "sending from the peer");
    }

    private CommandOutcome disable(boolean withIrp, NtStatus expected) {
        CommandOutcome answer =
                session.execute(new EngineCommand.SetEventCallback(connection, DISABLE_RECEIVE, withIrp));
        expect(answer, expected, "disabling RECEIVE while its callback is held");
        return answer;
    }

    private void returnHeld(long entered) {
        expect(
                session.execute(new EngineCommand.ReturnHeld(
                        connection, entered, NtStatus.STATUS_SUCCESS, CallbackBehaviour.ALL_BYTES)),
                NtStatus.STATUS_SUCCESS,
                "returning the held callback");
        LogWait.fromNow(session).after(entered).callbackReturned(entered);
    }

    private long now() {
        return LogWait.fromNow(session).position();
    }

    private void expectNoCall(LogWait since, long end) {
        if (since.callsEntered(connection, WskCallback.RECEIVE, end) > 0) {
            throw new ScenarioFailedException("A receive callback began although its event was being disabled.");
        }
    }

    private void tearDown() {
        session.execute(new EngineCommand.StopPeer(peer));
        session.execute(new EngineCommand.CloseSocket(connection));
        session.execute(new EngineCommand.CloseSocket(listener));
    }

    private static void expect(CommandOutcome outcome, NtStatus expected, String what) {
        expect(outcome.status(), expected, what);
    }

    private static void expect(NtStatus actual, NtStatus expected, String what) {
        if (!actual.equals(expected)) {
            throw new ScenarioFailedException(what + " was answered with " + actual + " instead of " + expected);
        }
    }
}

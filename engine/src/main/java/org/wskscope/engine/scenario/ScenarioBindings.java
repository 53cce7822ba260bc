package org.wskscope.engine.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LogAwaits;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.session.RecordMissingException;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** The sockets, peers, IRPs and calls a running scenario knows by name, and how they are taken away again. Owned by the thread that plays. */
final class ScenarioBindings {
    /** A callback by name. */
    record Call(SocketId socket, long entered) {}

    /** When a close has not completed by then, one more call may have been held meanwhile. */
    private static final long HELD_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Session session;
    private final LogWait log;
    private final boolean waitedFaithfully;
    private final Map<String, SocketId> sockets = new HashMap<>();
    private final Map<String, Integer> peers = new HashMap<>();
    private final Map<String, Integer> irps = new HashMap<>();
    private final Map<String, Call> calls = new HashMap<>();
    private final Map<String, String> clients = new HashMap<>();
    private final Map<Call, Long> acts = new HashMap<>();
    private final Deque<SocketId> closing = new ArrayDeque<>();

    ScenarioBindings(Session session) {
        this.session = session;
        log = LogWait.fromNow(session);
        waitedFaithfully = waitsFaithfully();
    }

    void nameSocket(String name, SocketId socket) {
        sockets.put(name, socket);
        closing.push(socket);
    }

    void namePeer(String name, int peer) {
        peers.put(name, peer);
    }

    void nameIrp(String name, int irp) {
        irps.put(name, irp);
    }

    void nameCall(String name, Call call) {
        calls.put(name, call);
    }

    void nameClient(String name, String client) {
        clients.put(name, client);
    }

    /** The last thing a callback did stands at {@code sequence}. */
    void acted(Call call, long sequence) {
        acts.put(call, sequence);
    }

    /** Where the last thing a callback did stands; where it began when it has done nothing yet. */
    long lastAct(Call call) {
        return acts.getOrDefault(call, call.entered());
    }

    String client(String name) {
        return known(clients, name, "client");
    }

    SocketId socket(String name) {
        return known(sockets, name, "socket");
    }

    int peer(String name) {
        return known(peers, name, "peer");
    }

    int irp(String name) {
        return known(irps, name, "IRP");
    }

    Call call(String name) {
        return known(calls, name, "call");
    }

    private static <T> T known(Map<String, T> named, String name, String kind) {
        T found = named.get(name);
        if (found == null) {
            throw new ScenarioFailedException("no " + kind + " is called " + Quoted.of(name) + " at this step");
        }
        return found;
    }

    /** Ends waits and lets new ones be as they were before (C-32), returns held calls, stops the peers and closes the sockets, the newest first. What is gone already is left alone. */
    void leave() {
        boolean faithful = waitsFaithfully();
        if (faithful != waitedFaithfully) {
            session.execute(new EngineCommand.SetFaithfulWaits(waitedFaithfully));
        }
        if (faithful) {
            session.execute(new EngineCommand.BreakWaits());
        }
        for (Call call : calls.values()) {
            session.execute(new EngineCommand.ReturnHeld(
                    call.socket(), call.entered(), NtStatus.STATUS_SUCCESS, CallbackBehaviour.ALL_BYTES));
        }
        for (int peer : peers.values()) {
            session.execute(new EngineCommand.StopPeer(peer));
        }
        for (SocketId socket : closing) {
            release(socket);
            session.execute(new EngineCommand.ReleaseRetained(socket));
            close(socket);
        }
        for (String client : clients.values()) {
            session.execute(new EngineCommand.DeregisterClient(client));
        }
    }

    private void close(SocketId socket) {
        LogWait wait = LogWait.fromNow(session);
        CommandOutcome closed = session.execute(new EngineCommand.CloseSocket(socket));
        if (closed.status().isSuccess()) {
            try {
                wait.within(HELD_NANOS).closed(socket);
            } catch (RecordMissingException heldUp) {
                release(socket);
                wait.closed(socket);
            }
        }
        if (closed.irp() != 0) {
            wait.irpCompletion(closed.irp());
        }
    }

    /** Every call that is held returns, also those the scenario gave no name (those that have one were returned before), and no further one is held: a held call would keep its socket. */
    private void release(SocketId socket) {
        List<Long> held = new ArrayList<>(new LogAwaits(session, log).deferred(socket));
        calls.values().forEach(named -> held.remove((Long) named.entered()));
        if (held.isEmpty()) {
            return;
        }
        for (WskCallback callback : WskCallback.values()) {
            CallbackBehaviour behaviour = session.behaviour(socket, callback);
            if (behaviour != null && behaviour.hold()) {
                session.execute(new EngineCommand.SetBehaviour(socket, callback, behaviour.notHolding()));
            }
        }
        for (long entered : held) {
            session.execute(new EngineCommand.ReturnHeld(
                    socket, entered, NtStatus.STATUS_SUCCESS, CallbackBehaviour.ALL_BYTES));
        }
    }

    private boolean waitsFaithfully() {
        return session.choices().value(SessionChoice.WAITS).equals("faithful");
    }
}

package org.wskscope.engine.scenario;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.LogWait;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoice;
import org.wskscope.engine.wsk.SocketId;

/** The sockets, peers, IRPs and calls a running scenario knows by name, and how they are taken away again. Owned by the thread that plays. */
final class ScenarioCast {
    /** A callback by name. */
    record Call(SocketId socket, long entered) {}

    private final Session session;
    private final boolean waitedFaithfully;
    private final Map<String, SocketId> sockets = new HashMap<>();
    private final Map<String, Integer> peers = new HashMap<>();
    private final Map<String, Integer> irps = new HashMap<>();
    private final Map<String, Call> calls = new HashMap<>();
    private final Map<String, String> clients = new HashMap<>();
    private final Map<Call, Long> acts = new HashMap<>();
    private final Deque<SocketId> closing = new ArrayDeque<>();

    ScenarioCast(Session session) {
        this.session = session;
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
            throw new ScenarioFailedException("No " + kind + " is called " + name + " at this step.");
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
            session.execute(new EngineCommand.ReleaseRetained(socket));
            LogWait log = LogWait.fromNow(session);
            CommandOutcome closed = session.execute(new EngineCommand.CloseSocket(socket));
            if (closed.status().isSuccess()) {
                log.closed(socket);
            }
            if (closed.irp() != 0) {
                log.irpCompletion(closed.irp());
            }
        }
        for (String client : clients.values()) {
            session.execute(new EngineCommand.DeregisterClient(client));
        }
    }

    private boolean waitsFaithfully() {
        return session.choices().value(SessionChoice.WAITS).equals("faithful");
    }
}

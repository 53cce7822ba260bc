package org.wskscope.engine.program;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.LogInvariants;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.SocketState;

/** The end of every program: callbacks return, the network comes to rest, nothing that is due may be missing; then all is closed, and nothing may be left. */
final class Finale {
    private static final int MANY = 1_000;

    private final ProgramRun run;
    private final Oracle oracle;

    Finale(ProgramRun run) {
        this.run = run;
        this.oracle = run.oracle;
    }

    void play() {
        comeToRest();
        for (ClientSocket socket : List.copyOf(run.everybody)) {
            if (oracle.first() == null && StateRules.isAlive(socket.model)) {
                atRest(socket);
            }
        }
        releaseAll();
        closeAll();
        if (oracle.first() == null) {
            run.judge().nothingPends();
            nothingIsLeft();
        }
        if (oracle.first() == null) {
            run.registration().releaseProviderNpi();
            run.registration().deregister();
            run.close();
        }
    }

    /** Held callbacks return, peers read, and what follows from that happens. */
    private void comeToRest() {
        run.runUntilIdle();
        for (int turn = 0; turn < MANY; turn++) {
            boolean any = false;
            for (ClientSocket socket : List.copyOf(run.everybody)) {
                any |= socket.held != null;
                socket.answers.clear();
                new Reactions(run).returnHeld(socket, "success");
                PeerStream peer = run.peer(socket);
                if (peer != null && !peer.isReset()) {
                    peer.read(true);
                }
            }
            run.runUntilIdle();
            if (!any || oracle.first() != null) {
                return;
            }
        }
        oracle.broken("the test itself", "callbacks are held for ever");
    }

    private void atRest(ClientSocket socket) {
        SocketModel model = socket.model;
        oracle.check(model.inFlight.isEmpty(), "EVT-GEN-01", model + " still has " + model.inFlight + " in flight");
        if (model.isListener()) {
            connectionsAtRest(socket);
        } else if (model.isConnection()) {
            streamAtRest(socket);
        } else if (model.state == SocketState.BOUND) {
            datagramsAtRest(socket);
        }
    }

    private void connectionsAtRest(ClientSocket socket) {
        SocketModel model = socket.model;
        boolean waiting = model.arrivedConnections > model.takenConnections;
        boolean wanted =
                isDue(model, SocketModel.ACCEPT) || !socket.pending(Op.ACCEPT).isEmpty();
        oracle.check(!waiting || !wanted, "2.4", "connections wait at " + model + ", which could have them");
    }

    private void datagramsAtRest(ClientSocket socket) {
        SocketModel model = socket.model;
        long waiting = model.arrivedDatagrams - model.droppedDatagrams - socket.ledger.datagramsTaken();
        boolean wanted = isDue(model, SocketModel.RECEIVE_FROM)
                || !socket.pending(Op.RECEIVE_FROM).isEmpty();
        oracle.check(waiting >= 0, "EVT-RFR-01", -waiting + " datagrams came to " + model + " twice");
        oracle.check(
                waiting <= 0 || !wanted, "2.5", waiting + " datagrams wait at " + model + ", which could have them");
    }

    private void streamAtRest(ClientSocket socket) {
        SocketModel model = socket.model;
        boolean over = model.resetSeen || model.aborted;
        if (over || model.state == SocketState.DISCONNECTED || model.isConnected()) {
            disconnectAtRest(socket, over);
        }
        if (!model.isConnected()) {
            return;
        }
        long queued = backlog(socket);
        long taken = socket.ledger.taken();
        long inRequests = model.arrivedBytes - taken - queued;
        boolean filling = socket.pending(Op.RECEIVE).stream()
                .anyMatch(irp -> irp.step.what().equals("WAITALL") && irp.step.size() > inRequests);
        oracle.check(
                socket.ledger.isLost() || inRequests == 0 || inRequests > 0 && filling,
                "EVT-RCV-20",
                model + " got " + model.arrivedBytes + " bytes, but " + taken + " were taken and " + queued + " wait");
        List<ProgramIrp> receives = socket.pending(Op.RECEIVE);
        boolean drains = receives.stream().anyMatch(irp -> !irp.step.what().equals("plain"));
        oracle.check(
                queued == 0 || receives.isEmpty() || drains, "2.3/2", queued + " bytes wait for requests of " + model);
        boolean event = isDue(model, SocketModel.RECEIVE) && !socket.ledger.isShut() && receives.isEmpty();
        oracle.check(queued == 0 || !event, "2.3/3", queued + " bytes wait at " + model + " for its enabled event");
        oracle.check(
                !model.finSeen || receives.isEmpty() || queued > 0,
                "2.3/4",
                "receives of " + model + " missed the FIN");
        sentAtRest(socket);
    }

    private void disconnectAtRest(ClientSocket socket, boolean over) {
        SocketModel model = socket.model;
        boolean taken = !socket.ledger.isLost() && socket.ledger.taken() == model.arrivedBytes;
        boolean due = isDue(model, SocketModel.DISCONNECT);
        if (due && model.resetSeen) {
            oracle.check(model.abortiveReported, "EVT-DIS-10", model + " was never told of the reset");
        } else if (due && model.finSeen && taken && !over) {
            oracle.check(model.gracefulReported, "EVT-DIS-10", model + " was never told of the FIN");
        }
    }

    /** Everything sent has come to the peer, in order; of what was cancelled, the bytes it was said to have handed over (API-SND-01, C-44). */
    private void sentAtRest(ClientSocket socket) {
        PeerStream peer = run.peer(socket);
        if (peer == null || peer.isReset()) {
            return;
        }
        byte[] got = peer.received();
        int at = 0;
        for (ClientSocket.Sent sent : socket.sent) {
            byte[] wanted = handedOver(sent);
            boolean whole = got.length - at >= wanted.length
                    && Arrays.equals(got, at, at + wanted.length, wanted, 0, wanted.length);
            NtStatus status = sent.irp().completions() == 0
                    ? NtStatus.STATUS_PENDING
                    : sent.irp().status();
            boolean never = !status.isSuccess() && !status.equals(NtStatus.STATUS_CANCELLED);
            oracle.check(
                    whole || never,
                    "API-SND-01",
                    "send " + sent.number() + " of " + socket.model + " did not come whole to its peer at " + at);
            oracle.check(
                    sent.irp().completions() > 0,
                    "API-SND-01",
                    sent.irp().step.text() + " of " + socket.model + " pends although its peer reads");
            at += whole ? wanted.length : 0;
        }
        oracle.check(
                at == got.length,
                "EVT-RCV-20",
                "the peer of " + socket.model + " got " + got.length + " bytes, not " + at);
    }

    private static byte[] handedOver(ClientSocket.Sent sent) {
        byte[] all = Pattern.send(sent.number(), sent.length());
        boolean cancelled = sent.irp().completions() > 0 && sent.irp().status().equals(NtStatus.STATUS_CANCELLED);
        return cancelled ? Arrays.copyOf(all, (int) sent.irp().irp.information()) : all;
    }

    private static boolean isDue(SocketModel model, int event) {
        return (model.sure & event) != 0;
    }

    private static long backlog(ClientSocket socket) {
        ByteBuffer output = ByteBuffer.allocate(Long.BYTES);
        org.wskscope.engine.nt.Irp irp =
                new org.wskscope.engine.nt.Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED);
        ControlParameters query = ControlParameters.query(ControlCode.SIO_WSK_QUERY_RECEIVE_BACKLOG, output, null);
        socket.socket.dispatch().controlSocket(query, irp);
        return output.getLong(0);
    }

    private void releaseAll() {
        for (ClientSocket socket : List.copyOf(run.everybody)) {
            while (!socket.kept.isEmpty() && oracle.first() == null) {
                run.perform(socket, Step.of(Op.RELEASE, 0));
            }
        }
    }

    private void closeAll() {
        for (ClientSocket socket : List.copyOf(run.everybody)) {
            if (!socket.model.closeAsked && !socket.model.refused && oracle.first() == null) {
                run.perform(socket, Step.of(Op.CLOSE, 0));
            }
        }
        run.runUntilIdle();
    }

    private void nothingIsLeft() {
        for (SocketModel socket : oracle.sockets.values()) {
            oracle.check(socket.state == SocketState.CLOSED, "API-CLO-07", socket + " is not closed");
        }
        LogInvariants invariants = new LogInvariants(false);
        invariants.addAll(run.log());
        invariants.end();
        invariants.faults().stream().findFirst().ifPresent(fault -> oracle.broken("log", fault.toString()));
        oracle.check(run.wsk.openSocketCount() == 0, "API-REG-10", run.wsk.openSocketCount() + " sockets are left");
    }
}

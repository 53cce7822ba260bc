package org.wskscope.engine.program;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskClientSocketDispatch;
import org.wskscope.engine.wsk.WskClientStreamDispatch;

/** The client's callbacks: each checks that it may come now, and does what the program has said for it. Used on the run's thread. */
final class Callbacks {
    static final NtStatus UNKNOWN = NtStatus.STATUS_DEVICE_NOT_READY;

    private final ProgramRun run;
    private final Reactions reactions;

    Callbacks(ProgramRun run) {
        this.run = run;
        this.reactions = new Reactions(run);
    }

    /** A socket's context: handed back verbatim (API-OBJ-06). */
    static final class Token {
        @Nullable
        ClientSocket socket;
    }

    WskClientConnectionDispatch connectionTable() {
        return new WskClientConnectionDispatch(
                (context, flags, list, bytes, accepted) -> guarded(
                        context, WskCallback.RECEIVE, (socket, step) -> receive(socket, step, list, bytes, accepted)),
                (context, flags) ->
                        guarded(context, WskCallback.DISCONNECT, (socket, step) -> disconnect(socket, step, flags)),
                (context, size) -> guarded(
                        context,
                        WskCallback.SEND_BACKLOG,
                        (socket, step) -> reactions.plain(socket, WskCallback.SEND_BACKLOG, step)));
    }

    WskClientListenDispatch listenTable() {
        return new WskClientListenDispatch(
                (context, flags, local, remote, accepted, parameters) -> guarded(
                        context, WskCallback.ACCEPT, (socket, step) -> accept(socket, step, accepted, parameters)),
                (context, local, remote, id) -> {
                    NtStatus answer =
                            guarded(context, WskCallback.INSPECT, (socket, step) -> inspect(socket, step, id));
                    return InspectAction.of(answer.code()).orElse(InspectAction.WskInspectReject);
                },
                (context, id) -> guarded(
                        context,
                        WskCallback.ABORT,
                        (socket, step) -> reactions.plain(socket, WskCallback.ABORT, step)));
    }

    WskClientDatagramDispatch datagramTable() {
        return new WskClientDatagramDispatch((context, flags, list) ->
                guarded(context, WskCallback.RECEIVE_FROM, (socket, step) -> receiveFrom(socket, step, list)));
    }

    /** The table of a category; {@code empty} has no pointers. Null for basic sockets. */
    @Nullable
    WskClientSocketDispatch table(String category, boolean empty) {
        WskClientConnectionDispatch connection =
                empty ? new WskClientConnectionDispatch(null, null, null) : connectionTable();
        WskClientListenDispatch listen = empty ? new WskClientListenDispatch(null, null, null) : listenTable();
        return switch (category) {
            case "connection" -> connection;
            case "listener" -> listen;
            case "datagram" -> empty ? new WskClientDatagramDispatch(null) : datagramTable();
            case "stream" ->
                empty ? new WskClientStreamDispatch(null, null) : new WskClientStreamDispatch(listen, connection);
            default -> null;
        };
    }

    private interface Body {
        NtStatus run(ClientSocket socket, Step step);
    }

    /** The kernel takes what a callback throws for an unknown return, so what goes wrong in here is kept for the end. */
    private NtStatus guarded(@Nullable Object context, WskCallback callback, Body body) {
        try {
            run.settle();
            if (!(context instanceof Token token) || token.socket == null) {
                run.oracle.broken("API-OBJ-06", callback + " came with context " + context);
                return NtStatus.STATUS_SUCCESS;
            }
            ClientSocket socket = token.socket;
            enter(socket, callback);
            socket.callbacksRunning++;
            Step step = socket.answers.poll();
            NtStatus answer = body.run(socket, step == null ? Step.of(Op.ANSWER, 0) : step);
            if (socket.held == null) {
                socket.callbacksRunning--;
            }
            return answer;
        } catch (RuntimeException | Error failure) {
            run.crashed(failure);
            return NtStatus.STATUS_SUCCESS;
        }
    }

    private void enter(ClientSocket socket, WskCallback callback) {
        SocketModel model = socket.model;
        Oracle oracle = run.oracle;
        oracle.check(!model.closeAsked && !model.isClosing(), "C-30", callback + " began after the close of " + model);
        oracle.check(
                model.inFlight.size() == 1 && socket.callbacksRunning == 0,
                "C-16",
                callback + " began during " + model.inFlight + " of " + model);
        int bit = callback.event() == null ? 0 : callback.event().bit();
        oracle.check(
                (bit & ~model.may) == 0, "EVT-GEN-07", callback + " came to " + model + " although it is not enabled");
        boolean conditional = callback != WskCallback.INSPECT && callback != WskCallback.ABORT || model.conditional;
        oracle.check(conditional, "EVT-INS-02", callback + " came to " + model + ", which does not inspect");
        oracle.check(StateRules.isUpToDate(model), "2.1", model + " has seen the end of its connection");
    }

    /** True for the one call with NULL that a dead socket makes (C-35). */
    private boolean isDeath(ClientSocket socket, @Nullable Object payload) {
        boolean dead = socket.model.state == org.wskscope.engine.wsk.SocketState.DEAD;
        run.oracle.check(dead == (payload == null), "C-35", socket.model + " got " + payload);
        if (payload == null) {
            socket.model.deathsReported++;
            run.oracle.check(
                    socket.model.deathsReported == 1, "EVT-GEN-11", socket.model + " was told twice that it is dead");
        }
        return payload == null;
    }

    private NtStatus receive(
            ClientSocket socket, Step step, @Nullable DataIndication list, long bytes, BytesAccepted accepted) {
        if (isDeath(socket, list) || list == null) {
            return NtStatus.STATUS_SUCCESS;
        }
        byte[] content = Pattern.bytes(list);
        run.oracle.check(content.length == bytes && bytes > 0, "EVT-RCV-14", bytes + " bytes are " + content.length);
        run.oracle.check(accepted.get() == bytes, "C-43", "BytesAccepted begins as " + accepted.get());
        socket.ledger.compare(content, content.length, "an indication");
        return reactions.received(socket, step, list, content, accepted);
    }

    private NtStatus receiveFrom(ClientSocket socket, Step step, @Nullable DatagramIndication list) {
        if (isDeath(socket, list) || list == null) {
            return NtStatus.STATUS_SUCCESS;
        }
        for (DatagramIndication rest = list; rest != null; rest = rest.next()) {
            run.oracle.check(
                    rest.controlInfo() == null || rest.controlInfo().hasRemaining(), "EVT-RFR-12", "no control");
        }
        return reactions.receivedFrom(socket, step, list);
    }

    private NtStatus accept(
            ClientSocket socket, Step step, @Nullable ConnectionSocket accepted, AcceptSocketParameters parameters) {
        if (isDeath(socket, accepted) || accepted == null) {
            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        }
        socket.inheritableAtEntry = socket.model.inheritable;
        return reactions.accepted(socket, step, accepted, parameters, this);
    }

    private NtStatus inspect(ClientSocket socket, Step step, @Nullable InspectId id) {
        if (isDeath(socket, id) || id == null) {
            return InspectAction.WskInspectReject.asReturn();
        }
        run.oracle.check(!socket.issued.contains(id), "EVT-INS-18", id + " was issued before");
        socket.issued.add(id);
        socket.model.anyIssued = true;
        return reactions.inspected(socket, step, id);
    }

    private NtStatus disconnect(ClientSocket socket, Step step, DisconnectEventFlags flags) {
        SocketModel model = socket.model;
        Oracle oracle = run.oracle;
        boolean abortive = flags.abortive();
        oracle.check(abortive == model.resetSeen, "EVT-DIS-03", "abortive " + abortive + " told to " + model);
        oracle.check(abortive || model.finSeen, "EVT-DIS-02", model + " was told of a disconnect nobody made");
        oracle.check(
                !model.abortiveReported && !(model.gracefulReported && !abortive),
                "EVT-DIS-11",
                model + " was told again");
        if (abortive) {
            model.abortiveReported = true;
        } else {
            model.gracefulReported = true;
            boolean all = socket.ledger.isLost() || socket.ledger.taken() == model.arrivedBytes;
            oracle.check(all, "EVT-DIS-07", model + " was told of the FIN before all data was taken");
            oracle.check(socket.pending(Op.RECEIVE).isEmpty(), "EVT-DIS-08", model + " was told while receives pend");
        }
        return reactions.plain(socket, WskCallback.DISCONNECT, step);
    }
}

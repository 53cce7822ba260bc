package org.wskscope.engine.program;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.program.ClientSocket.Held;
import org.wskscope.engine.program.ClientSocket.Kept;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.WskCallback;

/** What a callback does before it returns, and what it returns, by the word of its {@link Op#ANSWER} step. Used on the run's thread. */
final class Reactions {
    private final ProgramRun run;

    Reactions(ProgramRun run) {
        this.run = run;
    }

    NtStatus plain(ClientSocket socket, WskCallback callback, Step step) {
        switch (step.what()) {
            case "hold" -> hold(socket, new Held(callback, socket.socket.deferReturn(), null, null, 0, null));
            case "close" -> close(socket);
            case "disable" -> disable(socket, callback);
            case "request" -> run.perform(socket, Step.of(Op.DISCONNECT, 0));
            case "unknown status" -> {
                return Callbacks.UNKNOWN;
            }
            default -> {}
        }
        return NtStatus.STATUS_SUCCESS;
    }

    private static void hold(ClientSocket socket, Held held) {
        socket.held = held;
    }

    private void close(ClientSocket socket) {
        run.perform(socket, Step.of(Op.CLOSE, 0));
    }

    private void disable(ClientSocket socket, WskCallback callback) {
        String event = callback == WskCallback.SEND_BACKLOG ? "SEND_BACKLOG" : callback.name();
        if (callback.event() != null) {
            run.perform(socket, Step.of(Op.EVENTS, 0).what("DISABLE|" + event));
        }
    }

    NtStatus received(ClientSocket socket, Step step, DataIndication list, byte[] content, BytesAccepted accepted) {
        long since = run.calls();
        int bytes = content.length;
        switch (step.what()) {
            case "close" -> close(socket);
            case "disable" -> disable(socket, WskCallback.RECEIVE);
            case "send" -> run.perform(socket, Step.of(Op.SEND, 0).size(step.size()));
            case "request" -> run.perform(socket, Step.of(Op.RECEIVE, 0).size(step.size()));
            case "part" -> accepted.set(step.size() % bytes);
            case "hold" -> {
                long entered = since;
                hold(socket, new Held(WskCallback.RECEIVE, socket.socket.deferReturn(), list, null, entered, null));
                return NtStatus.STATUS_SUCCESS;
            }
            case "release" -> {
                Kept inside = new Kept(list, null, content);
                run.release(socket, inside, list, null);
            }
            default -> {}
        }
        return receiveReturns(socket, step.what(), new Kept(list, null, content), accepted.get(), since);
    }

    private static NtStatus receiveReturns(ClientSocket socket, String what, Kept list, long accepted, long since) {
        int bytes = list.content().length;
        switch (what) {
            case "part" -> socket.ledger.indicated(accepted, accepted < bytes, since);
            case "refuse", "request" -> {
                socket.ledger.indicated(0, true, since);
                return NtStatus.STATUS_DATA_NOT_ACCEPTED;
            }
            case "retain", "release" -> {
                socket.ledger.indicated(bytes, false, since);
                if (what.equals("retain")) {
                    socket.kept.add(list);
                }
                return NtStatus.STATUS_PENDING;
            }
            default -> socket.ledger.indicated(bytes, false, since);
        }
        return what.equals("unknown status") ? Callbacks.UNKNOWN : NtStatus.STATUS_SUCCESS;
    }

    NtStatus receivedFrom(ClientSocket socket, Step step, DatagramIndication list) {
        switch (step.what()) {
            case "close" -> close(socket);
            case "disable" -> disable(socket, WskCallback.RECEIVE_FROM);
            case "send" -> run.perform(socket, Step.of(Op.SEND_TO, 0).size(step.size()));
            case "request" -> run.perform(socket, Step.of(Op.RECEIVE_FROM, 0).size(step.size()));
            case "hold" -> {
                hold(socket, new Held(WskCallback.RECEIVE_FROM, socket.socket.deferReturn(), null, list, 0, null));
                return NtStatus.STATUS_SUCCESS;
            }
            case "release" -> {
                socket.ledger.datagrams(list);
                run.release(socket, new Kept(null, list, new byte[0]), null, list);
                return NtStatus.STATUS_PENDING;
            }
            default -> {}
        }
        return receiveFromReturns(socket, step.what(), list);
    }

    private static NtStatus receiveFromReturns(ClientSocket socket, String what, DatagramIndication list) {
        if (what.equals("refuse") || what.equals("request")) {
            return NtStatus.STATUS_DATA_NOT_ACCEPTED;
        }
        socket.ledger.datagrams(list);
        if (what.equals("retain")) {
            socket.kept.add(new Kept(null, list, Pattern.bytes(list.buffer())));
            return NtStatus.STATUS_PENDING;
        }
        return what.equals("unknown status") ? Callbacks.UNKNOWN : NtStatus.STATUS_SUCCESS;
    }

    NtStatus accepted(
            ClientSocket listener,
            Step step,
            ConnectionSocket accepted,
            AcceptSocketParameters parameters,
            Callbacks callbacks) {
        String what = step.what();
        if (what.equals("refuse") || what.equals("unknown status")) {
            run.oracle.model(accepted.id().value()).refused = true;
            return what.equals("refuse") ? NtStatus.STATUS_REQUEST_NOT_ACCEPTED : Callbacks.UNKNOWN;
        }
        Callbacks.Token token = new Callbacks.Token();
        ClientSocket socket = run.adopt(accepted, token, listener.overIpv6);
        if (what.equals("release")) {
            // Too early: the out-parameters are not written yet (EVT-ACC-10).
            run.perform(socket, Step.of(Op.EVENTS, 0));
        }
        if (what.equals("part")) {
            parameters.set(null, null);
        } else if (!what.equals("retain")) {
            parameters.set(token, callbacks.connectionTable());
            run.pointers(socket.model, SocketModel.CONNECTION_EVENTS);
        }
        switch (what) {
            case "hold" -> {
                hold(listener, new Held(WskCallback.ACCEPT, listener.socket.deferReturn(), null, null, 0, socket));
                return NtStatus.STATUS_SUCCESS;
            }
            case "close" -> close(listener);
            case "disable" -> disable(listener, WskCallback.ACCEPT);
            case "request" -> run.perform(listener, Step.of(Op.ACCEPT, 0));
            case "send" -> run.perform(socket, Step.of(Op.SEND, 0).size(step.size()));
            case "release" -> run.perform(socket, Step.of(Op.EVENTS, 0).what("CONNECTION"));
            default -> {}
        }
        inherit(listener, socket);
        return NtStatus.STATUS_SUCCESS;
    }

    /** CTL-INH-01. */
    private static void inherit(ClientSocket listener, ClientSocket accepted) {
        accepted.model.may |= listener.model.inheritable & accepted.model.pointers;
        accepted.model.sure |= listener.inheritableAtEntry & accepted.model.pointers;
    }

    NtStatus inspected(ClientSocket socket, Step step, InspectId id) {
        switch (step.what()) {
            case "refuse" -> {
                return InspectAction.WskInspectReject.asReturn();
            }
            case "part", "retain" -> {
                return InspectAction.WskInspectPend.asReturn();
            }
            case "request" -> {
                int place = socket.issued.indexOf(id);
                run.perform(socket, Step.of(Op.INSPECT_COMPLETE, 0).size(place));
                return InspectAction.WskInspectPend.asReturn();
            }
            case "hold" ->
                hold(socket, new Held(WskCallback.INSPECT, socket.socket.deferReturn(), null, null, 0, null));
            case "close" -> close(socket);
            default -> {}
        }
        return InspectAction.WskInspectAccept.asReturn();
    }

    /** The callback held on {@code socket} returns. */
    void returnHeld(ClientSocket socket, String what) {
        Held held = socket.held;
        if (held == null) {
            return;
        }
        run.settle();
        NtStatus answer = answer(socket, held, what);
        socket.held = null;
        socket.callbacksRunning--;
        held.promise().complete(answer);
    }

    private static NtStatus answer(ClientSocket socket, Held held, String what) {
        @Nullable DataIndication data = held.data();
        @Nullable DatagramIndication datagrams = held.datagrams();
        @Nullable ClientSocket accepted = held.accepted();
        if (data != null) {
            byte[] content = Pattern.bytes(data);
            String word = what.equals("part") ? "success" : what;
            return receiveReturns(socket, word, new Kept(data, null, content), content.length, held.since());
        }
        if (datagrams != null) {
            return receiveFromReturns(socket, what, datagrams);
        }
        if (accepted != null) {
            boolean keep = what.equals("success") || what.equals("part");
            accepted.model.refused = !keep;
            if (keep) {
                inherit(socket, accepted);
            }
            return keep ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        }
        if (held.callback() == WskCallback.INSPECT) {
            return switch (what) {
                case "refuse", "unknown status" -> InspectAction.WskInspectReject.asReturn();
                case "retain", "part" -> InspectAction.WskInspectPend.asReturn();
                default -> InspectAction.WskInspectAccept.asReturn();
            };
        }
        return what.equals("unknown status") ? Callbacks.UNKNOWN : NtStatus.STATUS_SUCCESS;
    }
}

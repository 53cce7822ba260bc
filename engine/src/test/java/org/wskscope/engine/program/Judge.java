package org.wskscope.engine.program;

import static org.wskscope.engine.nt.NtStatus.STATUS_CANCELLED;
import static org.wskscope.engine.nt.NtStatus.STATUS_CONNECTION_ABORTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_CONNECTION_RESET;
import static org.wskscope.engine.nt.NtStatus.STATUS_FILE_FORCED_CLOSED;
import static org.wskscope.engine.nt.NtStatus.STATUS_PENDING;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wskscope.engine.nt.IoStatusBlock;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ReceivedFrom;

/** What becomes of calls and their IRPs (sections 5.5, 8.3): each completes once, with a status its request can end with, and close last. Used on the run's thread. */
final class Judge {
    private final ProgramRun run;
    private final Oracle oracle;
    private final Deque<ProgramIrp> done = new ArrayDeque<>();
    private final List<ProgramIrp> clientLevel = new ArrayList<>();

    Judge(ProgramRun run) {
        this.run = run;
        this.oracle = run.oracle;
    }

    void clientLevel(ProgramIrp irp) {
        clientLevel.add(irp);
    }

    /** The call was made without it. */
    void withdraw(ProgramIrp irp) {
        clientLevel.remove(irp);
    }

    /** The completion routine: looks at what must hold at this very moment; the rest waits until the log was read. */
    void completed(ProgramIrp irp) {
        done.add(irp);
        ClientSocket socket = irp.socket;
        oracle.check(irp.completions() == 1, "API-IRP-01", irp.step.text() + " completed again");
        if (irp.step.op() == Op.CLOSE && socket != null && irp.status().isSuccess()) {
            oracle.check(socket.callbacksRunning == 0, "API-CLO-02", "close completed during a callback");
            List<ProgramIrp> others = new ArrayList<>(socket.pending());
            others.remove(irp);
            oracle.check(others.isEmpty(), "API-CLO-10", "close completed before " + others.size() + " others");
        }
    }

    void settle() {
        List<ProgramIrp> later = new ArrayList<>();
        for (ProgramIrp irp = done.poll(); irp != null; irp = done.poll()) {
            if (irp.answer == null) {
                later.add(irp);
            } else {
                judge(irp, irp.answer);
            }
        }
        done.addAll(later);
    }

    private void judge(ProgramIrp irp, NtStatus answer) {
        NtStatus status = irp.status();
        boolean pended = answer.equals(STATUS_PENDING);
        oracle.check(
                irp.pendingReturned() == pended,
                "API-IRP-07",
                irp.step.text() + " answered " + answer + ", PendingReturned was " + irp.pendingReturned());
        if (!pended) {
            oracle.check(
                    status.equals(answer) || answer.equals(NtStatus.STATUS_EVENT_PENDING),
                    "API-IRP-01",
                    irp.step.text() + " answered " + answer + " but completed its IRP with " + status);
        } else {
            Set<NtStatus> allowed = outcomes(irp);
            oracle.check(
                    allowed.contains(status),
                    "C-02",
                    irp.step.text() + " of " + irp.socket + " ended with " + status + ", not one of " + allowed);
        }
        apply(irp, status);
    }

    private Set<NtStatus> outcomes(ProgramIrp irp) {
        Set<NtStatus> allowed = new HashSet<>();
        Expectation expected = irp.expected;
        if (expected != null) {
            allowed.addAll(expected.outcomes());
        }
        ClientSocket socket = irp.socket;
        if (irp.cancelAsked || socket != null && (socket.model.closeAsked || socket.model.refused)) {
            allowed.add(STATUS_CANCELLED);
        }
        if (socket == null) {
            return allowed;
        }
        if (socket.model.failAsked) {
            allowed.add(STATUS_FILE_FORCED_CLOSED);
        }
        PeerStream peer = run.peer(socket);
        if (socket.model.resetSeen || peer != null && peer.isReset()) {
            allowed.add(STATUS_CONNECTION_RESET);
        }
        if (socket.model.aborted) {
            allowed.add(irp.step.op() == Op.RECEIVE ? STATUS_CONNECTION_ABORTED : STATUS_CANCELLED);
        }
        return allowed;
    }

    private void apply(ProgramIrp irp, NtStatus status) {
        ClientSocket socket = irp.socket;
        if (socket == null) {
            created(irp, status);
            return;
        }
        switch (irp.step.op()) {
            case RECEIVE -> socket.ledger.completed(irp, status, (int) irp.irp.information());
            case RECEIVE_FROM -> receivedFrom(socket, irp, status);
            case ACCEPT -> accepted(socket, irp, status);
            case DISCONNECT -> socket.model.disconnectPends &= !answeredByTransport(irp);
            case BIND, LISTEN_ON -> socket.model.binding &= !answeredByTransport(irp);
            default -> {}
        }
    }

    private static boolean answeredByTransport(ProgramIrp irp) {
        return NtStatus.STATUS_PENDING.equals(irp.answer);
    }

    private static void receivedFrom(ClientSocket socket, ProgramIrp irp, NtStatus status) {
        IoStatusBlock ended = irp.irp.ioStatus();
        if (status.isSuccess() && ended != null && ended.pointer() instanceof ReceivedFrom from) {
            int length = (int) irp.irp.information();
            socket.ledger.datagram(irp.buffer, length, from.flags().bits() == 0);
        }
    }

    private void accepted(ClientSocket listener, ProgramIrp irp, NtStatus status) {
        IoStatusBlock ended = irp.irp.ioStatus();
        if (status.isSuccess() && ended != null && ended.pointer() instanceof ConnectionSocket accepted) {
            ClientSocket socket = run.adopt(accepted, irp.token, listener.overIpv6);
            run.pointers(socket.model, irp.step.is("without table") ? 0 : SocketModel.CONNECTION_EVENTS);
        }
    }

    private void created(ProgramIrp irp, NtStatus status) {
        IoStatusBlock ended = irp.irp.ioStatus();
        boolean connected = irp.step.op() == Op.SOCKET_CONNECT && status.isSuccess() && ended != null;
        if (connected && ended.pointer() instanceof ConnectionSocket made) {
            ClientSocket socket = run.adopt(made, irp.token, false, irp.step.slot() % Step.CREATED_SLOTS);
            socket.model.unowned = false;
            run.pointers(socket.model, SocketModel.CONNECTION_EVENTS);
        }
    }

    /** What the answer of a call means for the oracle's picture of the client. */
    void answered(ClientSocket socket, Step step, ProgramIrp irp, NtStatus status) {
        if (!status.isSuccess()) {
            return;
        }
        SocketModel model = socket.model;
        switch (step.op()) {
            case SEND, CONNECT_EX -> socket.sent.add(new ClientSocket.Sent(socket.sent.size() + 1, step.size(), irp));
            case DISCONNECT -> {
                model.disconnectPends |= irp.isPending();
                int size = step.is("with data") ? step.size() : 0;
                socket.sent.add(new ClientSocket.Sent(socket.sent.size() + 1, size, irp));
            }
            case RECEIVE -> {
                if (step.what().equals("DRAIN")) {
                    socket.ledger.draining();
                }
            }
            case EVENTS -> events(model, step);
            case OPTION -> option(model, step);
            case IOCTL -> model.fixedAddress |= step.what().endsWith("ADDRESS");
            default -> {}
        }
        if (step.op() == Op.IOCTL && step.is("cleared")) {
            // The other of the two fixed addresses may still be there: then nothing is known.
            model.fixedAddress = false;
            model.addressUnsure = true;
        }
    }

    private static void events(SocketModel model, Step step) {
        int mask = ControlRules.mask(step.what());
        int events = mask & ~ControlRules.DISABLE;
        if ((mask & ControlRules.DISABLE) != 0) {
            model.may &= ~events;
            model.sure &= ~events;
            return;
        }
        int defaults = model.isListener() ? SocketModel.CONNECTION_EVENTS : 0;
        model.inheritable |= events & defaults;
        model.may |= events & ~defaults;
        model.sure |= events & ~defaults;
        model.enabledSinceEntered = true;
    }

    private static void option(SocketModel model, Step step) {
        if (step.is("as query")) {
            return;
        }
        boolean on = step.size() % 2 == 0;
        switch (step.what()) {
            case "CONDITIONAL" -> model.conditional = true;
            case "UNCONDITIONAL" -> model.conditional = false;
            case "REUSEADDR" -> model.sharing |= on;
            case "BROADCAST" -> model.broadcast = on;
            default -> {}
        }
    }

    /** Nothing is left open: every IRP that was given has completed (API-IRP-01). */
    void nothingPends() {
        settle();
        for (ClientSocket socket : run.everybody) {
            for (ProgramIrp irp : socket.irps) {
                oracle.check(irp.completions() == 1, "API-IRP-01", irp.step.text() + " never completed");
            }
        }
        for (ProgramIrp irp : clientLevel) {
            oracle.check(irp.completions() == 1, "API-IRP-01", irp.step.text() + " never completed");
        }
        oracle.check(done.isEmpty(), "API-IRP-01", "an IRP completed whose call has not returned");
    }
}

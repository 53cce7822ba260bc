package org.wskscope.engine.program;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskProviderConnectionDispatch;
import org.wskscope.engine.wsk.WskSocket;

/** A socket of the program: its handle, the oracle's model of it, and what the client has to remember about it. Used on the run's thread. */
final class ClientSocket {
    final WskSocket socket;
    final SocketModel model;
    final boolean overIpv6;
    final ReceiveLedger ledger;
    final Deque<Step> answers = new ArrayDeque<>();
    final List<ProgramIrp> irps = new ArrayList<>();
    final List<Kept> kept = new ArrayList<>();
    final List<Sent> sent = new ArrayList<>();
    final List<InspectId> issued = new ArrayList<>();

    @Nullable
    Kept released;

    @Nullable
    Held held;

    int callbacksRunning;
    int inheritableAtEntry;

    ClientSocket(WskSocket socket, SocketModel model, boolean overIpv6, Oracle oracle) {
        this.socket = socket;
        this.model = model;
        this.overIpv6 = overIpv6;
        this.ledger = new ReceiveLedger(this, oracle);
    }

    /** A list the client keeps, and what was in it when it came. */
    record Kept(@Nullable DataIndication data, @Nullable DatagramIndication datagrams, byte[] content) {}

    /** A callback that will return later. */
    record Held(
            WskCallback callback,
            DeferredReturn promise,
            @Nullable DataIndication data,
            @Nullable DatagramIndication datagrams,
            long since,
            @Nullable ClientSocket accepted) {}

    /** What a call sends. */
    record Sent(int number, int length, ProgramIrp irp) {}

    @Override
    public String toString() {
        return model.toString();
    }

    /** The table of a connection or stream socket. */
    WskProviderConnectionDispatch stream() {
        return socket instanceof ConnectionSocket connection
                ? connection.dispatch()
                : ((StreamSocket) socket).dispatch();
    }

    List<ProgramIrp> pending() {
        return irps.stream().filter(ProgramIrp::isPending).toList();
    }

    List<ProgramIrp> pending(Op op) {
        return irps.stream()
                .filter(irp -> irp.isPending() && irp.step.op() == op)
                .toList();
    }
}

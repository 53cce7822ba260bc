package org.wskscope.engine.program;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.kernel.KernelOptions;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.kernel.RaceMode;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.program.CallRules.IrpUse;
import org.wskscope.engine.program.ClientSocket.Kept;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.transport.memory.MemoryNetwork;
import org.wskscope.engine.transport.memory.MemoryTransport;
import org.wskscope.engine.transport.memory.Scheduler;
import org.wskscope.engine.transport.memory.Wire;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.WskClientDispatch;
import org.wskscope.engine.wsk.WskClientNpi;
import org.wskscope.engine.wsk.WskProvider;
import org.wskscope.engine.wsk.WskRegistration;
import org.wskscope.engine.wsk.WskSocket;
import org.wskscope.engine.wsk.WskVersion;

/** Plays one program, once, on the calling thread: kernel, network and peers are made for it and gone afterwards. */
final class ProgramRun {
    private static final int LOG_RECORDS = 1 << 16;
    private static final long IDLE_ITEMS = 200_000;
    private static final long MILLI = 1_000_000;

    final Oracle oracle;
    final KernelWsk wsk;
    final Calls calls;
    final List<ClientSocket> everybody = new ArrayList<>();
    private final Program program;
    private final TraceLog log = new TraceLog(LOG_RECORDS);
    private final Scheduler scheduler;
    private final ProgramPeers peers;
    private final Callbacks callbacks = new Callbacks(this);
    private final Reactions reactions = new Reactions(this);
    private final Controls controls;
    private final Judge judge;
    private final Creation creation;
    private final MemoryTransport transport;
    private final WskRegistration registration;
    private final @Nullable ClientSocket[] slots = new ClientSocket[Step.SLOTS];
    private int accepted;
    private long callCount;
    private @Nullable Throwable crash;

    ProgramRun(Program program) {
        this.program = program;
        long seed = program.seed();
        boolean slow = seed % 2 != 0;
        Wire wire = slow ? Wire.IDEAL.withLatency(1_000, 50_000).withSegments(1, 700) : Wire.IDEAL;
        MemoryNetwork network = new MemoryNetwork(new SeededChoices(seed), wire);
        scheduler = network.scheduler();
        peers = new ProgramPeers(network);
        transport = new MemoryTransport(network, 1 + (int) Math.floorMod(seed, 3L));
        wsk = new KernelWsk(transport, log, scheduler.clock(), options(seed));
        oracle = new Oracle(log);
        registration = wsk.register(
                new WskClientNpi("program", "client", new WskClientDispatch(WskVersion.WSK_VERSION_1_0, null)));
        WskProvider provider =
                registration.captureProviderNpi(WskRegistration.WSK_NO_WAIT).provider();
        if (provider == null) {
            throw new IllegalStateException("no provider");
        }
        calls = new Calls(peers, callbacks);
        controls = new Controls(peers);
        judge = new Judge(this);
        creation = new Creation(this, provider, callbacks);
        oracle.follow();
    }

    private static KernelOptions options(long seed) {
        KernelOptions options = KernelOptions.defaults();
        if (Math.floorMod(seed, 4L) == 1) {
            options = options.withRaceMode(RaceMode.CHAOS, seed);
        }
        return Math.floorMod(seed, 8L) == 2 ? options.withMaxIndicationBytes(100) : options;
    }

    /** Plays all of it and what belongs to its end; gives the first rule that was broken, or null. */
    @Nullable
    Breach play() {
        for (Step step : program.steps()) {
            if (oracle.first() != null) {
                break;
            }
            doStep(step);
            settle();
        }
        if (oracle.first() == null && crash == null) {
            new Finale(this).play();
        }
        Throwable failure = crash;
        if (failure != null) {
            java.io.StringWriter stack = new java.io.StringWriter();
            failure.printStackTrace(new java.io.PrintWriter(stack));
            oracle.broken("the test itself", stack.toString());
        }
        return oracle.first();
    }

    void crashed(Throwable failure) {
        if (crash == null) {
            crash = failure;
        }
    }

    long calls() {
        return callCount;
    }

    TraceReader log() {
        return log;
    }

    Judge judge() {
        return judge;
    }

    WskRegistration registration() {
        return registration;
    }

    private void doStep(Step step) {
        ClientSocket socket = slots[step.slot()];
        switch (step.op()) {
            case SOCKET, SOCKET_CONNECT, STATIC -> {
                callCount++;
                creation.perform(step);
            }
            case RUN -> run(step);
            default -> {
                if (socket != null && step.op().isFor(socket.model.category)) {
                    doTo(socket, step);
                }
            }
        }
    }

    private void doTo(ClientSocket socket, Step step) {
        if (step.op().isCall()) {
            perform(socket, step);
            return;
        }
        switch (step.op()) {
            case CANCEL -> cancel(socket, step);
            case FAIL -> fail(socket);
            case ANSWER -> socket.answers.add(step);
            case RETURN_HELD -> reactions.returnHeld(socket, step.what());
            case PROBE_BACKLOG -> wsk.setIdealSendBacklog(socket.socket.id(), 1 + step.size());
            case PEER_DATAGRAM -> {
                if (socket.model.local != null) {
                    peers.sendDatagram(socket.model.local, step.size());
                }
            }
            case PEER_CONNECT -> {
                if (socket.model.isListener() && socket.model.local != null) {
                    peers.connectTo(socket.model.local);
                }
            }
            default -> {
                PeerStream peer = peer(socket);
                if (peer != null) {
                    act(peer, step);
                }
            }
        }
    }

    @Nullable
    PeerStream peer(ClientSocket socket) {
        return peers.find(socket.model.local, socket.model.remote);
    }

    private static void act(PeerStream peer, Step step) {
        switch (step.op()) {
            case PEER_SEND -> peer.send(step.size());
            case PEER_FINISH -> peer.finish();
            case PEER_RESET -> peer.reset();
            default -> peer.read(step.what().equals("on"));
        }
    }

    private void fail(ClientSocket socket) {
        socket.model.failAsked = true;
        wsk.failSocket(socket.socket.id());
    }

    private void cancel(ClientSocket socket, Step step) {
        List<ProgramIrp> pending = socket.pending().stream()
                .filter(irp -> irp.step.op() != Op.BIND && irp.step.op() != Op.LISTEN_ON && irp.step.op() != Op.CLOSE)
                .toList();
        if (!pending.isEmpty()) {
            ProgramIrp irp = pending.get(step.what().equals("oldest") ? 0 : pending.size() - 1);
            irp.cancelAsked = true;
            socket.model.disconnectCancelled |= irp.step.op() == Op.DISCONNECT;
            irp.irp.cancel();
        }
    }

    private void run(Step step) {
        switch (step.what()) {
            case "some items" -> scheduler.runUntilIdle(1 + step.size() % 50);
            case "some time" -> scheduler.runFor(step.size() * MILLI);
            default -> runUntilIdle();
        }
    }

    void runUntilIdle() {
        boolean idle = scheduler.runUntilIdle(IDLE_ITEMS);
        oracle.check(idle, "THR-15", "the kernel does not come to rest");
        settle();
    }

    /** Looks at what happened since, and judges the IRPs that completed. */
    void settle() {
        oracle.follow();
        judge.settle();
    }

    // ---- calls

    /** Calls the function of {@code step}, unless the socket has none, and has the answer judged. */
    void perform(ClientSocket socket, Step step) {
        if (!step.op().isFor(socket.model.category)) {
            return;
        }
        settle();
        callCount++;
        if (step.op() == Op.RELEASE) {
            releaseKept(socket, step);
            return;
        }
        IrpUse use = IrpUses.of(socket, step);
        byte[] bytes = calls.buffer(socket, step);
        ProgramIrp fresh = new ProgramIrp(step, bytes, socket, new Callbacks.Token(), judge::completed);
        fresh.call = callCount;
        Irp irp = switch (use) {
            case NONE -> null;
            case FRESH -> fresh.irp;
            case PENDING -> socket.pending().get(0).irp;
        };
        Expectation expected = oracle.expect(socket.model, step, use);
        org.wskscope.engine.wsk.SocketState before = socket.model.state;
        if (use == IrpUse.FRESH) {
            fresh.expected = expected;
            socket.irps.add(fresh);
        }
        boolean control = step.op() == Op.EVENTS || step.op() == Op.OPTION || step.op() == Op.IOCTL;
        NtStatus status = control
                ? socket.socket.dispatch().controlSocket(controls.parameters(socket, step), irp)
                : calls.call(socket, step, bytes, irp, fresh.token);
        fresh.answer = status;
        oracle.answered(socket.model, before, step, expected, status);
        judge.answered(socket, step, fresh, status);
        settle();
    }

    private void releaseKept(ClientSocket socket, Step step) {
        List<Kept> kept = socket.kept;
        boolean twice = step.what().equals("twice");
        if (twice || step.what().equals("unknown") || kept.isEmpty()) {
            Kept other = twice ? socket.released : foreign(socket);
            if (other != null) {
                release(socket, other, other.data(), other.datagrams(), false);
            }
            return;
        }
        Kept one = kept.remove(step.what().equals("newest") ? kept.size() - 1 : 0);
        boolean valid = !socket.model.isClosing();
        DataIndication rest = one.data() == null || !step.what().equals("first element")
                ? null
                : one.data().next();
        if (rest != null && one.data() != null && valid) {
            one.data().setNext(null);
            Kept tail = new Kept(rest, null, Pattern.bytes(rest));
            kept.add(0, tail);
            one = new Kept(one.data(), null, Pattern.bytes(one.data()));
        }
        if (valid && one.data() != null) {
            boolean same = java.util.Arrays.equals(one.content(), Pattern.bytes(one.data()));
            oracle.check(same, "API-REL-02", "a retained list of " + socket.model + " changed");
        }
        release(socket, one, one.data(), one.datagrams(), valid);
    }

    private @Nullable Kept foreign(ClientSocket socket) {
        boolean datagrams = socket.socket instanceof DatagramSocket;
        for (ClientSocket other : everybody) {
            if (other != socket && !other.kept.isEmpty() && other.socket instanceof DatagramSocket == datagrams) {
                return other.kept.get(0);
            }
        }
        return null;
    }

    /** Releases what a callback has just got. */
    void release(
            ClientSocket socket, Kept list, @Nullable DataIndication data, @Nullable DatagramIndication datagrams) {
        release(socket, list, data, datagrams, true);
    }

    private void release(
            ClientSocket socket,
            Kept list,
            @Nullable DataIndication data,
            @Nullable DatagramIndication datagrams,
            boolean valid) {
        Step step = Step.of(Op.RELEASE, 0);
        Expectation expected = CallRules.expect(
                socket.model,
                step,
                IrpUse.NONE,
                () -> valid ? Expectation.done("API-REL-01") : CallRules.malformed("API-REL-04"));
        org.wskscope.engine.wsk.SocketState before = socket.model.state;
        NtStatus status;
        if (socket.socket instanceof DatagramSocket datagramSocket && datagrams != null) {
            status = datagramSocket.dispatch().release(datagrams);
        } else if (data != null) {
            status = socket.stream().release(data);
        } else {
            return;
        }
        oracle.answered(socket.model, before, step, expected, status);
        if (status.isSuccess()) {
            socket.released = list;
        }
    }

    // ---- sockets

    /** A socket is the client's now; accepted ones share four slots. */
    ClientSocket adopt(WskSocket socket, Callbacks.Token token, boolean overIpv6) {
        return adopt(socket, token, overIpv6, Step.CREATED_SLOTS + accepted++ % (Step.SLOTS - Step.CREATED_SLOTS));
    }

    ClientSocket adopt(WskSocket socket, Callbacks.Token token, boolean overIpv6, int slot) {
        oracle.follow();
        ClientSocket adopted = new ClientSocket(socket, oracle.model(socket.id().value()), overIpv6, oracle);
        adopted.model.overIpv6 = overIpv6;
        token.socket = adopted;
        everybody.add(adopted);
        slots[slot] = adopted;
        return adopted;
    }

    /** The client gave these callback pointers; static events begin to count. */
    void pointers(SocketModel model, int pointers) {
        model.pointers = pointers;
        oracle.pointersGiven(model);
    }

    InetSocketAddress address(boolean overIpv6, String what) {
        return calls.address(overIpv6, what, false);
    }

    void close() {
        transport.close();
        peers.close();
    }
}

package org.wskscope.engine.session;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.chance.Choices;
import org.wskscope.engine.kernel.KernelWsk;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.transport.Transport;
import org.wskscope.engine.transport.WaitEnd;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/**
 * What live and simulated sessions have in common: a kernel on some network, the demonstration client that commands speak for, its peers, and their end. {@link
 * #execute} and {@link #close} may be called by any thread that may call the transport; the others by any.
 */
final class SessionCore {
    private static final Logger LOG = LoggerFactory.getLogger(SessionCore.class);
    private static final int MAX_SOCKETS = 65_536;
    private static final int MAX_PENDING_IRPS = 65_536;
    static final long CLOSE_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Environment around;
    private final SessionChoices choices;
    private final long seed;
    private final KernelWsk kernel;
    private final ClientSockets sockets;
    private final DemoClients clients;
    private final SocketClosing closing;
    private final PeerRegistry peers;
    private final CommandJournal journal;
    private final Commands commands;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * What a session is put into.
     *
     * @param transport the kernel's side of the network; ended with the session
     * @param peerSide makes the peers' side, when the first one is started; ended with the session
     * @param chance decides whatever a choice leaves to chance
     * @param letRun as {@link Session#letRun}, for the thread that carries out commands
     */
    record Environment(
            NanoClock clock,
            TraceLog log,
            Transport transport,
            Supplier<Transport> peerSide,
            LongConsumer letRun,
            Choices chance) {}

    /**
     * Registers the demonstration client and captures the provider.
     *
     * @param seed decides whatever a choice leaves to chance
     */
    SessionCore(Environment around, String clientName, SessionChoices choices, long seed) {
        this.around = around;
        this.choices = choices;
        this.seed = seed;
        Transport transport = around.transport();
        kernel = new KernelWsk(
                transport,
                around.log(),
                around.clock(),
                choices.kernelOptions(seed).withChoices(around.chance()));
        EnvironmentJournal environment = new EnvironmentJournal(around.clock(), around.log(), kernel::cause);
        environment.chosen(choices, seed);
        sockets = new ClientSockets(MAX_SOCKETS, environment);
        IrpTable irps = new IrpTable(MAX_PENDING_IRPS, transport);
        closing = new SocketClosing(transport, irps, sockets);
        ScriptedClient client = new ScriptedClient(
                new CallScript(transport, new CallbackSteps(irps)),
                sockets,
                new EchoSender(irps, closing),
                closing,
                kernel.kernelCalls());
        clients = new DemoClients(kernel, client, sockets, clientName);
        peers = new PeerRegistry(around.clock(), around.peerSide(), around.letRun(), environment);
        journal = new CommandJournal(around.clock(), around.log(), kernel);
        commands = new Commands(
                clients,
                new SocketCommands(clients, client, sockets, closing, irps),
                new InspectCommands(sockets, irps),
                new BehaviourCommands(sockets, irps, kernel, () -> environment.chosen(choices(), seed)),
                peers);
    }

    KernelWsk kernel() {
        return kernel;
    }

    /** Waits are the one choice that a command can change later (C-32). */
    SessionChoices choices() {
        return choices.with(SessionChoice.WAITS, kernel.waitMode().name());
    }

    long seed() {
        return seed;
    }

    boolean isOpen() {
        return !closed.get();
    }

    CommandOutcome execute(EngineCommand command) {
        return journal.record(command, () -> isOpen() ? command.accept(commands) : sessionClosed());
    }

    List<PeerRow> peers() {
        return peers.rows();
    }

    @Nullable
    CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        ScriptedSocket known = sockets.find(socket);
        return known == null ? null : known.behaviour(callback);
    }

    /** Refuses a close that would wait for the very code that asks for it, before anything has changed: the session can be closed elsewhere later. */
    void checkMayClose() {
        if (kernel.isInClientCode() || around.transport().currentProcessor() >= 0) {
            throw new IllegalStateException(
                    "A session cannot be closed inside of a callback or completion routine, nor on a processor");
        }
    }

    /** Its thread is kept by a client's routine and cannot close anything: what is left is to say that nothing more will be recorded. Any thread. */
    void abandon() {
        LOG.warn("A client's routine keeps the session's thread; its sockets end with it");
        closed.set(true);
        around.log().seal(journal.stamp(RecordHead.NO_CAUSE));
    }

    /** Returns held callbacks, releases retained lists, closes every socket, ends peers and processors and seals the log. Takes at most some seconds. */
    void close() {
        checkMayClose();
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            closeEverything();
        } finally {
            around.transport().close();
            around.log().seal(journal.stamp(RecordHead.NO_CAUSE));
        }
    }

    private void closeEverything() {
        // First of all: a processor that a client keeps in a wait could close nothing.
        kernel.endWaits();
        peers.close();
        for (ScriptedSocket socket : sockets.end()) {
            socket.release().forEach(call -> call.finish(NtStatus.STATUS_SUCCESS, CallbackBehaviour.ALL_BYTES));
            closing.close(socket);
        }
        boolean gone = awaitSockets();
        if (gone) {
            clients.end();
        }
        // What keeps a socket open keeps its processor too, most likely.
        awaitProcessors(gone ? CLOSE_LIMIT_NANOS : CLOSE_LIMIT_NANOS / 5);
    }

    static CommandOutcome sessionClosed() {
        return CommandOutcome.refused(
                NtStatus.STATUS_DEVICE_NOT_READY, CommandMessage.of("command.refused.sessionClosed"));
    }

    /** Deregistration would wait for ever for a socket that does not close, so it is left out then. */
    private boolean awaitSockets() {
        boolean none = sockets.awaitNone(around.transport(), CLOSE_LIMIT_NANOS);
        if (!none) {
            LOG.warn(
                    "Some sockets did not close within {} s; their connections end with the session",
                    TimeUnit.NANOSECONDS.toSeconds(CLOSE_LIMIT_NANOS));
        }
        return none;
    }

    /** What the closes handed over, resets above all, must reach the network before the transport ends. */
    private void awaitProcessors(long limitNanos) {
        Transport transport = around.transport();
        CountDownLatch idle = new CountDownLatch(transport.processorCount());
        for (int number = 0; number < transport.processorCount(); number++) {
            transport.processor(number).execute(idle::countDown);
        }
        if (transport.waitUntil(idle, limitNanos) == WaitEnd.TIMED_OUT) {
            LOG.warn(
                    "A processor was busy for more than {} s and is ended all the same",
                    TimeUnit.NANOSECONDS.toSeconds(limitNanos));
        }
    }
}

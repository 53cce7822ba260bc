package org.wskscope.engine.session;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.Choices;
import org.wskscope.engine.kernel.SeededChoices;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.SessionCore.Environment;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.transport.memory.MemoryNetwork;
import org.wskscope.engine.transport.memory.MemoryTransport;
import org.wskscope.engine.transport.memory.Scheduler;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Wsk;
import org.wskscope.engine.wsk.WskCallback;

/**
 * WSK over a network in memory, in virtual time: the same kernel, the same demonstration client, the same peers, but time stands unless somebody lets it pass, and the same
 * seed and commands give the same log, byte for byte. Any thread; whatever is asked is done on the session's one thread, {@value SimulationThread#NAME}.
 */
public final class SimulatedSession implements Session {
    /** Items of one moment that {@link #letRun} runs before it looks up again. */
    private static final int MOST_OF_A_MOMENT = 100_000;

    private final TraceLog log;
    private final MemoryTransport transport;
    private final Scheduler scheduler;
    private final SessionCore core;
    private final SimulationThread thread;
    private final WorldGate gate;

    private SimulatedSession(SimulatedSessionOptions options, Choices choices) {
        log = options.newLog();
        RecordedChoices chance = new RecordedChoices(choices, options.forced(), log, this::nanoTime);
        MemoryNetwork network = new MemoryNetwork(chance, options.network().wire());
        scheduler = network.scheduler();
        transport = new MemoryTransport(network, options.processors());
        Environment around = new Environment(
                scheduler.clock(), log, transport, () -> new MemoryTransport(network, 1), this::runMoment, chance);
        core = new SessionCore(
                around,
                options.clientName(),
                options.choices().with(SessionChoice.LENT_MEMORY, "true"),
                options.seed());
        thread = new SimulationThread();
        gate = new WorldGate(log::size, thread, scheduler::isInsideItem);
        onThread(() -> {
            scheduler.takeOver();
            scheduler.setGate(gate);
        });
    }

    /** Registers the demonstration client and captures the provider; the session's time is 0. */
    public static SimulatedSession open(SimulatedSessionOptions options) {
        return open(options, new SeededChoices(options.seed()));
    }

    /** As {@link #open(SimulatedSessionOptions)}, with choices of the caller's own instead of the seed's; called on the session's thread from then on. */
    public static SimulatedSession open(SimulatedSessionOptions options, Choices choices) {
        return new SimulatedSession(options, choices);
    }

    @Override
    public TraceReader log() {
        return log;
    }

    @Override
    public NanoClock clock() {
        return scheduler.clock();
    }

    @Override
    public int processorCount() {
        return transport.processorCount();
    }

    @Override
    public boolean commandable() {
        return core.isOpen();
    }

    @Override
    public SessionChoices choices() {
        return core.choices();
    }

    @Override
    public long seed() {
        return core.seed();
    }

    /** As {@link Session#execute}; what only this machine decides takes virtual time. */
    @Override
    public CommandOutcome execute(EngineCommand command) {
        if (gate.waitsInsideCommand()) {
            return CommandOutcome.refused(
                    NtStatus.STATUS_DEVICE_NOT_READY, CommandMessage.of("command.refused.insideStep"));
        }
        return thread.call(
                () -> {
                    gate.commandBegins();
                    try {
                        return core.execute(command);
                    } finally {
                        gate.commandEnds();
                    }
                },
                SessionCore::sessionClosed);
    }

    @Override
    public Optional<WorldGate> gate() {
        return Optional.of(gate);
    }

    /** Lets the world make one step, where nobody else drives it: until the log has a record more, or nothing is left that could happen. */
    @Override
    public void step(long mostItems) {
        onThread(() -> {
            long before = log.size();
            gate.step();
            for (long items = 0;
                    items < mostItems && core.isOpen() && log.size() == before && scheduler.step();
                    items++) {
                // Every step is one item.
            }
            gate.hold();
        });
    }

    @Override
    public List<PeerRow> peers() {
        return core.peers();
    }

    @Override
    public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        return core.behaviour(socket, callback);
    }

    /** Runs everything due at the next moment, if that is not later than {@code nanos} from now; otherwise the time passes. */
    @Override
    public void letRun(long nanos) {
        onThread(() -> {
            runMoment(nanos);
            core.kernel().watchdog().inspect();
        });
    }

    /** Runs everything due within {@code nanos}; the clock stands where the last of it was. */
    @Override
    public void settle(long nanos) {
        onThread(() -> {
            long horizon = scheduler.clock().nanoTime() + nanos;
            for (int done = 0; done < MOST_OF_A_MOMENT && core.isOpen() && scheduler.step(horizon); done++) {
                // Every step is one item.
            }
            core.kernel().watchdog().inspect();
        });
    }

    /** Runs everything due in the next {@code nanos}; the clock then stands that much later. */
    public void runFor(long nanos) {
        onThread(() -> {
            scheduler.runFor(nanos);
            core.kernel().watchdog().inspect();
        });
    }

    /** Runs one item, the smallest thing that can happen, after moving the clock to it when nothing is due. False when nothing is left that could happen. */
    public boolean step() {
        return thread.call(() -> core.isOpen() && scheduler.step(), () -> false);
    }

    /**
     * Runs until nothing is left, or {@code items} were run.
     *
     * @return whether nothing is left
     */
    public boolean runUntilIdle(long items) {
        return thread.call(() -> !core.isOpen() || scheduler.runUntilIdle(items), () -> true);
    }

    /**
     * Where a program registers a client of its own, as {@link LiveSession#wsk}: with the same callbacks and the same calls, on a network where nothing happens by chance.
     * WSK's functions are called on the session's thread only, that is inside of callbacks and completion routines and of {@link #call}; elsewhere they are refused with an
     * {@link IllegalStateException} before anything has changed. Who waits for an IRP there waits with {@link
     * org.wskscope.engine.wsk.KernelCalls#waitFor}, and the network goes on meanwhile. The client must close its sockets and deregister before the session is closed.
     */
    public Wsk wsk() {
        return core.kernel();
    }

    /** Does {@code work} on the session's thread, where a client's functions may be called, and gives its answer; what it throws is thrown here. Any thread. */
    public <T> T call(Supplier<T> work) {
        return thread.call(work, () -> {
            throw new IllegalStateException("the session is closed");
        });
    }

    /** As {@link #call}, without an answer. */
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /** As {@link Session#close}; takes some virtual seconds at most and no real ones, unless a client's routine keeps the session's thread. */
    @Override
    public void close() {
        if (thread.isCurrent()) {
            throw new IllegalStateException("A session cannot be closed on its own thread, where callbacks run");
        }
        gate.open();
        if (!thread.end(core::close, SessionCore.CLOSE_LIMIT_NANOS)) {
            core.abandon();
        }
    }

    private void onThread(Runnable work) {
        thread.call(
                () -> {
                    work.run();
                    return true;
                },
                () -> false);
    }

    private void runMoment(long nanos) {
        long horizon = scheduler.clock().nanoTime() + Math.max(0, nanos);
        if (!core.isOpen() || !scheduler.step(horizon)) {
            scheduler.runUntil(horizon);
            return;
        }
        long moment = scheduler.clock().nanoTime();
        for (int done = 0; done < MOST_OF_A_MOMENT && scheduler.step(moment); done++) {
            // Every step is one item of this moment.
        }
    }
}

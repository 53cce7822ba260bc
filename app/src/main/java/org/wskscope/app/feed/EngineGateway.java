package org.wskscope.app.feed;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.state.CommandPort;
import org.wskscope.app.state.Submission;
import org.wskscope.app.state.Trouble;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.Session;

/**
 * Takes commands from the FX thread to the engine, one after the other on the thread {@code wsk-commands}, and keeps their outcomes until the pump delivers them. At
 * most {@link #LIMIT} commands are under way; more are refused, never queued without end.
 */
public final class EngineGateway implements CommandPort, AutoCloseable {
    /** Commands waiting, being carried out, or carried out and not yet reported. */
    static final int LIMIT = 256;

    private static final Logger LOG = LoggerFactory.getLogger(EngineGateway.class);
    private static final long JOIN_MILLIS = 10_000;
    /** Most things that happen write nothing into the log. */
    private static final long MOST_ITEMS_A_STEP = 100_000;

    private final Session session;
    private final Semaphore places = new Semaphore(LIMIT);
    /** One place more than commands, for the request to stop. */
    private final BlockingQueue<Order> orders = new ArrayBlockingQueue<>(LIMIT + 1);

    private final BlockingQueue<Runnable> reports = new ArrayBlockingQueue<>(LIMIT);
    private final Thread worker;
    private volatile boolean closed;
    private volatile Trouble trouble = Trouble.NONE;
    private volatile PumpRest pump = new PumpRest(() -> {});

    public EngineGateway(Session session) {
        this.session = session;
        this.worker = new Thread(this::work, "wsk-commands");
        worker.setDaemon(true);
    }

    public void start() {
        worker.start();
    }

    @Override
    public Submission submit(EngineCommand command, Consumer<CommandOutcome> onSettled) {
        if (closed || trouble.exists() || !session.commandable()) {
            return Submission.REFUSED_CLOSED;
        }
        if (!places.tryAcquire()) {
            return Submission.REFUSED_FULL;
        }
        orders.add(new Order(command, onSettled));
        return Submission.ACCEPTED;
    }

    /** Lets a world that nobody drives make one step. */
    public void stepWorld() {
        if (!closed && places.tryAcquire()) {
            orders.add(Order.STEP);
        }
    }

    /** Wakes the pump for every outcome; before {@link #start}. */
    void wakes(PumpRest resting) {
        pump = resting;
    }

    /** Whether there are outcomes to {@link #deliver}. Any thread. */
    boolean hasReports() {
        return !reports.isEmpty();
    }

    /** Whether commands are carried out. Any thread. */
    Trouble trouble() {
        return trouble;
    }

    /** Reports the outcomes there are to those who submitted the commands. FX thread, once a pulse. */
    void deliver() {
        for (int left = reports.size(); left > 0; left--) {
            Runnable report = reports.poll();
            if (report == null) {
                return;
            }
            places.release();
            report.run();
        }
    }

    /** Takes no more commands, drops those that wait, and waits for the one being carried out. */
    @Override
    public void close() {
        closed = true;
        orders.clear();
        orders.add(new Order(null, outcome -> {}));
        Joining.join(worker, JOIN_MILLIS);
    }

    @SuppressWarnings("ReferenceEquality") // there is one step
    private void work() {
        try {
            while (!closed) {
                Order order = orders.take();
                if (order == Order.STEP) {
                    session.step(MOST_ITEMS_A_STEP);
                    places.release();
                    continue;
                }
                EngineCommand command = order.command;
                if (command == null) {
                    return;
                }
                CommandOutcome outcome = execute(command);
                reports.add(() -> order.onSettled.accept(outcome));
                pump.wake();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error failed) {
            LOG.error("Commands are carried out no longer. Please report it.", failed);
            trouble = new Trouble(
                    Trouble.Kind.COMMANDS_STOPPED,
                    session.nanoTime(),
                    session.log().size());
            pump.wake();
        }
    }

    private CommandOutcome execute(EngineCommand command) {
        try {
            return session.execute(command);
        } catch (RuntimeException e) {
            LOG.error("The command {} failed inside the program. Please report it.", command, e);
            return CommandOutcome.refused(NtStatus.STATUS_UNSUCCESSFUL, FAILED);
        }
    }

    /** A command on its way; null asks the worker to stop. */
    private record Order(@Nullable EngineCommand command, Consumer<CommandOutcome> onSettled) {
        /** No command: the world makes a step. */
        static final Order STEP = new Order(null, outcome -> {});
    }
}

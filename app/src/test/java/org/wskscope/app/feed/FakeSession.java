package org.wskscope.app.feed;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.session.CallbackBehaviour;
import org.wskscope.engine.session.CommandOutcome;
import org.wskscope.engine.session.EngineCommand;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.session.Session;
import org.wskscope.engine.session.SessionChoices;
import org.wskscope.engine.testkit.ManualClock;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskFunction;

/** A session whose log a test writes by hand and whose commands a test answers. */
final class FakeSession implements Session {
    private static final int LIMIT = 1 << 18;

    final TraceLog log = new TraceLog(LIMIT);
    final ManualClock clock = new ManualClock();
    final ConcurrentLinkedQueue<EngineCommand> executed = new ConcurrentLinkedQueue<>();
    volatile Function<EngineCommand, CommandOutcome> answer = command -> CommandOutcome.SUCCESS;
    volatile boolean commandable = true;
    /** Looking at it fails. */
    volatile boolean broken;

    private final TraceStamp at = new TraceStamp();
    private int sockets;

    /** Appends a record stamped now. */
    void createSocket() {
        at.set(clock.nanoTime(), 0, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
        log.socketCreated(at, ++sockets, SocketCategory.BASIC, 2, 0);
    }

    /** Makes every command wait until the latch opens. */
    void blockCommands(CountDownLatch started, CountDownLatch latch) {
        answer = command -> {
            started.countDown();
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return CommandOutcome.SUCCESS;
        };
    }

    /** Appends an IRP that pends. */
    void pendIrp() {
        createSocket();
        log.irpPended(at, sockets, WskFunction.WSK_RECEIVE, 7, 100);
    }

    /** Appends until the log is full. */
    void fill() {
        createSocket();
        for (int i = 0; i < LIMIT; i++) {
            log.backlogChanged(at, sockets, i);
        }
    }

    void seal() {
        log.seal(at.set(clock.nanoTime(), -1, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE));
    }

    @Override
    public TraceReader log() {
        return log;
    }

    @Override
    public NanoClock clock() {
        if (broken) {
            throw new IllegalStateException("broken on purpose");
        }
        return clock;
    }

    @Override
    public int processorCount() {
        return 2;
    }

    @Override
    public boolean commandable() {
        return commandable;
    }

    @Override
    public SessionChoices choices() {
        return SessionChoices.DEFAULT;
    }

    @Override
    public long seed() {
        return 1;
    }

    @Override
    public CommandOutcome execute(EngineCommand command) {
        executed.add(command);
        return answer.apply(command);
    }

    @Override
    public List<PeerRow> peers() {
        return List.of();
    }

    @Override
    public @Nullable CallbackBehaviour behaviour(SocketId socket, WskCallback callback) {
        return null;
    }

    @Override
    public void close() {
        seal();
    }
}

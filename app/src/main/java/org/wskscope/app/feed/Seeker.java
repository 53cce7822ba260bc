package org.wskscope.app.feed;

import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.state.Moment;
import org.wskscope.app.state.Move;
import org.wskscope.engine.projection.History;
import org.wskscope.engine.projection.State;
import org.wskscope.engine.projection.StateFinder;

/**
 * Finds how things stood at other places than the tail, on the thread {@code wsk-seek}, which is made when first asked. Answers the newest question only; one that another
 * one followed meanwhile is forgotten.
 */
public final class Seeker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Seeker.class);
    private static final long JOIN_MILLIS = 5_000;

    private final Projector projector;
    private final StateFinder finder = new StateFinder();
    private volatile @Nullable Question question;
    private volatile @Nullable Answer answer;
    /** The question that could not be answered. */
    private volatile long failed;

    private volatile @Nullable Thread thread;
    private volatile boolean closed;
    private volatile PumpRest pump = new PumpRest(() -> {});

    /**
     * Where one wants to be.
     *
     * @param number names it; another number is another question
     * @param from where the move begins
     * @param atLeastNanos session time to say, if no record behind the place is earlier and the place is not
     */
    record Question(long number, Move move, long from, long atLeastNanos) {}

    /**
     * How things stood there.
     *
     * @param number of the question
     */
    record Answer(long number, Moment moment) {}

    public Seeker(Projector projector) {
        this.projector = projector;
    }

    /** Wakes the pump when there is an answer. */
    void wakes(PumpRest resting) {
        pump = resting;
    }

    /** Asks; the answer comes later. FX thread. */
    void ask(Question next) {
        question = next;
        Thread running = thread;
        if (closed) {
            return;
        }
        if (running == null) {
            running = new Thread(this::run, "wsk-seek");
            running.setDaemon(true);
            thread = running;
            running.start();
        } else {
            LockSupport.unpark(running);
        }
    }

    /** The newest answer there is; null before the first. Any thread. */
    @Nullable
    Answer answer() {
        return answer;
    }

    /** Whether this question will never be answered. Any thread. */
    boolean hasFailed(long number) {
        return failed == number;
    }

    /** Ends the thread and waits for it. */
    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null) {
            LockSupport.unpark(running);
            Joining.join(running, JOIN_MILLIS);
        }
    }

    private void run() {
        long answered = 0;
        boolean any = false;
        while (!closed) {
            Question next = question;
            if (next == null || any && next.number() == answered) {
                LockSupport.park(this);
                continue;
            }
            answered = next.number();
            any = true;
            try {
                answer = answer(next);
            } catch (RuntimeException | Error e) {
                failed = next.number();
                LOG.error("The place behind record {} cannot be shown. Please report the log.", next.from(), e);
            }
            pump.wake();
        }
    }

    /** One question. The seeking thread, or a test's. */
    Answer answer(Question asked) {
        History history = projector.newest().history();
        long from = Math.min(asked.from(), history.tail());
        Move.Past past = new Move.Past() {
            @Override
            public History history() {
                return history;
            }

            @Override
            public State at(long sequence) {
                return finder.at(history, sequence);
            }
        };
        long target = Math.max(0, Math.min(history.tail(), asked.move().target(past, from)));
        State state = finder.at(history, target);
        long until = target < history.tail()
                ? history.log().timeNanos(target)
                : projector.newest().timeNanos();
        long nanos = Math.max(state.timeNanos(), Math.min(asked.atLeastNanos(), until));
        return new Answer(asked.number(), new Moment(history.at(state), nanos, history));
    }
}

package org.wskscope.app.feed;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.app.state.BackgroundWork;

/** Gives the views' jobs their turns on the thread {@code wsk-views}, one after the other; without a job there is no thread, with nothing to do it sleeps. */
public final class BackgroundTurns implements BackgroundWork, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTurns.class);
    private static final long JOIN_MILLIS = 5_000;

    private final List<Turns> jobs = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private volatile @Nullable Thread thread;

    /** A job with what is asked of it. */
    private final class Turns implements Running {
        private final Job job;
        private volatile boolean woken = true;

        Turns(Job job) {
            this.job = job;
        }

        @Override
        public void wake() {
            if (!woken) {
                woken = true;
                unpark();
            }
        }

        @Override
        public void stop() {
            jobs.remove(this);
        }

        /** Returns whether more is to be done at once. */
        boolean turn() {
            if (!woken) {
                return false;
            }
            woken = false;
            try {
                if (job.turn()) {
                    woken = true;
                }
            } catch (RuntimeException e) {
                LOG.error("A view's work in the background failed and ends. The session goes on; please report it.", e);
                stop();
            }
            return woken;
        }
    }

    @Override
    public Running start(Job job) {
        if (closed) {
            return new Turns(job);
        }
        Turns turns = new Turns(job);
        jobs.add(turns);
        if (thread == null) {
            Thread made = new Thread(this::run, "wsk-views");
            made.setDaemon(true);
            thread = made;
            made.start();
        }
        unpark();
        return turns;
    }

    /** Ends the thread and waits for it. Any thread, after the last {@link #start}. */
    @Override
    public void close() {
        closed = true;
        jobs.clear();
        unpark();
        Thread running = thread;
        if (running != null) {
            Joining.join(running, JOIN_MILLIS);
        }
    }

    private void run() {
        while (!closed) {
            boolean busy = false;
            for (Turns turns : jobs) {
                busy |= turns.turn();
            }
            if (!busy) {
                LockSupport.park(this);
            }
        }
    }

    private void unpark() {
        LockSupport.unpark(thread);
    }
}

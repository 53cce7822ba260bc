package org.wskscope.app.view;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.app.state.BackgroundWork;

/** Background work that is done when a test says so, on its thread. */
public final class ManualWork implements BackgroundWork {
    private final List<Turns> jobs = new ArrayList<>();

    /** A job, and whether it wants a turn. */
    private final class Turns implements Running {
        private final Job job;
        private boolean woken = true;

        Turns(Job job) {
            this.job = job;
        }

        @Override
        public void wake() {
            woken = true;
        }

        @Override
        public void stop() {
            jobs.remove(this);
        }
    }

    @Override
    public Running start(Job job) {
        Turns turns = new Turns(job);
        jobs.add(turns);
        return turns;
    }

    /** Gives every job its turns until none wants one. */
    public void finish() {
        for (Turns turns : List.copyOf(jobs)) {
            while (turns.woken) {
                turns.woken = turns.job.turn();
            }
        }
    }

    /** How many jobs were started and not stopped. */
    public int running() {
        return jobs.size();
    }
}

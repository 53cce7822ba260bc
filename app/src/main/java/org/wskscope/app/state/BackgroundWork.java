package org.wskscope.app.state;

/**
 * Where a view leaves what costs with the number of records, requests or sockets. A job publishes what it found in a volatile field of its own, and the view looks there
 * once a pulse: nothing is handed over, and nobody waits.
 */
public interface BackgroundWork {
    /** Gives the job turns from now on, until it is stopped. FX thread. */
    Running start(Job job);

    /** What is done in turns. */
    @FunctionalInterface
    interface Job {
        /**
         * Does a piece of work that takes a few milliseconds. Called on the background thread only.
         *
         * @return true when more can be done now; after false it is called again when it is woken
         */
        boolean turn();
    }

    /** A job that was started. FX thread. */
    interface Running {
        /** There is something to do again. Costs next to nothing. */
        void wake();

        /** The job gets no further turns; one that runs ends by itself. */
        void stop();
    }
}

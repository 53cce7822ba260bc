package org.wskscope.engine.recording;

/** Hears how far a file is written or read, on the thread that does it, about a thousand times at most for 8 million records. */
@FunctionalInterface
public interface RunProgress {
    RunProgress NONE = (done, total) -> true;

    /**
     * @param done records so far
     * @param total how many there are
     * @return false to end it here: what is being written is then deleted, what is being read is given up
     */
    boolean advanced(long done, long total);
}

package org.wskscope.app.state;

/** What moves the moment. Immutable. */
public sealed interface Cursor permits Cursor.Follow, Cursor.At, Cursor.Play {
    /** It is the tail, whatever comes. */
    record Follow() implements Cursor {}

    /**
     * It stands still.
     *
     * @param sequence number of records before it
     */
    record At(long sequence) implements Cursor {}

    /**
     * It goes from one record to the next as their time tells.
     *
     * @param from number of records before the place it began at
     * @param speed session nanoseconds to a real one; negative goes backwards
     */
    record Play(long from, double speed) implements Cursor {}

    /** Whether it moves by itself. */
    default boolean isRunning() {
        return !(this instanceof At);
    }
}

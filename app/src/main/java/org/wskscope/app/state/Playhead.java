package org.wskscope.app.state;

import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * The place in the log all views show. Its time runs on smoothly between records, so that open bars can grow; it never claims more than is known: every record up to
 * that time is in the snapshot. FX thread.
 */
public final class Playhead {
    private final ReadOnlyLongWrapper sequence = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper timeNanos = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper lagRecords = new ReadOnlyLongWrapper();

    Playhead() {}

    /** Number of records shown: the sequence the next one will have. */
    public long sequence() {
        return sequence.get();
    }

    public ReadOnlyLongProperty sequenceProperty() {
        return sequence.getReadOnlyProperty();
    }

    /** Session time, nanoseconds. */
    public long timeNanos() {
        return timeNanos.get();
    }

    public ReadOnlyLongProperty timeNanosProperty() {
        return timeNanos.getReadOnlyProperty();
    }

    /** How many records the log has that are not shown yet. */
    public long lagRecords() {
        return lagRecords.get();
    }

    public ReadOnlyLongProperty lagRecordsProperty() {
        return lagRecords.getReadOnlyProperty();
    }

    void moveTo(long newSequence, long newTimeNanos, long logSize) {
        sequence.set(newSequence);
        timeNanos.set(newTimeNanos);
        lagRecords.set(Math.max(0, logSize - newSequence));
    }
}

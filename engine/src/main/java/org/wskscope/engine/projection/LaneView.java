package org.wskscope.engine.projection;

/** One lane up to a snapshot's playhead. Immutable to its reader, shared with the projector; any thread. */
public interface LaneView {
    LaneKey key();

    /** Number of bars that began up to the playhead. */
    int size();

    /** The bar at {@code index} as seen from the playhead. */
    Bar bar(int index);

    /**
     * Visits, about in order of start, every bar that overlaps {@code fromNanos} … {@code toNanos}; a bar that is open counts as lasting for ever. Bars that cannot be
     * told apart at {@code nanosPerPixel} come as one group, so that the cost follows the pixels and not the number of bars; 0 groups nothing.
     */
    void visit(long fromNanos, long toNanos, double nanosPerPixel, BarVisitor visitor);

    /** The index of the newest bar of this request that began no later than the record {@code sequence}, or −1. */
    int indexOfRequest(int irp, long sequence);

    /** How many bars began before the record {@code sequence}. */
    int sizeBefore(long sequence);

    /** The index of the bar begun by the record {@code startSequence}, or −1. */
    int indexOf(long startSequence);
}

package org.wskscope.engine.projection;

/** One lane up to a snapshot's playhead. Immutable to its reader, shared with the projector; any thread. */
public interface LaneView {
    LaneKey key();

    /** Number of bars that began up to the playhead. */
    int size();

    /** The bar at {@code index} as seen from the playhead. */
    Bar bar(int index);

    /**
     * Visits, in order of start, every bar that overlaps {@code fromNanos} … {@code toNanos}; bars that together would be narrower than {@code
     * nanosPerPixel} come as one group, so the cost follows the pixels and not the number of bars.
     */
    void visit(long fromNanos, long toNanos, double nanosPerPixel, BarVisitor visitor);

    /** The index of the bar begun by the record {@code startSequence}, or −1. */
    int indexOf(long startSequence);
}

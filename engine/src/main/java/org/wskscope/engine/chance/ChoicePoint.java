package org.wskscope.engine.chance;

/** What a choice is about; {@code ordinal()} is stored: append only. In every case option 0 is the ordinary course. */
public enum ChoicePoint {
    /** Whose item runs next: option 0 is the one that has waited longest; the network counts as one more processor. */
    NEXT_ITEM,
    /** How much longer than the shortest latency a packet takes. */
    LATENCY,
    /** Whether a datagram is lost. */
    LOSS,
    /** Whether a datagram arrives twice. */
    DUPLICATION,
    /** Whether a datagram lets later ones overtake it. */
    REORDERING,
    /** How much smaller than the largest a segment is. */
    SEGMENT_SIZE,
    /** Whether an event overtakes the request that is pending on its socket (C-41). */
    EVENT_OVERTAKES,
    /** Which level a callback runs at, and whether it is told (C-34). */
    CALLBACK_LEVEL,
    /** Whether a send that the transport could take at once completes before its call returns (C-45). */
    SEND_INLINE;

    /** With it the seed that SCN-08-CHAOS names gives its race for whichever of the first five sockets the listener is. */
    private static final int SALT_OF_RACES = 350;

    /** What tells the choices of this point from those of the others for one seed; never changed, or seeds mean other runs. */
    public int salt() {
        return this == EVENT_OVERTAKES ? SALT_OF_RACES : ordinal() + 1;
    }

    /** Whether a person cares how it went: the others are many, and follow from the seed. */
    public boolean isOfInterest() {
        return switch (this) {
            case LOSS, DUPLICATION, REORDERING, EVENT_OVERTAKES, CALLBACK_LEVEL, SEND_INLINE -> true;
            case NEXT_ITEM, LATENCY, SEGMENT_SIZE -> false;
        };
    }

    /** Whether the key of such a choice is a socket's id. */
    public boolean isOfSocket() {
        return switch (this) {
            case EVENT_OVERTAKES, CALLBACK_LEVEL, SEND_INLINE -> true;
            case NEXT_ITEM, LATENCY, LOSS, DUPLICATION, REORDERING, SEGMENT_SIZE -> false;
        };
    }
}

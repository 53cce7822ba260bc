package org.wskscope.engine.transport.memory;

/** What a choice is about. In every case option 0 is the ordinary course. */
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
    SEGMENT_SIZE
}

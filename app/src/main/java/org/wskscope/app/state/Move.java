package org.wskscope.app.state;

import org.wskscope.engine.projection.History;
import org.wskscope.engine.projection.State;

/** A way from one moment to another. Asked on the seeking thread, and may cost with the records in between. */
@FunctionalInterface
public interface Move {
    /** What a move is decided by. */
    interface Past {
        History history();

        /** How things stood when the records before {@code sequence} were all there are. */
        State at(long sequence);
    }

    /** Where it leads from {@code sequence}, which is between 0 and the tail; kept in between by who asks. */
    long target(Past past, long sequence);

    /** This move, and then {@code next}. */
    default Move then(Move next) {
        return (past, sequence) -> {
            long between = Math.max(0, Math.min(past.history().tail(), target(past, sequence)));
            return next.target(past, between);
        };
    }
}

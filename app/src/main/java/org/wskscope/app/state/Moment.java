package org.wskscope.app.state;

import org.wskscope.engine.projection.History;
import org.wskscope.engine.projection.ScopeSnapshot;

/**
 * The present of all views: one place in the log, how things stood there, and what is known of the log beyond it. Immutable.
 *
 * @param snapshot how things stood
 * @param timeNanos session time, which goes on between records: every record up to it is in the snapshot
 * @param history what is known up to the tail
 */
public record Moment(ScopeSnapshot snapshot, long timeNanos, History history) {
    /** How many records lie before it: the sequence of the next one. */
    public long sequence() {
        return snapshot.playhead();
    }
}

package org.wskscope.app.view.moment;

import org.wskscope.engine.projection.ScopeSnapshot;

/** Says of a record what it is, in a few words. */
@FunctionalInterface
public interface MomentText {
    /** {@code sequence} is of a record that is in the log; sockets are named as {@code snapshot} knows them. */
    String of(ScopeSnapshot snapshot, long sequence);
}

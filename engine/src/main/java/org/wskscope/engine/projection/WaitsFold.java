package org.wskscope.engine.projection;

import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.trace.RecordCursor;

/** The waits inside the callbacks and completion routines of one socket (C-32). As many as there are processors, at most. */
@ProjectorThread
final class WaitsFold {
    private final List<OpenWait> open;

    WaitsFold() {
        open = new ArrayList<>(0);
    }

    WaitsFold(WaitsFold other) {
        open = new ArrayList<>(other.open);
    }

    /** Oldest first. */
    List<OpenWait> open() {
        return List.copyOf(open);
    }

    void began(RecordCursor record, long nowNanos) {
        open.add(new OpenWait(
                record.sequence(),
                record.waitFor(),
                record.irp(),
                record.within(),
                nowNanos,
                record.hindrance(),
                OpenWait.UNEXPLAINED));
    }

    void stuck(RecordCursor record) {
        open.replaceAll(wait -> wait.began() == record.began() ? wait.explainedBy(record.sequence()) : wait);
    }

    void ended(RecordCursor record) {
        open.removeIf(wait -> wait.began() == record.began());
    }
}

package org.wskscope.engine.projection;

import org.wskscope.engine.trace.Hindrance;
import org.wskscope.engine.trace.WaitFor;

/**
 * A wait of the client that is not over yet: inside code that WSK runs for a socket (C-32), or on a thread of its own.
 *
 * @param began sequence of its WaitBegan record
 * @param what it waits for
 * @param irp the IRP it waits for, 0 for anything else
 * @param within the record of the callback or completion that waits, or −1
 * @param sinceNanos session time it began
 * @param hindrance what had to happen first when it began, for a deregistration and a capture
 * @param explained sequence of the DeadlockFound record that says why it cannot end (THR-13), or −1
 */
public record OpenWait(
        long began, WaitFor what, int irp, long within, long sinceNanos, Hindrance hindrance, long explained) {
    /** Nobody knows yet whether the wait can end. */
    static final long UNEXPLAINED = -1;

    OpenWait explainedBy(long sequence) {
        return new OpenWait(began, what, irp, within, sinceNanos, hindrance, sequence);
    }

    /** Whether it is known that the wait cannot end by itself. */
    public boolean isStuck() {
        return explained != UNEXPLAINED;
    }
}

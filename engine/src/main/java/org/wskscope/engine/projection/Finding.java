package org.wskscope.engine.projection;

import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Violation;

/**
 * A piece of misuse in the log.
 *
 * @param sequence the ViolationFound record
 * @param about the record it concerns, or −1
 * @param explained the newest DeadlockFound record about the same wait, or −1
 */
public record Finding(long sequence, long timeNanos, SocketId socket, Violation violation, long about, long explained) {
    /** Nothing explains it beyond the rule. */
    public static final long UNEXPLAINED = -1;

    Finding explainedBy(long record) {
        return new Finding(sequence, timeNanos, socket, violation, about, record);
    }
}

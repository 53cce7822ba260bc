package org.wskscope.engine.trace;

import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.wsk.SocketId;

/**
 * What every trace record has.
 *
 * @param sequence the record's place in the log, from 0; the only order there is
 * @param timeNanos session time, nanoseconds
 * @param processor the processor it happened on, or −1 for a thread that is none
 * @param irql the simulated level
 * @param socket the socket concerned; {@link #NO_SOCKET} when none is
 * @param cause the sequence of the record that led to this one, or −1
 */
public record RecordHead(long sequence, long timeNanos, int processor, Irql irql, SocketId socket, long cause) {
    public static final SocketId NO_SOCKET = new SocketId(0);
    public static final long NO_CAUSE = -1;
    public static final int NO_PROCESSOR = -1;
}

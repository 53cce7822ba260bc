package org.wskscope.engine.projection;

import java.io.IOException;
import org.wskscope.engine.trace.TraceReader;

/**
 * Tells a log as a conversation, one line for each step that client, WSK or peer could see:
 *
 * <pre>
 * A>  what the client calls      A&lt;  what that call answered     W>  WSK calls a callback, or the callback returns
 * P>  what the peer does         --  nothing happens, and why     IRP a completion routine runs: status, Information
 * </pre>
 *
 * <p>Owned by one thread; each record is given once, in order.
 */
public final class TraceNotation {
    private final NotationFold fold;

    /**
     * @param names gives the sockets their names; this object tells it of sockets created, nobody else may
     */
    public TraceNotation(SocketNames names) {
        fold = new NotationFold(names);
    }

    public TraceNotation() {
        this(new SocketNames());
    }

    /** Appends the lines of the records {@code from} … {@code to} − 1, each ended by a line feed. */
    public void append(TraceReader log, long from, long to, Appendable out) throws IOException {
        for (long sequence = from; sequence < to; sequence++) {
            TraceLine line = log.read(sequence).accept(fold);
            if (line.step()) {
                out.append(line.text()).append('\n');
            }
        }
    }
}

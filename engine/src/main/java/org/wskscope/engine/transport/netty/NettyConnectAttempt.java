package org.wskscope.engine.transport.netty;

import java.net.InetSocketAddress;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.time.SystemClock;

/** A connect under way: between which ends and since when, without which its failure cannot be understood. The stream's processor. */
final class NettyConnectAttempt {
    private final StatusMapping statuses;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final NanoClock since = new SystemClock();

    /** Begins now. */
    NettyConnectAttempt(StatusMapping statuses, InetSocketAddress local, InetSocketAddress remote) {
        this.statuses = statuses;
        this.local = local;
        this.remote = remote;
    }

    /** What it means that it failed now. */
    NtStatus failed(Throwable cause) {
        return statuses.connectFailure(cause, local, remote, since.nanoTime());
    }
}

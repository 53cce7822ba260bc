package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/**
 * One built-in peer now. Immutable.
 *
 * @param id its number, from 1
 * @param local its own address once it has one, else null: ties it to a connection's remote address
 * @param running false when it has ended or failed
 * @param lastStatus STATUS_SUCCESS, or why it ended
 */
public record PeerRow(
        int id,
        PeerKind kind,
        PeerSettings settings,
        @Nullable InetSocketAddress local,
        boolean running,
        long bytesSent,
        long bytesReceived,
        long messagesSent,
        NtStatus lastStatus) {}

package org.wskscope.engine.projection;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/**
 * One built-in peer as the log tells it. Immutable.
 *
 * @param peer its number, from 1
 * @param text its kind and settings, as the record of its start has them
 * @param local its own address once it has one, else null
 * @param running false when it has ended or failed
 * @param status STATUS_SUCCESS, or why it failed
 */
public record RemoteEnd(
        int peer,
        String text,
        @Nullable InetSocketAddress local,
        boolean running,
        long bytesSent,
        long bytesReceived,
        long messagesSent,
        NtStatus status) {
    static RemoteEnd started(int peer, String text) {
        return new RemoteEnd(peer, text, null, true, 0, 0, 0, NtStatus.STATUS_SUCCESS);
    }

    RemoteEnd at(InetSocketAddress address) {
        return new RemoteEnd(peer, text, address, running, bytesSent, bytesReceived, messagesSent, status);
    }
}

package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.RemoteEnd;

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
        NtStatus lastStatus) {

    /** As the log tells it. */
    public static PeerRow of(RemoteEnd toNotify) {
        return row(toNotify, PeerSettings.kind(toNotify.text()), PeerSettings.parse(toNotify.text()));
    }

    /** As {@link #of}, of the same peer later: reads nothing twice. */
    public PeerRow as(RemoteEnd toNotify) {
        return row(toNotify, kind, settings);
    }

    private static PeerRow row(RemoteEnd toNotify, PeerKind kind, PeerSettings settings) {
        return new PeerRow(
                toNotify.peer(),
                kind,
                settings,
                toNotify.local(),
                toNotify.running(),
                toNotify.bytesSent(),
                toNotify.bytesReceived(),
                toNotify.messagesSent(),
                toNotify.status());
    }
}

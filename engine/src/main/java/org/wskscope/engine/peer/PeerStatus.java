package org.wskscope.engine.peer;

import java.net.InetSocketAddress;
import org.wskscope.engine.nt.NtStatus;

/**
 * What a peer has done so far. The counters are read one after another while the peer works on, so they may be a message apart.
 *
 * @param local the address it is bound to; port 0 before that
 * @param bytesSent payload bytes handed to the system
 * @param bytesReceived payload bytes that arrived
 * @param messagesSent messages or datagrams handed to the system
 * @param messagesReceived whole messages or datagrams that arrived
 * @param errors how many operations failed
 * @param lastError the last failure; STATUS_SUCCESS when there was none. An echo that is not what was sent is STATUS_NO_MATCH
 */
public record PeerStatus(
        PeerState state,
        InetSocketAddress local,
        long bytesSent,
        long bytesReceived,
        long messagesSent,
        long messagesReceived,
        long errors,
        NtStatus lastError) {}

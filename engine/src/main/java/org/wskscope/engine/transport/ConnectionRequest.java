package org.wskscope.engine.transport;

import java.net.InetSocketAddress;

/**
 * A connection request that waits for its inspection (section 6.2). Exactly one answer is heeded; after the request was dropped none is. Any thread. Requests are
 * told apart by identity.
 */
public interface ConnectionRequest {
    /** The address the request came in on. */
    InetSocketAddress localAddress();

    InetSocketAddress remoteAddress();

    /** The handshake goes on: {@link AcceptListener#connectionEstablished} or {@link AcceptListener#requestDropped} follows. */
    void accept();

    /** The request is dropped, its peer refused; nothing follows. */
    void reject();
}

package org.wskscope.engine.transport;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Is told of datagrams, on the channel's processor, one call at a time. */
public interface DatagramListener {
    /**
     * @param bytes the datagram, valid during this call only
     * @param flags {@code MSG_BCAST} or {@code MSG_MCAST} where the transport knows (FID-8), else 0
     */
    void datagramArrived(DatagramChannel channel, ByteBuffer bytes, InetSocketAddress remote, int flags);

    /** The read loop took all there was for now. */
    void readComplete(DatagramChannel channel);

    /** The socket failed for good. */
    void channelFailed(DatagramChannel channel);
}

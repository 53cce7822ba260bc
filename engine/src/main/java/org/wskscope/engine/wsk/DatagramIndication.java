package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** {@code WSK_DATAGRAM_INDICATION}: a list of received datagrams, one an element (EVT-RFR-02). Lifetime as {@link DataIndication}. */
public interface DatagramIndication {
    @Nullable
    DatagramIndication next();

    /** Writes {@code Next}: a client may cut a retained list or join two before it releases them (API-REL-05). */
    void setNext(@Nullable DatagramIndication next);

    WskBuf buffer();

    /** Control data, null exactly when its length is 0 (EVT-RFR-12). */
    @Nullable
    ByteBuffer controlInfo();

    InetSocketAddress remoteAddress();
}

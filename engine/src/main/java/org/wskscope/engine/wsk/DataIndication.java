package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;

/**
 * {@code WSK_DATA_INDICATION}: a list of received buffers, supplied by WSK. Valid during the callback only, unless the callback returns STATUS_PENDING, which
 * keeps it until {@code WskRelease} (EVT-RCV-08, EVT-RCV-19).
 */
public interface DataIndication {
    @Nullable
    DataIndication next();

    /** Writes {@code Next}: a client may cut a retained list or join two before it releases them (API-REL-05). */
    void setNext(@Nullable DataIndication next);

    /** The received bytes; use after their lifetime is VIO-15. */
    WskBuf buffer();
}

package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** {@code PFN_WSK_RECEIVE_EVENT} (section 3.6). Runs on the socket's processor, never twice at once on one socket (EVT-RCV-13). */
@FunctionalInterface
public interface WskReceiveEvent {
    /**
     * @param dataIndication the received buffers, or null when the socket is dead (EVT-RCV-17)
     * @param bytesIndicated bytes in the whole list
     * @param bytesAccepted in: {@code bytesIndicated}; out: how many were consumed, read only when SUCCESS is returned
     * @return STATUS_SUCCESS, STATUS_PENDING or STATUS_DATA_NOT_ACCEPTED
     */
    NtStatus receiveEvent(
            @Nullable Object socketContext,
            ReceiveEventFlags flags,
            @Nullable DataIndication dataIndication,
            long bytesIndicated,
            BytesAccepted bytesAccepted);
}

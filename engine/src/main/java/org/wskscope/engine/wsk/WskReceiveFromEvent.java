package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** {@code PFN_WSK_RECEIVE_FROM_EVENT} (section 3.5). Runs on the socket's processor. */
@FunctionalInterface
public interface WskReceiveFromEvent {
    /**
     * @param dataIndication the datagrams, or null when the socket is dead (EVT-RFR-11)
     * @return STATUS_SUCCESS, STATUS_PENDING or STATUS_DATA_NOT_ACCEPTED
     */
    NtStatus receiveFromEvent(
            @Nullable Object socketContext, ReceiveFromEventFlags flags, @Nullable DatagramIndication dataIndication);
}

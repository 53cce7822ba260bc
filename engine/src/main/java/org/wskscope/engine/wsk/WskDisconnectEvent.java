package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** {@code PFN_WSK_DISCONNECT_EVENT} (section 3.7): the remote side disconnected. */
@FunctionalInterface
public interface WskDisconnectEvent {
    /** @return STATUS_SUCCESS */
    NtStatus disconnectEvent(@Nullable Object socketContext, DisconnectEventFlags flags);
}

package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** {@code PFN_WSK_CLIENT_EVENT} (section 3.9): registered and never called by itself, because no client event is defined (EVT-CLI-02); a test may raise one. */
@FunctionalInterface
public interface WskClientEvent {
    /** @return STATUS_NOT_IMPLEMENTED */
    NtStatus clientEvent(
            @Nullable Object clientContext, int eventType, @Nullable Object information, long informationLength);
}

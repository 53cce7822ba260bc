package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** {@code PFN_WSK_SEND_BACKLOG_EVENT} (section 3.8): the ideal send backlog changed; advice only. */
@FunctionalInterface
public interface WskSendBacklogEvent {
    /**
     * @param idealBacklogSize bytes worth keeping submitted and not completed
     * @return STATUS_SUCCESS
     */
    NtStatus sendBacklogEvent(@Nullable Object socketContext, long idealBacklogSize);
}

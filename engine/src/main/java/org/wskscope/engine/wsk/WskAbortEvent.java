package org.wskscope.engine.wsk;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** {@code PFN_WSK_ABORT_EVENT} (section 6): an inspected request was dropped. */
@FunctionalInterface
public interface WskAbortEvent {
    NtStatus abortEvent(@Nullable Object socketContext, InspectId inspectId);
}

package org.wskscope.engine.kernel;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.WskCallback;

/** Which statuses each callback may return (section 3.1). */
final class CallbackReturns {
    private CallbackReturns() {}

    /** False makes the return a violation (VIO-06, EVT-GEN-12). */
    static boolean permits(WskCallback callback, NtStatus status) {
        boolean success = status.equals(NtStatus.STATUS_SUCCESS);
        return switch (callback) {
            case ACCEPT -> success || status.equals(NtStatus.STATUS_REQUEST_NOT_ACCEPTED);
            case RECEIVE, RECEIVE_FROM ->
                success || status.equals(NtStatus.STATUS_PENDING) || status.equals(NtStatus.STATUS_DATA_NOT_ACCEPTED);
            case CLIENT -> success || status.equals(NtStatus.STATUS_NOT_IMPLEMENTED);
            case EXTENSION -> true;
            case INSPECT -> InspectAction.of(status.code()).isPresent();
            case ABORT, DISCONNECT, SEND_BACKLOG -> success;
        };
    }
}

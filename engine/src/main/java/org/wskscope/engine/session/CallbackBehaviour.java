package org.wskscope.engine.session;

import org.wskscope.engine.nt.NtStatus;

/**
 * What the demonstration client does in one callback of one socket.
 *
 * @param status what it returns
 * @param bytesAccepted bytes a receive callback says it consumed; −1 for all of them
 * @param workNanos how long the call stays in progress before it returns by itself; 0 returns at once
 * @param hold the call stays in progress until somebody returns it by hand
 * @param holdOnce with {@code hold}: only the next call is held
 * @param echo a receive or receive-from callback sends back what it consumed
 */
public record CallbackBehaviour(
        NtStatus status, long bytesAccepted, long workNanos, boolean hold, boolean holdOnce, boolean echo) {
    public static final long ALL_BYTES = -1;

    /** Takes everything, returns STATUS_SUCCESS at once, echoes. */
    public static final CallbackBehaviour ECHO =
            new CallbackBehaviour(NtStatus.STATUS_SUCCESS, ALL_BYTES, 0, false, false, true);
}

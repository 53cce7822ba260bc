package org.wskscope.engine.session;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketId;

/**
 * How a command was answered. The log has the same in its CommandSettled record.
 *
 * @param status what WSK answered; STATUS_PENDING when an IRP completes later
 * @param message a key of the words bundle that says more than the status, or empty
 * @param socket the socket a creating command made, else null
 */
public record CommandOutcome(
        NtStatus status, String message, @Nullable SocketId socket) {}

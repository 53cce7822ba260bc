package org.wskscope.app.view.sockets;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketId;

/**
 * How a command was answered, in words. Immutable.
 *
 * @param status what WSK answered
 * @param refused WSK or the session did not do it
 * @param sentence why it was refused and what to do; empty otherwise
 * @param socket the socket a creating command made, else null
 * @param irp the IRP that went with it, 0 for none
 */
record SocketAnswer(
        NtStatus status,
        boolean refused,
        String sentence,
        @Nullable SocketId socket,
        int irp) {}

package org.wskscope.engine.session;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketId;

/**
 * How a command was answered. Immutable. The log has the same in its CommandSettled record.
 *
 * @param status what WSK answered; STATUS_PENDING when an IRP completes later
 * @param message says more than the status where there is more to say, else {@link CommandMessage#NONE}
 * @param socket the socket a creating command made, else null
 * @param irp the number of the IRP the command gave WSK, or 0
 * @param peer the number of the peer the command started, or 0
 */
public record CommandOutcome(
        NtStatus status, CommandMessage message, @Nullable SocketId socket, int irp, int peer) {
    public static final CommandOutcome SUCCESS = of(NtStatus.STATUS_SUCCESS);

    public static CommandOutcome of(NtStatus status) {
        return of(status, CommandMessage.NONE);
    }

    /** Carried out; {@code message} says what the answer means. */
    public static CommandOutcome of(NtStatus status, CommandMessage message) {
        return new CommandOutcome(status, message, null, 0, 0);
    }

    /** Not carried out, and why. */
    public static CommandOutcome refused(NtStatus status, CommandMessage message) {
        return of(status, message);
    }

    public CommandOutcome withSocket(SocketId newSocket) {
        return new CommandOutcome(status, message, newSocket, irp, peer);
    }

    public CommandOutcome withIrp(int newIrp) {
        return new CommandOutcome(status, message, socket, newIrp, peer);
    }

    public CommandOutcome withPeer(int newPeer) {
        return new CommandOutcome(status, message, socket, irp, newPeer);
    }
}

package org.wskscope.engine.projection;

import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/**
 * A callback that was entered and has not returned.
 *
 * @param entered sequence of its CallbackEntered record; names the call in commands
 * @param sinceNanos session time it began
 * @param deferred it asked to return later (C-40): it holds no thread
 * @param amount bytes, datagrams or backlog size it was given
 * @param subject the accepted socket of an accept callback, else socket 0
 */
public record CallbackInFlight(
        WskCallback callback, long entered, long sinceNanos, boolean deferred, long amount, SocketId subject) {}

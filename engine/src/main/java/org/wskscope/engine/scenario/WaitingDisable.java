package org.wskscope.engine.scenario;

import org.wskscope.engine.wsk.SocketId;

/**
 * SCN-03 in the middle: a receive callback is held, and the disabling of its event waits for it. Immutable.
 *
 * @param listener the scenario's own listening socket
 * @param connection whose callback is held
 * @param peer the number of the peer at the other end
 * @param entered the sequence of the record at which the held callback began; what returning it by hand asks for
 * @param irp the number of the IRP that completes when the callback has returned
 */
public record WaitingDisable(SocketId listener, SocketId connection, int peer, long entered, int irp) {}

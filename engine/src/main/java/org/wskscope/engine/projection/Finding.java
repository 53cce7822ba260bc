package org.wskscope.engine.projection;

import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.Violation;

/**
 * A piece of misuse in the log.
 *
 * @param sequence the ViolationFound record
 * @param about the record it concerns, or −1
 */
public record Finding(long sequence, long timeNanos, SocketId socket, Violation violation, long about) {}

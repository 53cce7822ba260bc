package org.wskscope.engine.wsk;

/**
 * The number of a socket within its session, from 1. Records, commands and views speak of sockets by this id; names such as C1 are derived from the log.
 */
public record SocketId(int value) {}

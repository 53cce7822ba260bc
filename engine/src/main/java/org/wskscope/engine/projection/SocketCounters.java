package org.wskscope.engine.projection;

/**
 * Traffic of one socket so far.
 *
 * @param messages times that data arrived: reads of a connection, datagrams
 * @param bytesReceived bytes that arrived
 * @param bytesSent bytes that went out
 * @param datagramsReceived datagrams that arrived
 * @param datagramsDropped datagrams thrown away
 * @param accepted connections a listener handed over
 * @param callbacks callbacks entered
 * @param violations findings about this socket, but for those that something took long
 * @param lastSequence the newest record about this socket
 */
public record SocketCounters(
        long messages,
        long bytesReceived,
        long bytesSent,
        long datagramsReceived,
        long datagramsDropped,
        long accepted,
        long callbacks,
        long violations,
        long lastSequence) {}

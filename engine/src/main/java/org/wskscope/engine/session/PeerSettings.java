package org.wskscope.engine.session;

import java.net.InetSocketAddress;

/**
 * What a built-in peer does. Values outside their range are refused with STATUS_INVALID_PARAMETER and the name of the field.
 *
 * @param target where it connects or sends; a loopback address
 * @param messageBytes bytes of one message, 1 … 65 507 for datagrams, 1 … 65 536 else
 * @param messagesPerSecond rate, 1 … 100 000; for the slow reader how often it reads {@code messageBytes}; a burst goes as fast as it can
 * @param messages how many in all, 0 for no end; a burst needs an end; the resetter resets after so many, or after one for 0
 */
public record PeerSettings(InetSocketAddress target, int messageBytes, double messagesPerSecond, long messages) {}

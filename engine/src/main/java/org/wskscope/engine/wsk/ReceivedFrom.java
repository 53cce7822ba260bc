package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;

/**
 * What {@code WskReceiveFrom} reports beside the bytes.
 *
 * @param remoteAddress the sender
 * @param flags {@code MSG_TRUNC} and {@code MSG_CTRUNC} for short buffers (API-RCV-07)
 * @param controlLength how many bytes of control information were written, {@code ControlLength}
 */
public record ReceivedFrom(InetSocketAddress remoteAddress, ReceiveFromEventFlags flags, int controlLength) {}

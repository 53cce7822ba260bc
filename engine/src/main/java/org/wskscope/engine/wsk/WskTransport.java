package org.wskscope.engine.wsk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * {@code WSK_TRANSPORT}: one kind of socket the subsystem can make; {@code WSK_TRANSPORT_LIST_QUERY} answers an array of them.
 *
 * @param version of the interface, as {@link WskVersion} writes it
 * @param socketType {@code SOCK_STREAM}, {@code SOCK_DGRAM} or {@code SOCK_RAW}
 * @param protocol {@code IPPROTO_TCP} or {@code IPPROTO_UDP}
 * @param addressFamily {@code AF_INET} or {@code AF_INET6}
 * @param providerId who provides it
 */
public record WskTransport(int version, int socketType, int protocol, int addressFamily, UUID providerId) {
    /** {@code sizeof(WSK_TRANSPORT)}, bytes. */
    public static final int SIZE = 28;

    /** Writes the structure at the buffer's position, which moves behind it, in the buffer's byte order. */
    public void writeTo(ByteBuffer buffer) {
        buffer.putShort((short) version);
        buffer.putShort((short) socketType);
        buffer.putInt(protocol);
        buffer.putShort((short) addressFamily);
        buffer.putShort((short) 0);
        buffer.putLong(providerId.getMostSignificantBits());
        buffer.putLong(providerId.getLeastSignificantBits());
    }

    /** Every whole structure between position and limit; the position moves behind them. */
    public static List<WskTransport> readAll(ByteBuffer buffer) {
        List<WskTransport> transports = new ArrayList<>();
        while (buffer.remaining() >= SIZE) {
            int version = buffer.getShort();
            int socketType = buffer.getShort();
            int protocol = buffer.getInt();
            int addressFamily = buffer.getShort();
            buffer.getShort();
            transports.add(new WskTransport(
                    version, socketType, protocol, addressFamily, new UUID(buffer.getLong(), buffer.getLong())));
        }
        return transports;
    }
}

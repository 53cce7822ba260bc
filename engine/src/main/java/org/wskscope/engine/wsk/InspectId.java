package org.wskscope.engine.wsk;

import java.nio.ByteBuffer;

/**
 * {@code WSK_INSPECT_ID}: names a connection request; compared by content (EVT-INS-10).
 *
 * @param key pointer-sized part
 * @param serialNumber 32-bit part
 */
public record InspectId(long key, int serialNumber) {
    /** {@code sizeof(WSK_INSPECT_ID)} on 64-bit Windows, bytes: the two parts and padding. */
    public static final int SIZE = 2 * Long.BYTES;

    /** Writes the C structure at the buffer's position, in its byte order, without moving it. */
    public void writeTo(ByteBuffer buffer) {
        int at = buffer.position();
        buffer.putLong(at, key).putInt(at + Long.BYTES, serialNumber).putInt(at + Long.BYTES + Integer.BYTES, 0);
    }

    /** Reads what {@link #writeTo} wrote, without moving the buffer. */
    public static InspectId readFrom(ByteBuffer buffer) {
        int at = buffer.position();
        return new InspectId(buffer.getLong(at), buffer.getInt(at + Long.BYTES));
    }
}

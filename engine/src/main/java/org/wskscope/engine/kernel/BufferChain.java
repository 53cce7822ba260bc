package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;

/** Reads and writes the bytes of a {@link WskBuf}, never moving the client's buffer positions. */
final class BufferChain {
    private BufferChain() {}

    /** The chain has the bytes it promises, and can be written if that is wanted. */
    static boolean isSound(WskBuf buffer, boolean writable) {
        if (buffer.length() < 0 || buffer.offset() < 0) {
            return false;
        }
        Mdl first = buffer.mdl();
        if (first == null) {
            return buffer.length() == 0;
        }
        if (buffer.offset() > first.bytes().remaining()) {
            return false;
        }
        long available = -(long) buffer.offset();
        for (Mdl mdl = first; mdl != null && available < buffer.length(); mdl = mdl.next()) {
            if (writable && mdl.bytes().isReadOnly()) {
                return false;
            }
            available += mdl.bytes().remaining();
        }
        return available >= buffer.length();
    }

    /** The same bytes in memory of WSK's own. */
    static WskBuf copyOf(WskBuf buffer) {
        ByteBuffer copy = ByteBuffer.allocate((int) buffer.length());
        int skip = buffer.offset();
        for (Mdl mdl = buffer.mdl(); mdl != null && copy.hasRemaining(); mdl = mdl.next()) {
            ByteBuffer bytes = mdl.bytes();
            int count = Math.min(copy.remaining(), bytes.remaining() - skip);
            copy.put(bytes.slice(bytes.position() + skip, count));
            skip = 0;
        }
        return WskBuf.of(copy.flip());
    }

    /** Copies {@code length} bytes of {@code source} to the chain, {@code at} bytes behind its start. */
    static void write(WskBuf target, long at, byte[] source, int from, int length) {
        long skip = at + target.offset();
        int read = from;
        int left = length;
        for (Mdl mdl = target.mdl(); mdl != null && left > 0; mdl = mdl.next()) {
            ByteBuffer bytes = mdl.bytes();
            int room = bytes.remaining();
            if (skip >= room) {
                skip -= room;
                continue;
            }
            int count = (int) Math.min(left, room - skip);
            bytes.put(bytes.position() + (int) skip, source, read, count);
            read += count;
            left -= count;
            skip = 0;
        }
    }
}

package org.wskscope.engine.session;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;

/** Copies of what WSK lends to a callback, because a send outlives the call (API-IRP-09, EVT-RCV-19). */
final class BufferCopy {
    private BufferCopy() {}

    /** The first {@code length} bytes of a list that has at least as many. */
    static byte[] of(@Nullable DataIndication list, int length) {
        ByteBuffer copy = ByteBuffer.allocate(length);
        for (DataIndication item = list; item != null && copy.hasRemaining(); item = item.next()) {
            append(item.buffer(), copy);
        }
        return copy.array();
    }

    static byte[] of(WskBuf buffer) {
        ByteBuffer copy = ByteBuffer.allocate(Math.toIntExact(buffer.length()));
        append(buffer, copy);
        return copy.array();
    }

    private static void append(WskBuf buffer, ByteBuffer target) {
        long wanted = Math.min(buffer.length(), target.remaining());
        int skipped = buffer.offset();
        for (Mdl mdl = buffer.mdl(); mdl != null && wanted > 0; mdl = mdl.next()) {
            ByteBuffer bytes = mdl.bytes().duplicate();
            bytes.position(bytes.position() + skipped);
            bytes.limit((int) Math.min(bytes.limit(), bytes.position() + wanted));
            wanted -= bytes.remaining();
            skipped = 0;
            target.put(bytes);
        }
    }
}

package org.wskscope.engine.bench.echo;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;

/** Memory and IRP of one send; both go back to their stack when the IRP is completed. All on one socket's processor. */
final class SendBuffer {
    private final ByteBuffer memory = ByteBuffer.allocateDirect(64 << 10);
    private final Mdl mdl = new Mdl(memory, null);
    private final Irp irp;
    private WskBuf description = WskBuf.EMPTY;

    private SendBuffer(Stack home) {
        irp = new Irp(done -> {
            home.free.push(this);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
    }

    Irp irp() {
        return irp;
    }

    /** Appends a copy of what {@code source} describes. */
    void add(WskBuf source) {
        long left = source.length();
        int skip = source.offset();
        for (Mdl part = source.mdl(); part != null && left > 0; part = part.next()) {
            ByteBuffer bytes = part.bytes();
            int count = (int) Math.min(left, bytes.remaining() - skip);
            memory.put(memory.position(), bytes, bytes.position() + skip, count);
            memory.position(memory.position() + count);
            left -= count;
            skip = 0;
        }
    }

    /** All that was added, ready to send. */
    WskBuf filled() {
        memory.flip();
        if (description.length() != memory.limit()) {
            description = new WskBuf(mdl, 0, memory.limit());
        }
        return description;
    }

    /** The buffers of one socket that are not in use. */
    static final class Stack {
        private final ArrayDeque<SendBuffer> free = new ArrayDeque<>();

        SendBuffer take() {
            @Nullable SendBuffer used = free.poll();
            SendBuffer buffer = used == null ? new SendBuffer(this) : used;
            buffer.irp.reuse();
            buffer.memory.clear();
            return buffer;
        }
    }
}

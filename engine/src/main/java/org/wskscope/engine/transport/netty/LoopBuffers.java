package org.wskscope.engine.transport.netty;

import io.netty.buffer.AbstractByteBufAllocator;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.jspecify.annotations.Nullable;

/**
 * A few direct buffers of one size that a loop lends again and again. Whoever gets one releases it as usual; it may be lent again once nobody but this object
 * holds it, so that an ordinary read or write allocates nothing. Requests that are larger, come from other threads or find all of them lent go to Netty's own
 * allocator. Processor thread.
 */
final class LoopBuffers extends AbstractByteBufAllocator {
    private final ProcessorLoop loop;
    private final int bufferBytes;
    private final @Nullable ByteBuf[] kept;
    private int next;
    private boolean released;

    /**
     * @param bufferBytes size of each
     * @param count most buffers kept
     */
    LoopBuffers(ProcessorLoop loop, int bufferBytes, int count) {
        super(true);
        this.loop = loop;
        this.bufferBytes = bufferBytes;
        this.kept = new ByteBuf[count];
    }

    /** Gives the buffers back for good; those still lent go with their last holder. */
    void release() {
        released = true;
        for (int slot = 0; slot < kept.length; slot++) {
            ByteBuf buffer = kept[slot];
            if (buffer != null) {
                buffer.release();
                kept[slot] = null;
            }
        }
    }

    @Override
    public boolean isDirectBufferPooled() {
        return true;
    }

    @Override
    protected ByteBuf newHeapBuffer(int initialCapacity, int maxCapacity) {
        return ByteBufAllocator.DEFAULT.heapBuffer(initialCapacity, maxCapacity);
    }

    @Override
    protected ByteBuf newDirectBuffer(int initialCapacity, int maxCapacity) {
        if (initialCapacity > bufferBytes || released || !loop.isCurrent()) {
            return ByteBufAllocator.DEFAULT.directBuffer(initialCapacity, maxCapacity);
        }
        next = next + 1 == kept.length ? 0 : next + 1;
        ByteBuf buffer = kept[next];
        if (buffer == null) {
            buffer = ByteBufAllocator.DEFAULT.directBuffer(bufferBytes, bufferBytes);
            kept[next] = buffer;
        } else if (buffer.refCnt() != 1) {
            return ByteBufAllocator.DEFAULT.directBuffer(initialCapacity, maxCapacity);
        }
        return buffer.clear().retain();
    }
}

package org.wskscope.engine.wsk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * {@code WSK_BUF}: a range of a buffer chain.
 *
 * @param mdl the chain; may be null only when {@code length} is 0
 * @param offset bytes to skip, counted in the first buffer only
 * @param length bytes described
 */
public record WskBuf(@Nullable Mdl mdl, int offset, long length) {
    public static final WskBuf EMPTY = new WskBuf(null, 0, 0);

    /** All bytes between position and limit of {@code bytes} as they are now. The memory stays shared; later changes of position and limit mean nothing. */
    public static WskBuf of(ByteBuffer bytes) {
        return new WskBuf(new Mdl(bytes.duplicate(), null), 0, bytes.remaining());
    }

    public static WskBuf of(byte[] bytes) {
        return of(ByteBuffer.wrap(bytes));
    }

    /** The UTF-8 bytes of {@code text}. */
    public static WskBuf of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}

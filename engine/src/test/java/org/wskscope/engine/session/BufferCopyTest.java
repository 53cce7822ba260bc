package org.wskscope.engine.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;

class BufferCopyTest {
    @Test
    void theOffsetCountsInTheFirstBufferOnlyAndTheLengthOverAll() {
        Mdl chain = mdl("abcdef", mdl("ghi", mdl("jkl", null)));

        byte[] copy = BufferCopy.of(new WskBuf(chain, 4, 6));

        assertThat(copy).asString(StandardCharsets.UTF_8).isEqualTo("efghij");
    }

    @Test
    void theSourceIsNotMoved() {
        ByteBuffer source = ByteBuffer.wrap("abc".getBytes(StandardCharsets.UTF_8));

        BufferCopy.of(WskBuf.of(source));

        assertThat(source.remaining()).isEqualTo(3);
    }

    @Test
    void nothingIsCopiedOfAnEmptyBuffer() {
        assertThat(BufferCopy.of(WskBuf.EMPTY)).isEmpty();
    }

    private static Mdl mdl(String text, @Nullable Mdl next) {
        return new Mdl(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), next);
    }
}

package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;

/** WSK_BUF chains: what is sound (C-33), and where bytes go. */
class BufferChainTest {
    private static Mdl chain(ByteBuffer... runs) {
        Mdl mdl = null;
        for (int i = runs.length - 1; i >= 0; i--) {
            mdl = new Mdl(runs[i], mdl);
        }
        return Objects.requireNonNull(mdl);
    }

    private static ByteBuffer dots(int count) {
        return ByteBuffer.wrap(".".repeat(count).getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.US_ASCII.decode(bytes.duplicate()).toString();
    }

    private static boolean isSound(Mdl mdl, int offset, long length) {
        return BufferChain.isSound(new WskBuf(mdl, offset, length), true);
    }

    @Test
    @Tag("C-33")
    void aChainHasTheBytesItPromises() {
        Mdl five = chain(dots(2), dots(3));

        assertThat(isSound(five, 0, 5)).isTrue();
        assertThat(isSound(five, 0, 6)).isFalse();
        assertThat(isSound(five, 1, 4)).isTrue();
        assertThat(isSound(five, 1, 5)).isFalse();
        assertThat(isSound(five, 2, 3)).isTrue();
        assertThat(isSound(five, 0, 0)).isTrue();
    }

    @Test
    @Tag("C-33")
    void theOffsetLiesInTheFirstRun() {
        Mdl five = chain(dots(2), dots(3));

        assertThat(isSound(five, 3, 1)).isFalse();
        assertThat(isSound(five, 3, 0)).isFalse();
        assertThat(isSound(five, -1, 1)).isFalse();
        assertThat(isSound(five, 0, -1)).isFalse();
    }

    @Test
    @Tag("C-33")
    void onlyTheEmptyBufferNeedsNoMemory() {
        assertThat(BufferChain.isSound(WskBuf.EMPTY, true)).isTrue();
        assertThat(BufferChain.isSound(new WskBuf(null, 0, 1), true)).isFalse();
    }

    @Test
    @Tag("C-33")
    void whatIsWrittenToIsWritableAsFarAsItIsUsed() {
        Mdl chain = chain(dots(2), dots(2).asReadOnlyBuffer());

        assertThat(BufferChain.isSound(new WskBuf(chain, 0, 3), true)).isFalse();
        assertThat(BufferChain.isSound(new WskBuf(chain, 0, 3), false)).isTrue();
        assertThat(BufferChain.isSound(new WskBuf(chain, 0, 2), true)).isTrue();
    }

    @Test
    void bytesAreWrittenBehindTheOffsetAndAcrossRuns() {
        ByteBuffer first = dots(3);
        ByteBuffer second = dots(2);
        ByteBuffer third = dots(4);
        WskBuf target = new WskBuf(chain(first, second, third), 1, 8);

        BufferChain.write(target, 0, "#abcdef#".getBytes(StandardCharsets.US_ASCII), 1, 6);

        assertThat(text(first) + "|" + text(second) + "|" + text(third)).isEqualTo(".ab|cd|ef..");
    }

    @Test
    void bytesAreWrittenBehindThoseThatCameBefore() {
        ByteBuffer first = dots(3);
        ByteBuffer second = dots(2);
        ByteBuffer third = dots(4);
        WskBuf target = new WskBuf(chain(first, second, third), 1, 8);

        BufferChain.write(target, 3, "xyz".getBytes(StandardCharsets.US_ASCII), 0, 3);

        assertThat(text(first) + "|" + text(second) + "|" + text(third)).isEqualTo("...|.x|yz..");
    }

    @Test
    void aRunBeginsAtItsPosition() {
        ByteBuffer run = dots(6);
        run.position(2);

        BufferChain.write(WskBuf.of(run), 1, "ab".getBytes(StandardCharsets.US_ASCII), 0, 2);

        assertThat(new String(run.array(), StandardCharsets.US_ASCII)).isEqualTo("...ab.");
    }
}

package org.wskscope.engine.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.testkit.KernelBench;
import org.wskscope.engine.wsk.WskBuf;

/** The received bytes of one connection: all of them, in order, however they were cut on the way in and out. */
class ByteQueueTest {
    private static final int SEGMENT = Segment.BYTES;

    private final ByteQueue queue = new ByteQueue();
    private final ReceiveEngine owner = new ReceiveEngine(((ConnectionHandle) new KernelBench().connected()).core());
    private int appended;

    /** The next bytes of an endless row in which no two neighbours of a segment are alike. */
    private void append(int count) {
        byte[] bytes = new byte[count + 2];
        for (int i = 0; i < count; i++) {
            bytes[i + 1] = at(appended + i);
        }
        ByteBuffer source = ByteBuffer.wrap(bytes, 1, count);
        queue.append(source);
        appended += count;
    }

    private static byte at(int index) {
        return (byte) (index % 251);
    }

    private static byte[] row(int from, int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = at(from + i);
        }
        return bytes;
    }

    private byte[] take(int room, long max) {
        byte[] target = new byte[room];
        long moved = queue.moveTo(WskBuf.of(target), 0, max);
        return Arrays.copyOf(target, (int) moved);
    }

    private static List<Integer> lengths(@Nullable StreamIndication first) {
        List<Integer> lengths = new ArrayList<>();
        for (StreamIndication element = first; element != null; element = element.following) {
            lengths.add((int) element.length());
        }
        return lengths;
    }

    private static byte[] bytes(@Nullable StreamIndication first) {
        ByteBuffer all = ByteBuffer.allocate(10 * SEGMENT);
        for (StreamIndication element = first; element != null; element = element.following) {
            all.put(element.buffer().mdl().bytes().duplicate());
        }
        return Arrays.copyOf(all.array(), all.position());
    }

    @Test
    void bytesComeOutInTheOrderTheyCameIn() {
        append(2 * SEGMENT + 5);
        append(SEGMENT);

        assertThat(queue.size()).isEqualTo(3L * SEGMENT + 5);
        assertThat(take(4 * SEGMENT, SEGMENT + 1)).isEqualTo(row(0, SEGMENT + 1));
        assertThat(take(4 * SEGMENT, SEGMENT + 7)).isEqualTo(row(SEGMENT + 1, SEGMENT + 7));
        assertThat(take(4 * SEGMENT, 4L * SEGMENT)).isEqualTo(row(2 * SEGMENT + 8, SEGMENT - 3));
        assertThat(queue.size()).isZero();
        assertThat(take(1, 1)).isEmpty();
    }

    @Test
    void bytesThatAreMovedStartBehindThoseThatWereThere() {
        append(4);
        byte[] target = "------".getBytes(StandardCharsets.US_ASCII);

        assertThat(queue.moveTo(WskBuf.of(target), 3, 2)).isEqualTo(2);

        assertThat(target).containsExactly('-', '-', '-', at(0), at(1), '-');
        assertThat(queue.size()).isEqualTo(2);
    }

    @Test
    void theListHasAnElementForEachSegmentItTouchesAndNoEmptyOnes() {
        append(3 * SEGMENT);

        StreamIndication one = queue.lend(owner, SEGMENT);
        assertThat(lengths(one)).containsExactly(SEGMENT);
        StreamIndication two = queue.lend(owner, SEGMENT + 3);

        assertThat(lengths(two)).containsExactly(SEGMENT, 3);
        assertThat(bytes(two)).isEqualTo(row(0, SEGMENT + 3));
        assertThat(lengths(queue.lend(owner, 3L * SEGMENT))).containsExactly(SEGMENT, SEGMENT, SEGMENT);
        assertThat(queue.size()).as("lent is not taken").isEqualTo(3L * SEGMENT);
    }

    @Test
    void nothingIsLentOfAnEmptyQueue() {
        assertThat(queue.lend(owner, 1)).isNull();
        append(3);
        queue.clear();

        assertThat(queue.lend(owner, 1)).isNull();
        assertThat(queue.size()).isZero();
    }

    @Test
    void bytesOfARetainedSegmentAreNeverWrittenOver() {
        append(10);
        StreamIndication kept = queue.lend(owner, 10);
        kept.segment.retained = true;
        kept.segment.indication = null;
        queue.skip(10);

        append(SEGMENT - 10);
        append(5);
        StreamIndication rest = queue.lend(owner, SEGMENT - 5);

        assertThat(bytes(kept)).isEqualTo(row(0, 10));
        assertThat(rest.segment).as("its room is still used").isSameAs(kept.segment);
        assertThat(bytes(rest)).isEqualTo(row(10, SEGMENT - 5));
    }

    @Test
    void aRetainedSegmentLeavesTheQueueWhenItIsFullAndRead() {
        append(SEGMENT);
        StreamIndication kept = queue.lend(owner, SEGMENT);
        kept.segment.retained = true;
        kept.segment.indication = null;
        queue.skip(SEGMENT);

        append(3);

        StreamIndication next = queue.lend(owner, 3);
        assertThat(next.segment).isNotSameAs(kept.segment);
        assertThat(bytes(kept)).isEqualTo(row(0, SEGMENT));
        assertThat(bytes(next)).isEqualTo(row(SEGMENT, 3));
    }

    @Test
    void aRetainedSegmentLeavesTheQueueWhenAnotherIsBehindIt() {
        append(SEGMENT);
        StreamIndication kept = queue.lend(owner, SEGMENT);
        kept.segment.retained = true;
        kept.segment.indication = null;
        append(4);

        queue.skip(SEGMENT);

        assertThat(bytes(queue.lend(owner, 4))).isEqualTo(row(SEGMENT, 4));
        assertThat(bytes(kept)).isEqualTo(row(0, SEGMENT));
    }

    @Test
    void segmentsThatWereReadAreUsedAgain() {
        append(SEGMENT);
        Segment first = queue.lend(owner, 1).segment;
        append(1);
        queue.skip(SEGMENT);
        append(SEGMENT - 1);

        append(1);
        queue.skip(SEGMENT);

        assertThat(queue.lend(owner, 1).segment).isSameAs(first);
    }
}

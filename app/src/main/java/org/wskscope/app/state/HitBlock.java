package org.wskscope.app.state;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which of {@link #RECORDS} neighbouring records match: their offsets while they are few, a bit for each when they are many. At most 8 KiB. Immutable. */
final class HitBlock {
    static final int BITS = 16;
    static final int RECORDS = 1 << BITS;
    static final HitBlock EMPTY = new HitBlock(new char[0], null, 0);
    private static final int WORDS = RECORDS / Long.SIZE;
    private static final int FEW = RECORDS / Long.SIZE * Long.BYTES / Character.BYTES;

    private final char[] offsets;
    private final long @Nullable [] bits;
    private final int count;

    private HitBlock(char[] offsets, long @Nullable [] bits, int count) {
        this.offsets = offsets;
        this.bits = bits;
        this.count = count;
    }

    /** Where offsets are gathered before they become a block. */
    static long[] gathering() {
        return new long[WORDS];
    }

    /** A block of the bits that are set now. */
    static HitBlock of(long[] gathered, int count) {
        if (count == 0) {
            return EMPTY;
        }
        if (count >= FEW) {
            return new HitBlock(new char[0], gathered.clone(), count);
        }
        char[] few = new char[count];
        int at = 0;
        for (int word = 0; word < WORDS; word++) {
            for (long left = gathered[word]; left != 0; left &= left - 1) {
                few[at++] = (char) (word * Long.SIZE + Long.numberOfTrailingZeros(left));
            }
        }
        return new HitBlock(few, null, count);
    }

    int count() {
        return count;
    }

    /** What it keeps, bytes. */
    int bytes() {
        return bits == null ? offsets.length * Character.BYTES : bits.length * Long.BYTES;
    }

    /** The offset of hit {@code index}. */
    int at(int index) {
        if (bits == null) {
            return offsets[index];
        }
        int left = index;
        for (int word = 0; word < WORDS; word++) {
            int here = Long.bitCount(bits[word]);
            if (left < here) {
                return word * Long.SIZE + bitAt(bits[word], left);
            }
            left -= here;
        }
        throw new IndexOutOfBoundsException("hit " + index + " of " + count);
    }

    /** How many hits have a smaller offset. */
    int before(int offset) {
        if (bits == null) {
            int index = Arrays.binarySearch(offsets, (char) Math.min(offset, RECORDS - 1));
            return offset >= RECORDS ? count : index >= 0 ? index : -index - 1;
        }
        int sum = 0;
        int words = offset / Long.SIZE;
        for (int word = 0; word < words; word++) {
            sum += Long.bitCount(bits[word]);
        }
        int rest = offset % Long.SIZE;
        return rest == 0 ? sum : sum + Long.bitCount(bits[words] & (1L << rest) - 1);
    }

    private static int bitAt(long word, int index) {
        long left = word;
        for (int skipped = 0; skipped < index; skipped++) {
            left &= left - 1;
        }
        return Long.numberOfTrailingZeros(left);
    }
}

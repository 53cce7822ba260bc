package org.wskscope.engine.recording;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.wskscope.engine.trace.LogImage;

/**
 * Up to {@value #RECORDS} records packed: columns of differences, each a number of one to ten bytes. A record's time, causes and numbers are near those of the one before, its
 * other words near those of the last record of its kind, so that most differences are one byte. Owned by one thread; used again and again.
 */
final class RecordBlock {
    /** The most records of one block. */
    static final int RECORDS = 8 * 1024;

    private static final int KINDS = 256;
    private static final int MORE = 0x80;
    private static final int LOW_BITS = 0x7F;
    private static final int LONGEST_NUMBER_BITS = 63;

    final long[] words = new long[RECORDS * LogImage.WORDS];
    private final long[] last = new long[KINDS];

    /** Packs the first {@code count} records of {@link #words}. */
    ByteBuffer pack(int count) {
        ByteBuffer out = ByteBuffer.allocate(count * (LogImage.WORDS + 1) * 10).order(ByteOrder.LITTLE_ENDIAN);
        for (int record = 0; record < count; record++) {
            write(out, head(record) & 0xFFFF_FFFFL);
        }
        for (int word = 0; word < LogImage.WORDS; word++) {
            Arrays.fill(last, 0);
            for (int record = 0; record < count; record++) {
                long value = word == LogImage.HEAD ? head(record) >>> 32 : words[record * LogImage.WORDS + word];
                int of = word == 0 ? 0 : (int) head(record) & 0xFF;
                write(out, zigzag(value - last[of]));
                last[of] = value;
            }
        }
        return out.flip();
    }

    /** Unpacks {@code count} records into {@link #words}; false when these are not so many. */
    boolean unpack(ByteBuffer in, int count) {
        try {
            for (int record = 0; record < count; record++) {
                words[record * LogImage.WORDS + LogImage.HEAD] = read(in) & 0xFFFF_FFFFL;
            }
            for (int word = 0; word < LogImage.WORDS; word++) {
                Arrays.fill(last, 0);
                for (int record = 0; record < count; record++) {
                    int of = word == 0 ? 0 : (int) head(record) & 0xFF;
                    long value = last[of] + unzigzag(read(in));
                    last[of] = value;
                    if (word == LogImage.HEAD) {
                        words[record * LogImage.WORDS + word] |= value << 32;
                    } else {
                        words[record * LogImage.WORDS + word] = value;
                    }
                }
            }
            return !in.hasRemaining();
        } catch (BufferUnderflowException tooShort) {
            return false;
        }
    }

    private long head(int record) {
        return words[record * LogImage.WORDS + LogImage.HEAD];
    }

    private static void write(ByteBuffer out, long value) {
        long rest = value;
        while ((rest & ~LOW_BITS) != 0) {
            out.put((byte) (rest & LOW_BITS | MORE));
            rest >>>= 7;
        }
        out.put((byte) rest);
    }

    private static long read(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift <= LONGEST_NUMBER_BITS; shift += 7) {
            byte next = in.get();
            value |= (long) (next & LOW_BITS) << shift;
            if (next >= 0) {
                return value;
            }
        }
        return value;
    }

    private static long zigzag(long value) {
        return value << 1 ^ value >> 63;
    }

    private static long unzigzag(long value) {
        return value >>> 1 ^ -(value & 1);
    }
}

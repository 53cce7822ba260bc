package org.wskscope.engine.recording;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;

/** The bytes a file of a run is made of ({@code docs/recording-format.md}). */
final class RunFile {
    static final byte[] MAGIC = {(byte) 0x89, 'W', 'S', 'K', 'R', 'U', 'N', '\n'};

    /** What a reader must know. */
    static final int MAJOR = 1;

    /** What a reader may leave out. */
    static final int MINOR = 0;

    static final int FILE_HEADER_BYTES = MAGIC.length + 8;
    static final int BLOCK_HEADER_BYTES = 28;

    static final int INFO = type("INFO");
    static final int TEXT = type("TEXT");
    static final int RECORDS = type("RECS");
    static final int END = type("END ");

    /** The key of {@link RunInfo} that says how many records follow. */
    static final String COUNT = "records";

    /** The most texts of one block, each at most 512 characters. */
    static final int TEXTS = 256;

    /** More than any block has before it is compressed. */
    static final int LARGEST_RAW_BYTES = 1 << 20;

    private static final int CRC_AT = 24;

    private RunFile() {}

    /** What a block says of itself: its type, its length in the file and before compression, how many things it has and the number of the first. */
    record Header(int type, int stored, int raw, int count, long first, int crc) {
        static Header read(ByteBuffer from) {
            return new Header(
                    from.getInt(), from.getInt(), from.getInt(), from.getInt(), from.getLong(), from.getInt());
        }

        ByteBuffer write(byte[] bytes, int length) {
            ByteBuffer out = littleEndian(BLOCK_HEADER_BYTES);
            out.putInt(type).putInt(stored).putInt(raw).putInt(count).putLong(first);
            CRC32C crc = checksum(out);
            crc.update(bytes, 0, length);
            return out.putInt((int) crc.getValue()).flip();
        }

        /** Whether {@code bytes} are what was stored; {@code begun} has seen the header. */
        boolean isSound(CRC32C begun, byte[] bytes) {
            begun.update(bytes, 0, stored);
            return crc == (int) begun.getValue();
        }
    }

    /** Begins the checksum of a block with what comes before it in the header. */
    static CRC32C checksum(ByteBuffer header) {
        CRC32C crc = new CRC32C();
        crc.update(header.array(), 0, CRC_AT);
        return crc;
    }

    static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static int type(String name) {
        return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }
}

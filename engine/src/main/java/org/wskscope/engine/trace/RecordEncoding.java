package org.wskscope.engine.trace;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a record lies in its six 64-bit words. Pure functions; nothing here is allocated but what a decoded value is.
 *
 * <pre>
 * 0  time, nanoseconds
 * 1  kind (8 bits) | tag (8) | processor + 1 (12) | IRQL (4) | socket (32)     stored last, with release: 0 means not there yet
 * 2  records back to the cause, 0 for none (32) | number (32): IRP, byte count or connections waiting
 * 3  a   4  b   5  c      as each kind needs them; an address is a and b with its port in c
 * </pre>
 */
final class RecordEncoding {
    static final int RECORD_BYTES = 6 * Long.BYTES;

    /** Where the words begin, bytes from the record. */
    static final int TIME = 0;

    static final int HEAD = Long.BYTES;
    static final int LINK = 2 * Long.BYTES;
    static final int A = 3 * Long.BYTES;
    static final int B = 4 * Long.BYTES;
    static final int C = 5 * Long.BYTES;

    /** Tags of a record that carries an address. */
    static final int IPV4 = 4;

    static final int IPV6 = 6;

    private static final int TAG_SHIFT = 8;
    private static final int PROCESSOR_SHIFT = 16;
    private static final int IRQL_SHIFT = 28;
    private static final int SOCKET_SHIFT = 32;
    private static final int PROCESSOR_MASK = 0xFFF;
    private static final long LOW_HALF = 0xFFFF_FFFFL;
    private static final VarHandle FIRST_BYTE_HIGHEST =
            MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private RecordEncoding() {}

    static long head(RecordKind kind, int tag, TraceStamp at, int socket) {
        return kind.ordinal()
                | (long) (tag & 0xFF) << TAG_SHIFT
                | (long) (at.processor + 1 & PROCESSOR_MASK) << PROCESSOR_SHIFT
                | (long) at.irql.ordinal() << IRQL_SHIFT
                | (long) socket << SOCKET_SHIFT;
    }

    static int kind(long head) {
        return (int) head & 0xFF;
    }

    static int tag(long head) {
        return (int) (head >>> TAG_SHIFT) & 0xFF;
    }

    static int processor(long head) {
        return ((int) (head >>> PROCESSOR_SHIFT) & PROCESSOR_MASK) - 1;
    }

    static int irql(long head) {
        return (int) (head >>> IRQL_SHIFT) & 0xF;
    }

    static int socket(long head) {
        return (int) (head >>> SOCKET_SHIFT);
    }

    static long link(long sequence, long cause, int number) {
        long back = cause >= 0 && cause < sequence ? sequence - cause : 0;
        return back << 32 | number & LOW_HALF;
    }

    static long cause(long sequence, long link) {
        long back = link >>> 32;
        return back == 0 ? RecordHead.NO_CAUSE : sequence - back;
    }

    static int number(long link) {
        return (int) link;
    }

    /** Two numbers of 32 bits in one word. */
    static long halves(int high, int low) {
        return (long) high << 32 | low & LOW_HALF;
    }

    static int highHalf(long word) {
        return (int) (word >>> 32);
    }

    static int lowHalf(long word) {
        return (int) word;
    }

    /** The numeric address; a name nobody resolved has none and is refused. */
    static InetAddress resolved(InetSocketAddress address) {
        InetAddress numeric = address.getAddress();
        if (numeric == null) {
            throw new IllegalArgumentException(
                    address + " is a name, not an address: resolve it before it is recorded");
        }
        return numeric;
    }

    static int family(InetAddress address) {
        return address instanceof Inet6Address ? IPV6 : IPV4;
    }

    static long port(InetAddress address, int port) {
        long scope = address instanceof Inet6Address six ? six.getScopeId() : 0;
        return scope << 32 | port;
    }

    static InetSocketAddress address(int family, long high, long low, long portWord) {
        byte[] bytes = new byte[family == IPV6 ? 16 : 4];
        unpack(high, low, bytes);
        int port = (int) portWord & 0xFFFF;
        try {
            InetAddress address = family == IPV6
                    ? Inet6Address.getByAddress(null, bytes, scope(portWord))
                    : InetAddress.getByAddress(bytes);
            return new InetSocketAddress(address, port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("no address of family " + family, e);
        }
    }

    /** Eight bytes from {@code from}, first byte highest; bytes beyond the end count as 0. */
    static long pack(byte[] bytes, int from) {
        int there = Math.min(bytes.length - from, Long.BYTES);
        long word = 0;
        for (int i = 0; i < there; i++) {
            word = word << 8 | bytes[from + i] & 0xFF;
        }
        return there > 0 ? word << 8 * (Long.BYTES - there) : 0;
    }

    /** As {@link #pack(byte[], int)}, of a buffer's bytes after its position, without moving it. */
    static long pack(ByteBuffer bytes, int from) {
        int start = bytes.position() + from;
        int there = bytes.limit() - start;
        if (there >= Long.BYTES) {
            return (long) FIRST_BYTE_HIGHEST.get(bytes, start);
        }
        long word = 0;
        for (int i = 0; i < there; i++) {
            word = word << 8 | bytes.get(start + i) & 0xFF;
        }
        return there > 0 ? word << 8 * (Long.BYTES - there) : 0;
    }

    /** Fills {@code bytes} (at most 16) from the two words. */
    static void unpack(long high, long low, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            long word = i < 8 ? high : low;
            bytes[i] = (byte) (word >>> 56 - 8 * (i & 7));
        }
    }

    private static int scope(long portWord) {
        int scope = (int) (portWord >>> 32);
        return scope == 0 ? -1 : scope;
    }
}

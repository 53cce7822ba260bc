package org.wskscope.engine.program;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;

/** Bytes whose place in their stream can be told, so that loss, doubling and exchange are seen. */
final class Pattern {
    private static final int MIX = 0x9E3779B1;

    private Pattern() {}

    /** Different for each connection: it mixes the ports of the end that sends and the end that receives. */
    static int salt(InetSocketAddress sender, InetSocketAddress receiver) {
        return sender.getPort() * 31 + receiver.getPort();
    }

    static byte at(int salt, long offset) {
        int mixed = ((int) offset + salt) * MIX;
        return (byte) ((mixed ^ (mixed >>> 15)) >>> 8);
    }

    static byte[] stream(int salt, long offset, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(salt, offset + i);
        }
        return bytes;
    }

    static byte[] datagram(int number, int size) {
        byte[] bytes = stream(number, 0, size);
        if (size >= Integer.BYTES) {
            ByteBuffer.wrap(bytes).putInt(0, number);
        }
        return bytes;
    }

    /** What a send carries; told from the sends before and after it by its first byte. */
    static byte[] send(int number, int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (number * 37 + i);
        }
        return bytes;
    }

    static byte[] bytes(DataIndication list) {
        byte[] all = new byte[0];
        for (DataIndication rest = list; rest != null; rest = rest.next()) {
            byte[] more = bytes(rest.buffer());
            byte[] joined = java.util.Arrays.copyOf(all, all.length + more.length);
            System.arraycopy(more, 0, joined, all.length, more.length);
            all = joined;
        }
        return all;
    }

    static byte[] bytes(WskBuf buffer) {
        byte[] copy = new byte[(int) buffer.length()];
        int at = 0;
        int skip = buffer.offset();
        for (Mdl mdl = buffer.mdl(); mdl != null && at < copy.length; mdl = mdl.next()) {
            int count = Math.min(copy.length - at, mdl.bytes().remaining() - skip);
            mdl.bytes().get(mdl.bytes().position() + skip, copy, at, count);
            at += count;
            skip = 0;
        }
        return copy;
    }
}

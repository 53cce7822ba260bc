package org.wskscope.engine.wsk;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * {@code IN_PKTINFO} and {@code IN6_PKTINFO}, the one kind of control information there is: which address of this machine a datagram was sent to. Comes as a
 * {@code WSACMSGHDR} of 64-bit Windows when {@code IP_PKTINFO} or {@code IPV6_PKTINFO} is on (EVT-RFR-02, -12).
 *
 * @param address where the datagram was sent to
 * @param interfaceIndex the interface it came by; 1 is the loopback interface
 */
public record PacketInfo(InetAddress address, int interfaceIndex) {
    /** The loopback interface. */
    public static final int LOOPBACK_INTERFACE = 1;

    private static final int HEADER_BYTES = 16;

    /** Message and header as {@code ControlInfo} has them: native byte order, the address in network order. Position 0, limit {@code ControlInfoLength}. */
    public ByteBuffer toControlInfo() {
        byte[] bytes = address.getAddress();
        int length = HEADER_BYTES + bytes.length + Integer.BYTES;
        ByteBuffer control = ByteBuffer.allocate(length).order(ByteOrder.nativeOrder());
        control.putLong(length).putInt(level(bytes.length)).putInt(ControlCode.IP_PKTINFO);
        return control.put(bytes).putInt(interfaceIndex).flip();
    }

    /** What {@code control} tells between position and limit; null when it is not such a message, or was cut off. */
    public static @Nullable PacketInfo read(ByteBuffer control) {
        ByteBuffer at = control.duplicate().order(ByteOrder.nativeOrder());
        if (at.remaining() < HEADER_BYTES + Integer.BYTES || at.getLong() != control.remaining()) {
            return null;
        }
        int level = at.getInt();
        int type = at.getInt();
        byte[] address = new byte[at.remaining() - Integer.BYTES];
        if (type != ControlCode.IP_PKTINFO
                || address.length != 4 && address.length != 16
                || level != level(address.length)) {
            return null;
        }
        at.get(address);
        try {
            return new PacketInfo(InetAddress.getByAddress(address), at.getInt());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("4 or 16 bytes are an address", impossible);
        }
    }

    private static int level(int addressBytes) {
        return addressBytes == 4 ? ControlCode.IPPROTO_IP : ControlCode.IPPROTO_IPV6;
    }
}

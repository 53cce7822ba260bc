package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** {@code WSK_PROVIDER_DATAGRAM_DISPATCH}. */
public interface WskProviderDatagramDispatch extends WskProviderBasicDispatch {
    NtStatus bind(InetSocketAddress localAddress, int flags, @Nullable Irp irp);

    /** {@code WskSendTo}: null address uses the fixed one (API-SND-02). */
    NtStatus sendTo(WskBuf buffer, int flags, @Nullable InetSocketAddress remoteAddress, @Nullable Irp irp);

    /** {@code WskReceiveFrom}: sender and flags arrive as the IRP's pointer, a {@link ReceivedFrom}. */
    default NtStatus receiveFrom(WskBuf buffer, int flags, @Nullable Irp irp) {
        return receiveFrom(buffer, flags, null, irp);
    }

    /** {@code WskReceiveFrom} with room for control information between position and limit; null where the client wants none. What does not fit is cut off (API-RCV-07). */
    NtStatus receiveFrom(WskBuf buffer, int flags, @Nullable ByteBuffer controlInfo, @Nullable Irp irp);

    /** {@code WskRelease}: gives back a retained list, whole or a part of it (API-REL-05). */
    NtStatus release(DatagramIndication indication);

    NtStatus getLocalAddress(@Nullable Irp irp);

    /**
     * {@code WskSendMessages}: one datagram for each element, all to one address; null uses the fixed one. The IRP completes when the transport has answered for each: with
     * SUCCESS and all bytes, or with the first failure and the bytes of those that went out.
     */
    NtStatus sendMessages(
            @Nullable WskBufList buffers, int flags, @Nullable InetSocketAddress remoteAddress, @Nullable Irp irp);
}

package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** {@code WSK_PROVIDER_CONNECTION_DISPATCH}. */
public interface WskProviderConnectionDispatch extends WskProviderBasicDispatch {
    NtStatus bind(InetSocketAddress localAddress, int flags, @Nullable Irp irp);

    NtStatus connect(InetSocketAddress remoteAddress, int flags, @Nullable Irp irp);

    NtStatus getLocalAddress(@Nullable Irp irp);

    NtStatus getRemoteAddress(@Nullable Irp irp);

    /** {@code WskSend}: completes when all bytes were handed to the transport's far side (API-SND-01, FID-2). */
    NtStatus send(WskBuf buffer, SendFlags flags, @Nullable Irp irp);

    /** {@code WskReceive}: pending requests take data before the event (EVT-RCV-03). */
    NtStatus receive(WskBuf buffer, ReceiveFlags flags, @Nullable Irp irp);

    /** {@code WskDisconnect}: graceful with optional final data, or abortive without (API-DSC-02). */
    NtStatus disconnect(@Nullable WskBuf buffer, DisconnectFlags flags, @Nullable Irp irp);

    /** {@code WskRelease}: gives back a retained list, whole or a part of it (API-REL-05). */
    NtStatus release(DataIndication indication);

    /**
     * {@code WskConnectEx}: connects and sends {@code buffer}, at most 65 535 bytes (API-SCK-16), before anything sent later. The IRP completes when connected and all
     * is sent; {@code Information} is the bytes. When connecting fails nothing was sent and the socket is bound as before (C-36).
     */
    NtStatus connectEx(InetSocketAddress remoteAddress, @Nullable WskBuf buffer, int flags, @Nullable Irp irp);

    /** {@code WskSendEx}: a member reserved for the system; the pointer is null. */
    default @Nullable Void sendEx() {
        return null;
    }

    /** {@code WskReceiveEx}: as {@link #sendEx}. */
    default @Nullable Void receiveEx() {
        return null;
    }
}

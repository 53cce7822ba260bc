package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;

/** {@code WSK_PROVIDER_NPI} with {@code WSK_PROVIDER_DISPATCH}: the client-level functions, usable until the capture is released (API-REG-12). */
public interface WskProvider {
    /** The version of the provider's table; may be a higher minor version than asked for (API-REG-07). */
    int version();

    /** {@code WskSocket}: the new {@link WskSocket} arrives as the IRP's pointer (API-SCK-01). */
    NtStatus socket(WskSocketParameters parameters, @Nullable Irp irp);

    /** {@code WskSocketConnect}: creates, binds and connects a connection-oriented socket; the family is that of {@code localAddress} (API-SCK-02). */
    NtStatus socketConnect(
            WskSocketParameters parameters,
            InetSocketAddress localAddress,
            InetSocketAddress remoteAddress,
            @Nullable Irp irp);

    /** {@code WskControlClient}: for example {@code WSK_SET_STATIC_EVENT_CALLBACKS} (section 4.5). */
    NtStatus controlClient(ControlParameters parameters, @Nullable Irp irp);
}

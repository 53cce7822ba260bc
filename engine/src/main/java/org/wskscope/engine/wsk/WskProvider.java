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

    /**
     * {@code WskGetAddressInfo}: the addresses of a host and the port of a service; the {@link AddressInfo} list arrives as the IRP's pointer and is given back with {@link
     * #freeAddressInfo}. PASSIVE_LEVEL only. STATUS_NO_MATCH when there is none.
     *
     * @param nodeName a name or an address in figures; null for this machine
     * @param serviceName a well-known service or a port in figures; null for port 0. Not both names may be null
     * @param nameSpace {@link AddressInfo#NS_ALL} or {@link AddressInfo#NS_DNS}
     * @param hints what kind of addresses are wanted; null for all
     */
    NtStatus getAddressInfo(
            @Nullable String nodeName,
            @Nullable String serviceName,
            int nameSpace,
            @Nullable AddressInfo hints,
            @Nullable Irp irp);

    /** {@code WskFreeAddressInfo}: gives a whole list back, by its first element. PASSIVE_LEVEL only. What was not got, or was freed before, is VIO-19. */
    void freeAddressInfo(AddressInfo list);

    /**
     * {@code WskGetNameInfo}: the names of a host and a service; a {@link NameInfo} arrives as the IRP's pointer. PASSIVE_LEVEL only.
     *
     * @param flags {@code NI_} flags of {@link NameInfo}
     */
    NtStatus getNameInfo(InetSocketAddress address, int flags, @Nullable Irp irp);
}

package org.wskscope.engine.wsk;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * {@code ADDRINFOEXW}, as far as WSK uses it: one address of a list that {@code WskGetAddressInfo} answers and {@code WskFreeAddressInfo} takes back, or the hints of
 * a question. Lists are told apart by identity.
 *
 * @param flags {@code AI_} flags of hints; 0 in results
 * @param addressFamily {@link WskSocketParameters#AF_INET}, {@link WskSocketParameters#AF_INET6}, or in hints {@link #AF_UNSPEC}
 * @param socketType as asked for; 0 is any
 * @param protocol as asked for; 0 is any
 * @param canonicalName of the host, in the first result when asked for; null in hints
 * @param address host and port; null in hints
 * @param next the rest of the list; null in hints
 */
public record AddressInfo(
        int flags,
        int addressFamily,
        int socketType,
        int protocol,
        @Nullable String canonicalName,
        @Nullable InetSocketAddress address,
        @Nullable AddressInfo next) {
    public static final int AF_UNSPEC = 0;
    /** Without a node name: the address to listen at, not the loopback address. */
    public static final int AI_PASSIVE = 0x1;
    /** The first result carries the host's name. */
    public static final int AI_CANONNAME = 0x2;
    /** The node name is an address in figures; nothing is looked up. */
    public static final int AI_NUMERICHOST = 0x4;

    public static final int NS_ALL = 0;
    public static final int NS_DNS = 12;

    /** Hints that ask for these addresses only. */
    public static AddressInfo hints(int flags, int addressFamily, int socketType, int protocol) {
        return new AddressInfo(flags, addressFamily, socketType, protocol, null, null, null);
    }
}

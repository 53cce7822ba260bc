package org.wskscope.engine.transport.memory;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;

/** Who is bound where, for one protocol: sorted by port, those of one port in the order they came. Owned by the network. */
final class PortTable {
    private static final int FIRST_EPHEMERAL = 49_152;
    private static final int EPHEMERAL_PORTS = 65_536 - FIRST_EPHEMERAL;

    private MemoryChannel[] bound = new MemoryChannel[16];
    private int size;
    private int turn;

    /**
     * Binds {@code channel} to {@code local}; port 0 takes the next free one, always in the same order. Two channels share an address only when both allow it.
     *
     * @return STATUS_SUCCESS, and the channel knows its address; or why not
     */
    NtStatus bind(MemoryChannel channel, InetSocketAddress local) {
        if (!Addresses.isOfThisMachine(local)) {
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        int port = local.getPort() == 0 ? freePort(local.getAddress()) : local.getPort();
        if (port == 0 || !isFree(local.getAddress(), port, channel.sharesAddress())) {
            return NtStatus.STATUS_ADDRESS_ALREADY_EXISTS;
        }
        channel.local = new InetSocketAddress(local.getAddress(), port);
        insert(channel, lowerBound(port + 1));
        return NtStatus.STATUS_SUCCESS;
    }

    void release(MemoryChannel channel) {
        int port = channel.local.getPort();
        for (int index = lowerBound(port); index < size && portAt(index) == port; index++) {
            if (bound[index] == channel) {
                System.arraycopy(bound, index + 1, bound, index, --size - index);
                Arrays.fill(bound, size, size + 1, null);
                return;
            }
        }
    }

    /** Who gets what is sent to {@code to}: the newest bound to exactly that address, else the newest bound to the wildcard. */
    @Nullable
    MemoryChannel find(InetSocketAddress to) {
        MemoryChannel wildcard = null;
        for (int index = lowerBound(to.getPort() + 1) - 1; index >= 0 && portAt(index) == to.getPort(); index--) {
            InetAddress address = bound[index].local.getAddress();
            if (address.equals(to.getAddress())) {
                return bound[index];
            }
            if (wildcard == null && address.isAnyLocalAddress() && Addresses.sameFamily(address, to.getAddress())) {
                wildcard = bound[index];
            }
        }
        return wildcard;
    }

    /** Everybody of {@code family} at {@code port}, in the order of binding; {@code wildcardOnly} leaves out who asked for one address. */
    MemoryChannel[] all(InetAddress family, int port, boolean wildcardOnly) {
        return Arrays.stream(bound, lowerBound(port), lowerBound(port + 1))
                .filter(channel -> Addresses.sameFamily(channel.local.getAddress(), family))
                .filter(channel -> !wildcardOnly || channel.local.getAddress().isAnyLocalAddress())
                .toArray(MemoryChannel[]::new);
    }

    private boolean isFree(InetAddress address, int port, boolean shares) {
        for (int index = lowerBound(port); index < size && portAt(index) == port; index++) {
            InetAddress other = bound[index].local.getAddress();
            boolean overlap = other.equals(address)
                    || Addresses.sameFamily(other, address)
                            && (other.isAnyLocalAddress() || address.isAnyLocalAddress());
            if (overlap && !(shares && bound[index].sharesAddress())) {
                return false;
            }
        }
        return true;
    }

    private int freePort(InetAddress address) {
        for (int tried = 0; tried < EPHEMERAL_PORTS; tried++) {
            int port = FIRST_EPHEMERAL + turn;
            turn = (turn + 1) % EPHEMERAL_PORTS;
            if (isFree(address, port, false)) {
                return port;
            }
        }
        return 0;
    }

    private void insert(MemoryChannel channel, int index) {
        if (size == bound.length) {
            bound = Arrays.copyOf(bound, size * 2);
        }
        System.arraycopy(bound, index, bound, index + 1, size++ - index);
        bound[index] = channel;
    }

    /** The first place whose port is not below {@code port}. */
    private int lowerBound(int port) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (portAt(middle) < port) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private int portAt(int index) {
        return bound[index].local.getPort();
    }
}

package org.wskscope.engine.transport;

import java.net.InetAddress;
import java.util.List;
import org.wskscope.engine.nt.NtStatus;

/**
 * What a look-up found.
 *
 * @param status STATUS_SUCCESS; STATUS_NO_MATCH when nobody knows the name or address; STATUS_INSUFFICIENT_RESOURCES when too many look-ups wait;
 *     STATUS_NOT_SUPPORTED from a transport without names
 * @param hostName the name found, or the one asked for; empty unless SUCCESS
 * @param addresses in the system's order of preference; empty unless SUCCESS
 */
public record NameAnswer(NtStatus status, String hostName, List<InetAddress> addresses) {
    public NameAnswer {
        addresses = List.copyOf(addresses);
    }

    /** Nothing was found, and why. */
    public static NameAnswer failed(NtStatus status) {
        return new NameAnswer(status, "", List.of());
    }

    /** Told once, on the processor the look-up was asked for, never inline in the call that asked. */
    @FunctionalInterface
    public interface Listener {
        void answered(NameAnswer answer);

        /** Somebody still wants to know. A look-up that nobody wants and that has not begun is not made and not told. Any thread. */
        default boolean isWanted() {
            return true;
        }
    }
}

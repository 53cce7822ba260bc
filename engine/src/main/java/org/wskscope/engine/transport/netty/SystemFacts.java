package org.wskscope.engine.transport.netty;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;

/**
 * What the machine says when it is asked again after something failed: its answers are the same on every system and in every language, while the texts of exceptions are not.
 * Asked only after a failure; opens a datagram socket for a moment and sends nothing. Each answer is the kernel's own and waits for nobody, so that a processor may ask. Any
 * thread.
 */
interface SystemFacts {
    /** Whether an interface of this machine has the address, or it stands for all of them. */
    boolean isOurs(InetAddress address);

    /** Whether a socket can be opened and bound there; port 0 stands for any. */
    boolean canBind(InetAddress address, int port);

    /** Whether the machine knows a way to that address. */
    boolean hasRoute(InetAddress address);

    /** The machine the program runs on. */
    SystemFacts MACHINE = new SystemFacts() {
        @Override
        public boolean isOurs(InetAddress address) {
            try {
                return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
            } catch (SocketException unknown) {
                return false;
            }
        }

        @Override
        public boolean canBind(InetAddress address, int port) {
            try (DatagramChannel probe = open(address)) {
                probe.bind(new InetSocketAddress(address, port));
                return true;
            } catch (IOException | UnsupportedAddressTypeException | UnsupportedOperationException failed) {
                return false;
            }
        }

        /** Connecting a datagram socket asks for the way and sends nothing. */
        @Override
        public boolean hasRoute(InetAddress address) {
            try (DatagramChannel probe = open(address)) {
                probe.connect(new InetSocketAddress(address, 9));
                return true;
            } catch (IOException
                    | UnresolvedAddressException
                    | UnsupportedAddressTypeException
                    | UnsupportedOperationException failed) {
                return false;
            }
        }

        private DatagramChannel open(InetAddress address) throws IOException {
            return DatagramChannel.open(
                    address instanceof Inet6Address ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
        }
    };
}

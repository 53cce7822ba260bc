package org.wskscope.app;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.session.EchoServer;
import org.wskscope.engine.session.Session;

/**
 * The example client's two servers as the program starts them: on the wanted ports of the loopback interface, or on free ones where those are in use.
 *
 * @param tcp the listening socket
 * @param udp the datagram socket
 * @param notes what the user should know about it
 */
record EchoServers(EchoServer tcp, EchoServer udp, List<Note> notes) {

    /**
     * A sentence for the user.
     *
     * @param key in the words of the window
     * @param wanted the port asked for
     * @param given the port there is now, 0 for none
     * @param status why the wanted one could not be had
     */
    record Note(String key, int wanted, int given, NtStatus status) {
        String sentence(Messages messages) {
            return messages.format(key, Integer.toString(wanted), Integer.toString(given), status.name());
        }
    }

    private interface Starting {
        EchoServer on(InetSocketAddress local);
    }

    /** Starts both. Waits for the engine; never on the FX thread. */
    static EchoServers start(Session session, int tcpPort, int udpPort) {
        List<Note> notes = new ArrayList<>();
        EchoServer tcp = start(tcpPort, "startup.tcp.", local -> EchoServer.listen(session, local, false), notes);
        EchoServer udp = start(udpPort, "startup.udp.", local -> EchoServer.datagrams(session, local, false), notes);
        return new EchoServers(tcp, udp, List.copyOf(notes));
    }

    private static EchoServer start(int port, String key, Starting starting, List<Note> notes) {
        EchoServer wanted = starting.on(loopback(port));
        if (wanted.isRunning()) {
            return wanted;
        }
        NtStatus status = wanted.outcome().status();
        EchoServer other = port == 0 ? wanted : starting.on(loopback(0));
        InetSocketAddress local = other.local();
        notes.add(
                local == null
                        ? new Note(key + "none", port, 0, status)
                        : new Note(key + "other", port, local.getPort(), status));
        return other;
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}

package org.wskscope.engine.session;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskSocketParameters;

/**
 * The demonstration client's echo server: a listening socket whose connections inherit RECEIVE and DISCONNECT, and a datagram socket. Started by commands, so
 * that the log tells how. Immutable.
 *
 * @param socket the socket, null when it could not be made
 * @param local where it is bound, null unless {@code outcome} is success
 * @param outcome of the first command that was refused, else of the last
 */
public record EchoServer(
        @Nullable SocketId socket, @Nullable InetSocketAddress local, CommandOutcome outcome) {

    /** A listening socket on {@code local}. Port 0 lets the system choose; {@code confirmed} permits other interfaces than loopback. */
    public static EchoServer listen(Session session, InetSocketAddress local, boolean confirmed) {
        return start(
                session,
                SocketCategory.LISTEN,
                new Place(local, confirmed),
                EventMask.of(WskEvent.WSK_EVENT_ACCEPT, WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT));
    }

    /** A datagram socket on {@code local}; otherwise as {@link #listen}. */
    public static EchoServer datagrams(Session session, InetSocketAddress local, boolean confirmed) {
        return start(
                session,
                SocketCategory.DATAGRAM,
                new Place(local, confirmed),
                EventMask.of(WskEvent.WSK_EVENT_RECEIVE_FROM));
    }

    public boolean isRunning() {
        return local != null;
    }

    private record Place(InetSocketAddress local, boolean confirmed) {
        int family() {
            return local.getAddress() instanceof Inet6Address
                    ? WskSocketParameters.AF_INET6
                    : WskSocketParameters.AF_INET;
        }
    }

    private static EchoServer start(Session session, SocketCategory category, Place where, EventMask events) {
        LogWait log = LogWait.fromNow(session);
        CommandOutcome created = session.execute(new EngineCommand.CreateSocket(category, where.family()));
        SocketId socket = created.socket();
        if (socket == null) {
            return new EchoServer(null, null, created);
        }
        CommandOutcome bound = session.execute(new EngineCommand.Bind(socket, where.local(), where.confirmed()));
        if (!bound.status().equals(NtStatus.STATUS_SUCCESS)) {
            session.execute(new EngineCommand.CloseSocket(socket));
            return new EchoServer(socket, null, bound);
        }
        InetSocketAddress local = log.bound(socket);
        if (category == SocketCategory.DATAGRAM) {
            session.execute(new EngineCommand.SetBehaviour(socket, WskCallback.RECEIVE_FROM, CallbackBehaviour.ECHO));
        }
        return new EchoServer(
                socket, local, session.execute(new EngineCommand.SetEventCallback(socket, events, false)));
    }
}

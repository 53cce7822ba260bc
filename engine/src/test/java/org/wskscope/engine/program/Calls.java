package org.wskscope.engine.program;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.DatagramSocket;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.StreamSocket;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskBufList;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;

/** Turns the words of a step into the arguments of the function it calls. Used on the run's thread. */
final class Calls {
    private static final InetAddress NOT_OURS_4 = ProgramPeers.address(10, 9, 8, 7);
    private static final InetAddress NOT_OURS_6 =
            ProgramPeers.address(0xFD, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1);
    private static final InetAddress ANY_4 = ProgramPeers.address(0, 0, 0, 0);
    private static final InetAddress ANY_6 = ProgramPeers.address(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private static final InetAddress EVERYBODY = ProgramPeers.address(255, 255, 255, 255);
    private static final int NOBODY_LISTENS = 9;
    private static final int UNKNOWN_FLAG = 0x40;

    private final ProgramPeers peers;
    private final Callbacks callbacks;

    Calls(ProgramPeers peers, Callbacks callbacks) {
        this.peers = peers;
        this.callbacks = callbacks;
    }

    /** Bytes of an IRP's buffer: where data arrives, or what is sent. */
    byte[] buffer(ClientSocket socket, Step step) {
        return switch (step.op()) {
            case RECEIVE, RECEIVE_FROM -> new byte[step.size()];
            case SEND, CONNECT_EX, DISCONNECT -> Pattern.send(socket.sent.size() + 1, step.size());
            default -> Pattern.datagram(0, step.size());
        };
    }

    NtStatus call(ClientSocket to, Step step, byte[] bytes, @Nullable Irp irp, Callbacks.Token token) {
        int flags = step.is("reserved flags") ? 0x40 : 0;
        return switch (step.op()) {
            case BIND -> bind(to, address(to, step), flags, irp);
            case LISTEN_ON -> ((StreamSocket) to.socket).dispatch().listen(irp);
            case ACCEPT -> accept(to, step, flags, irp, token);
            case INSPECT_COMPLETE -> inspectComplete(to, step, irp);
            case GET_LOCAL -> getLocal(to, irp);
            case SEND_TO -> datagram(to).dispatch().sendTo(buf(step, bytes), flags, target(to, step), irp);
            case SEND_MESSAGES ->
                datagram(to).dispatch().sendMessages(messages(step, bytes), flags, target(to, step), irp);
            case RECEIVE_FROM -> datagram(to).dispatch().receiveFrom(buf(step, bytes), flags, irp);
            case CLOSE -> to.socket.dispatch().closeSocket(irp);
            default -> stream(to, step, bytes, flags, irp);
        };
    }

    private NtStatus stream(ClientSocket to, Step step, byte[] bytes, int flags, @Nullable Irp irp) {
        return switch (step.op()) {
            case CONNECT -> to.stream().connect(address(to, step), flags, irp);
            case CONNECT_EX -> to.stream().connectEx(address(to, step), buf(step, bytes), flags, irp);
            case GET_REMOTE -> to.stream().getRemoteAddress(irp);
            case SEND -> to.stream().send(buf(step, bytes), new SendFlags(flags(step, "NODELAY", 2, "OOB", 1)), irp);
            case RECEIVE ->
                to.stream().receive(buf(step, bytes), new ReceiveFlags(flags(step, "WAITALL", 2, "DRAIN", 4)), irp);
            case DISCONNECT -> {
                boolean data = step.is("with data") || step.is("bad buffer");
                DisconnectFlags how = new DisconnectFlags(flags(step, "abortive", 1, "-", 0));
                yield to.stream().disconnect(data ? buf(step, bytes) : null, how, irp);
            }
            default -> throw new IllegalArgumentException("not a function: " + step.op());
        };
    }

    private static int flags(Step step, String first, int ofFirst, String second, int ofSecond) {
        if (step.what().equals("BOTH")) {
            return ofFirst | ofSecond;
        }
        if (step.what().equals("UNKNOWN")) {
            return UNKNOWN_FLAG;
        }
        return step.what().equals(first) ? ofFirst : step.what().equals(second) ? ofSecond : 0;
    }

    private static NtStatus bind(ClientSocket to, InetSocketAddress local, int flags, @Nullable Irp irp) {
        if (to.socket instanceof ListenSocket listener) {
            return listener.dispatch().bind(local, flags, irp);
        }
        return to.socket instanceof DatagramSocket datagram
                ? datagram.dispatch().bind(local, flags, irp)
                : to.stream().bind(local, flags, irp);
    }

    private static NtStatus getLocal(ClientSocket to, @Nullable Irp irp) {
        if (to.socket instanceof ListenSocket listener) {
            return listener.dispatch().getLocalAddress(irp);
        }
        return to.socket instanceof DatagramSocket datagram
                ? datagram.dispatch().getLocalAddress(irp)
                : to.stream().getLocalAddress(irp);
    }

    private NtStatus accept(ClientSocket to, Step step, int flags, @Nullable Irp irp, Callbacks.Token token) {
        WskClientConnectionDispatch table = step.is("without table") ? null : callbacks.connectionTable();
        return to.socket instanceof ListenSocket listener
                ? listener.dispatch().accept(flags, token, table, irp)
                : ((StreamSocket) to.socket).dispatch().accept(flags, token, table, irp);
    }

    private static NtStatus inspectComplete(ClientSocket to, Step step, @Nullable Irp irp) {
        InspectAction action = InspectAction.valueOf("WskInspect" + step.what());
        boolean unknown = step.is("unknown id") || to.issued.isEmpty();
        InspectId id = unknown ? new InspectId(999, 999) : to.issued.get(step.size() % to.issued.size());
        return ((ListenSocket) to.socket).dispatch().inspectComplete(id, action, irp);
    }

    private static DatagramSocket datagram(ClientSocket to) {
        return (DatagramSocket) to.socket;
    }

    static WskBuf buf(Step step, byte[] bytes) {
        WskBuf whole = WskBuf.of(bytes);
        return step.is("bad buffer") ? new WskBuf(whole.mdl(), 0, bytes.length + 1L) : whole;
    }

    private static @Nullable WskBufList messages(Step step, byte[] bytes) {
        return step.is("no list")
                ? null
                : WskBufList.of(buf(step, bytes), WskBuf.of(bytes), new WskBuf((Mdl) null, 0, 0));
    }

    private @Nullable InetSocketAddress target(ClientSocket to, Step step) {
        return switch (step.what()) {
            case "null" -> null;
            case "other family" -> peers.datagram(!to.overIpv6);
            case "everybody" -> new InetSocketAddress(EVERYBODY, NOBODY_LISTENS);
            default -> peers.datagram(to.overIpv6);
        };
    }

    /** Where a step binds or connects. */
    InetSocketAddress address(ClientSocket to, Step step) {
        boolean datagrams = to.socket instanceof DatagramSocket;
        return address(to.overIpv6, step.what(), datagrams);
    }

    InetSocketAddress address(boolean overIpv6, String what, boolean datagrams) {
        InetAddress loopback = overIpv6 ? ProgramPeers.LOOPBACK_6 : ProgramPeers.LOOPBACK_4;
        return switch (what) {
            case "any port" -> new InetSocketAddress(loopback, 0);
            case "wildcard" -> new InetSocketAddress(overIpv6 ? ANY_6 : ANY_4, 0);
            case "not ours" -> new InetSocketAddress(overIpv6 ? NOT_OURS_6 : NOT_OURS_4, 0);
            case "unreachable" -> new InetSocketAddress(overIpv6 ? NOT_OURS_6 : NOT_OURS_4, 80);
            case "refused" -> new InetSocketAddress(loopback, NOBODY_LISTENS);
            case "other family" -> peers.listening(!overIpv6);
            default -> datagrams ? peers.datagram(overIpv6) : peers.listening(overIpv6);
        };
    }
}

package org.wskscope.engine.program;

import static org.wskscope.engine.wsk.SocketCategory.BASIC;
import static org.wskscope.engine.wsk.SocketCategory.CONNECTION;
import static org.wskscope.engine.wsk.SocketCategory.DATAGRAM;
import static org.wskscope.engine.wsk.SocketCategory.LISTEN;
import static org.wskscope.engine.wsk.SocketCategory.STREAM;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.wskscope.engine.wsk.SocketCategory;

/**
 * What a step does. {@code whats} and {@code hows} are the words a step may use, the plainest first: shrinking goes there. Steps on a socket that has no such
 * function do nothing.
 */
enum Op {
    SOCKET(
            none(),
            "connection,listener,datagram,stream,basic",
            "properly,without table,with an empty table,with another table,as another type,of an unknown family,without IRP,over IPv6"),
    SOCKET_CONNECT(none(), "peer,refused,unreachable,other family", "properly,as a listener,without IRP"),
    STATIC(none(), "RECEIVE,ACCEPT,RECEIVE_FROM,ALL,NOTHING,UNKNOWN", "properly,with IRP,foreign id,too small"),

    BIND(transport(), "any port,used port,wildcard,not ours,other family", irps("reserved flags")),
    CONNECT(streams(), "peer,refused,unreachable,other family", irps("reserved flags")),
    CONNECT_EX(streams(), "peer,refused,unreachable,other family", irps("reserved flags,bad buffer")),
    LISTEN_ON(of(STREAM), "", irps("")),
    ACCEPT(of(LISTEN, STREAM), "", irps("reserved flags,without table")),
    INSPECT_COMPLETE(of(LISTEN), "Accept,Reject,Pend", irps("unknown id")),
    SEND(streams(), "plain,NODELAY,OOB,UNKNOWN", irps("bad buffer")),
    RECEIVE(streams(), "plain,WAITALL,DRAIN,BOTH,UNKNOWN", irps("bad buffer")),
    DISCONNECT(streams(), "graceful,abortive,UNKNOWN", irps("with data,bad buffer")),
    SEND_TO(of(DATAGRAM), "peer,null,other family,everybody", irps("reserved flags,bad buffer")),
    SEND_MESSAGES(of(DATAGRAM), "peer,null,other family,everybody", irps("reserved flags,bad buffer,no list")),
    RECEIVE_FROM(of(DATAGRAM), "", irps("reserved flags,bad buffer")),
    RELEASE(of(CONNECTION, STREAM, DATAGRAM), "oldest,newest,first element,twice,unknown", "properly"),
    GET_LOCAL(transport(), "", irps("")),
    GET_REMOTE(streams(), "", irps("")),
    CLOSE(any(), "", irps("")),
    EVENTS(
            any(),
            "RECEIVE,DISCONNECT,SEND_BACKLOG,ACCEPT,RECEIVE_FROM,CONNECTION,LISTENER,OTHERS,ALL,UNKNOWN,NOTHING,"
                    + "DISABLE|RECEIVE,DISABLE|DISCONNECT,DISABLE|SEND_BACKLOG,DISABLE|ACCEPT,DISABLE|RECEIVE_FROM,DISABLE|CONNECTION,DISABLE",
            "properly,with IRP,with a pending IRP,wrong level,too small,no buffer,with output,no id,foreign id,as query"),
    OPTION(
            any(),
            "KEEPALIVE,RCVBUF,REUSEADDR,EXCLUSIVE,BROADCAST,NODELAY,CONDITIONAL,UNCONDITIONAL,SECURITY,UNKNOWN",
            irps("as query,wrong level,too small,no buffer")),
    IOCTL(
            any(),
            "RECEIVE_BACKLOG,IDEAL_BACKLOG,INSPECT_ID,REMOTE_ADDRESS,SENDTO_ADDRESS,EXTENSION,UNKNOWN",
            irps("too small,no buffer,cleared,other family")),

    /** Cancels a pending IRP of the socket. */
    CANCEL(any(), "oldest,newest", "properly"),
    /** The transport under the socket fails. */
    FAIL(transport(), "", "properly"),
    /** What the next callback of the socket does. */
    ANSWER(
            transport(),
            "success,part,refuse,retain,hold,close,disable,request,send,unknown status,release",
            "properly"),
    /** The callback held longest on the socket returns. */
    RETURN_HELD(transport(), "success,part,refuse,retain,unknown status", "properly"),

    PEER_CONNECT(of(LISTEN, STREAM), "", "properly"),
    PEER_SEND(streams(), "", "properly"),
    PEER_FINISH(streams(), "", "properly"),
    PEER_RESET(streams(), "", "properly"),
    PEER_READING(streams(), "off,on", "properly"),
    PEER_DATAGRAM(of(DATAGRAM), "", "properly"),
    PROBE_BACKLOG(streams(), "", "properly"),

    RUN(none(), "until idle,some items,some time", "properly");

    private final Set<SocketCategory> categories;
    private final List<String> whats;
    private final List<String> hows;

    Op(Set<SocketCategory> categories, String whats, String hows) {
        this.categories = categories;
        this.whats = List.of(whats.split(",", -1));
        this.hows = List.of(hows.split(",", -1));
    }

    boolean isFor(SocketCategory category) {
        return categories.contains(category);
    }

    List<String> whats() {
        return whats;
    }

    List<String> hows() {
        return hows;
    }

    /** Calls a WSK function; the others are peers, time and the client's own behaviour. */
    boolean isCall() {
        return compareTo(CANCEL) < 0;
    }

    private static String irps(String more) {
        return "properly,without IRP,with a pending IRP" + (more.isEmpty() ? "" : "," + more);
    }

    private static Set<SocketCategory> none() {
        return EnumSet.noneOf(SocketCategory.class);
    }

    private static Set<SocketCategory> any() {
        return EnumSet.allOf(SocketCategory.class);
    }

    private static Set<SocketCategory> transport() {
        return EnumSet.complementOf(EnumSet.of(BASIC));
    }

    private static Set<SocketCategory> streams() {
        return of(CONNECTION, STREAM);
    }

    private static Set<SocketCategory> of(SocketCategory first, SocketCategory... others) {
        return EnumSet.of(first, others);
    }
}

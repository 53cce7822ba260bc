package org.wskscope.app.view.sockets;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import org.wskscope.app.control.TimeText;
import org.wskscope.app.theme.Hue;
import org.wskscope.app.view.Messages;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.CallbackInFlight;
import org.wskscope.engine.projection.EventState;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.OpenWait;
import org.wskscope.engine.projection.ReceiveGate;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** What tree and cards say about a socket, in the user's language. Pure; any thread. */
final class SocketText {
    private static final String NO_ADDRESS = "—";

    private final Messages messages;

    SocketText(Messages messages) {
        this.messages = messages;
    }

    String text(String key, Object... arguments) {
        return arguments.length == 0 ? messages.get(key) : messages.format(key, arguments);
    }

    String state(SocketRow row) {
        return messages.get("state." + row.state());
    }

    /** What was so when the display stopped being of the present. */
    String was(String state) {
        return text("state.was", state);
    }

    static Hue stateHue(SocketRow row) {
        return switch (row.state()) {
            case LISTENING, CONNECTED, BOUND -> Hue.RECEIVE;
            case CONNECTING, CLOSING, HALF_CLOSED_LOCAL, HALF_CLOSED_REMOTE -> Hue.WAITING;
            case DEAD -> Hue.ERROR;
            case CREATED, DISCONNECTED, CLOSED -> Hue.NEUTRAL;
        };
    }

    /** {@code 127.0.0.1:20007} before there is a peer, {@code :20007 ⇄ :41822} with one. */
    static String address(SocketRow row) {
        InetSocketAddress local = row.local();
        InetSocketAddress remote = row.remote();
        if (local != null && remote != null) {
            return ":" + local.getPort() + " ⇄ " + remoteEnd(remote);
        }
        return local == null ? NO_ADDRESS : full(local);
    }

    /** The address of a tree line, where the listener above it already tells the local port. */
    static String shortAddress(SocketRow row) {
        InetSocketAddress remote = row.remote();
        return remote != null ? "⇄ " + remoteEnd(remote) : address(row);
    }

    static String full(InetSocketAddress address) {
        String host = address.getAddress() == null
                ? address.getHostString()
                : address.getAddress().getHostAddress();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private static String remoteEnd(InetSocketAddress remote) {
        boolean loopback = remote.getAddress() != null && remote.getAddress().isLoopbackAddress();
        return loopback ? ":" + remote.getPort() : full(remote);
    }

    static Hue hue(WskEvent event) {
        return Hue.ofLetter(WskCallback.of(event).letter());
    }

    /** The few words after an event's name. */
    String lampNote(SocketRow row, WskEvent event) {
        EventState lamp = row.lamp(event);
        if (lamp == EventState.WAITING) {
            return text("lamp.waiting");
        }
        if (SocketEvents.isDefaultForAccepted(row, event)) {
            return lamp == EventState.LOCKED ? text("lamp.locked") : text("lamp.accepted");
        }
        if (lamp == EventState.LOCKED) {
            return text("lamp.static");
        }
        return row.inheritedMask().contains(event) && lamp == EventState.ON ? text("lamp.inherited") : "";
    }

    /** The whole sentence about a lamp, its bit value included; of one that waits also which calls it waits for, and since when they are in progress. */
    String lampExplanation(SocketRow row, WskEvent event) {
        String bit = new EventMask(event.bit()).hex();
        String key = SocketEvents.isDefaultForAccepted(row, event)
                ? "lamp.explain.default." + row.lamp(event)
                : "lamp.explain." + row.lamp(event);
        StringBuilder sentence = new StringBuilder(text("lamp.bit", event.name(), bit))
                .append('\n')
                .append(text(key));
        if (row.lamp(event) == EventState.WAITING) {
            for (CallbackInFlight call : row.callbacks()) {
                if (call.callback().event() == event) {
                    sentence.append('\n')
                            .append(text(
                                    call.deferred() ? "lamp.explain.waitsForHeld" : "lamp.explain.waitsForRunning",
                                    call.callback().functionName(),
                                    TimeText.moment(call.sinceNanos()),
                                    Long.toString(call.entered())));
                }
            }
        }
        return sentence.toString();
    }

    /** {@code 20.7 ms · held}. */
    String inFlight(CallbackInFlight call, long nowNanos) {
        String time = TimeText.of(Math.max(0, nowNanos - call.sinceNanos()));
        return call.deferred() ? text("call.held", time) : text("call.running", time);
    }

    /** {@code waits for IRP #7}. */
    String waitsFor(OpenWait wait) {
        return text("wait.for." + wait.what(), Integer.toString(wait.irp()));
    }

    /** {@code 2.1 s}, and that it is stuck when that is known. */
    String waiting(OpenWait wait, long nowNanos) {
        String time = TimeText.of(Math.max(0, nowNanos - wait.sinceNanos()));
        return wait.isStuck() ? text("wait.stuck", time) : time;
    }

    /** {@code conditional accept}, and how many requests are open. */
    String conditional(SocketRow row) {
        int open = row.inspections().size();
        return open == 0 ? text("request.conditional") : text("request.conditional.open", open);
    }

    /** {@code request 3 · :41822}. */
    String request(OpenInspection inspection) {
        return text("request", inspection.serialNumber(), remoteEnd(inspection.remote()));
    }

    /** What the callback returns, by its C name. */
    static String answer(WskCallback callback, NtStatus status) {
        return Optional.of(callback)
                .filter(each -> each == WskCallback.INSPECT)
                .flatMap(inspect -> InspectAction.of(status.code()))
                .map(InspectAction::name)
                .orElseGet(status::name);
    }

    /** The right half of a card's last line. */
    String counters(SocketRow row) {
        if (SocketEvents.isListener(row)) {
            return text("count.accepted", row.counters().accepted());
        }
        if (row.category() == SocketCategory.DATAGRAM) {
            return text("count.datagrams", row.counters().datagramsReceived());
        }
        if (row.category() == SocketCategory.BASIC) {
            return text("count.irps", row.irps().size());
        }
        boolean onlyReceive = row.counters().bytesReceived() == 0
                && row.irps().size() == 1
                && row.irps().get(0).function() == WskFunction.WSK_RECEIVE;
        return onlyReceive
                ? text("count.irpOf", 1, WskFunction.WSK_RECEIVE.functionName())
                : text(
                        "count.traffic",
                        row.counters().bytesReceived(),
                        row.irps().size());
    }

    /** The words on an inheritance arrow. */
    String inheritance(GraphContent.Inheritance arrow) {
        if (arrow.route() == AcceptRoute.IRP) {
            return text("edge.byWskAccept");
        }
        return arrow.mask().bits() == 0
                ? text("edge.noDefaults")
                : text(
                        "edge.inherits",
                        String.format(Locale.ROOT, "0x%X", arrow.mask().bits()));
    }

    String peerName(GraphContent.PeerEnd peer) {
        if (peer.isMany()) {
            return text("peers.many", peer.count());
        }
        return peer.builtIn() == null
                ? text("peer.name")
                : text("peer.kind." + peer.builtIn().kind());
    }

    /** What its box says below or after the name: its address, or that the box opens. */
    String peerLine(GraphContent.PeerEnd peer) {
        return peer.isMany() ? text("fold.openAll") : peerAddress(peer);
    }

    static String peerAddress(GraphContent.PeerEnd peer) {
        return remoteEnd(peer.address());
    }

    /** What a tree line says at its right: what is going on, with a sign for what needs attention, or the state. */
    String treeState(SocketRow row, Doing doing) {
        if (row.isClosed()) {
            return state(row);
        }
        return switch (doing) {
            case PROBLEM -> "! " + problem(row);
            case WAITING -> "\u25c6 " + waiting(row);
            case IN_FLIGHT -> text("tree.inFlight", row.callbacks().size());
            case IDLE -> treeIdle(row);
        };
    }

    private String problem(SocketRow row) {
        return row.waits().stream().anyMatch(OpenWait::isStuck)
                ? text("tree.stuck")
                : row.state() == SocketState.DEAD ? state(row) : text("tree.problem");
    }

    private String waiting(SocketRow row) {
        if (row.waitingMask().bits() != 0) {
            return text("tree.waiting");
        }
        return row.receiveGate() == ReceiveGate.OPEN || row.state() == SocketState.CLOSING
                ? row.state() == SocketState.CLOSING ? state(row) : text("tree.waits")
                : text("gate." + row.receiveGate());
    }

    private String treeIdle(SocketRow row) {
        boolean plainName = row.category() == SocketCategory.BASIC || row.category() == SocketCategory.DATAGRAM;
        return plainName && !isLeaving(row) ? text("category." + row.category()) : state(row);
    }

    private static boolean isLeaving(SocketRow row) {
        return switch (row.state()) {
            case CLOSING, CLOSED, DEAD, DISCONNECTED -> true;
            default -> false;
        };
    }

    String category(SocketCategory category) {
        return text("category." + category);
    }
}

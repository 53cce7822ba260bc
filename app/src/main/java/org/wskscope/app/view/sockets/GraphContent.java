package org.wskscope.app.view.sockets;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.wskscope.app.state.Folding;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.session.PeerRow;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;

/**
 * What the graph shows. Immutable.
 *
 * @param cards the sockets drawn: first those that were drawn before
 * @param folds what stands for the connections of a listener, by listener
 * @param peers the remote ends drawn
 * @param inheritances arrows from listeners to what they accepted
 * @param hidden how many open sockets have no card
 */
record GraphContent(
        List<SocketRow> cards,
        Map<SocketId, Fold> folds,
        List<PeerEnd> peers,
        List<Inheritance> inheritances,
        int hidden) {
    static final GraphContent EMPTY = new GraphContent(List.of(), Map.of(), List.of(), List.of(), 0);

    /**
     * A remote end.
     *
     * @param key names it from one snapshot to the next
     * @param socket the socket it talks to
     * @param address its address
     * @param builtIn the built-in peer it is, or null for somebody else's program
     * @param count how many it stands for
     */
    record PeerEnd(
            String key,
            SocketId socket,
            InetSocketAddress address,
            @Nullable PeerRow builtIn,
            int count) {
        boolean isMany() {
            return count > 1;
        }
    }

    /** An arrow: which mask the accepted socket got (CTL-INH-01), or none because it came by {@code WskAccept} (CTL-INH-03). */
    record Inheritance(SocketId listener, SocketId accepted, AcceptRoute route, EventMask mask) {}

    /**
     * What the content is gathered from.
     *
     * @param open how many sockets are open
     * @param builtIn the built-in peers, ended ones too
     * @param folding which peers of a socket stand as one
     */
    record Around(int open, List<PeerRow> builtIn, Folding folding) {}

    /** Gathers the content for the given cards and folds. */
    static GraphContent of(List<SocketRow> cards, Map<SocketId, Fold> folds, Around around) {
        List<PeerRow> builtIn = around.builtIn();
        Map<InetSocketAddress, PeerRow> peersByAddress = new HashMap<>();
        for (PeerRow peer : builtIn) {
            InetSocketAddress local = peer.local();
            if (local != null && peer.running()) {
                peersByAddress.put(local, peer);
            }
        }
        Map<SocketId, SocketRow> shown = new HashMap<>();
        cards.forEach(row -> shown.put(row.id(), row));
        List<PeerEnd> peers = new ArrayList<>();
        List<Inheritance> inheritances = new ArrayList<>();
        for (SocketRow row : cards) {
            InetSocketAddress remote = row.remote();
            if (remote != null) {
                peers.add(new PeerEnd("s" + row.id().value(), row.id(), remote, peersByAddress.get(remote), 1));
            }
            SocketId listener = row.listener();
            AcceptRoute route = row.route();
            if (listener != null && route != null && shown.containsKey(listener)) {
                inheritances.add(new Inheritance(listener, row.id(), route, row.inheritedMask()));
            }
        }
        addDatagramPeers(cards, around, peers);
        int inFolds = (int) cards.stream()
                .filter(row -> row.listener() != null && folds.containsKey(row.listener()))
                .count();
        int folded = folds.values().stream().mapToInt(Fold::count).sum() - inFolds;
        return new GraphContent(
                List.copyOf(cards),
                Map.copyOf(folds),
                List.copyOf(peers),
                List.copyOf(inheritances),
                Math.max(0, around.open() - cards.size() - folded));
    }

    /** A datagram socket has no remote address; built-in peers that send to it are drawn beside it, many of them as one. */
    private static void addDatagramPeers(List<SocketRow> cards, Around around, List<PeerEnd> peers) {
        for (SocketRow row : cards) {
            List<PeerRow> senders = sendersTo(row, around.builtIn());
            if (senders.size() > 1 && around.folding().folds(row.id(), senders.size())) {
                InetSocketAddress first = Objects.requireNonNull(senders.get(0).local());
                peers.add(new PeerEnd("m" + row.id().value(), row.id(), first, null, senders.size()));
            } else {
                for (PeerRow peer : senders) {
                    peers.add(new PeerEnd("p" + peer.id(), row.id(), Objects.requireNonNull(peer.local()), peer, 1));
                }
            }
        }
    }

    /** The built-in peers that send datagrams to the socket. */
    static List<PeerRow> sendersTo(SocketRow row, List<PeerRow> builtIn) {
        InetSocketAddress bound = row.local();
        return bound == null || row.category() != SocketCategory.DATAGRAM || SocketEvents.isConnection(row)
                ? List.of()
                : builtIn.stream()
                        .filter(peer -> peer.local() != null && peer.running())
                        .filter(peer -> peer.settings().target().equals(bound))
                        .toList();
    }
}

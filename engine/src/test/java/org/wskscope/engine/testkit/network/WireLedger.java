package org.wskscope.engine.testkit.network;

import java.util.ArrayList;
import java.util.List;

/**
 * What was given to a network of real sockets and what it has delivered, on both sides. Tells when nothing is under way any more. Any thread; one lock for all
 * of it, held for counting only.
 */
final class WireLedger {
    private final List<MeteredStream> streams = new ArrayList<>();
    private final List<MeteredListener> listeners = new ArrayList<>();
    private final List<MeteredDatagrams> datagrams = new ArrayList<>();
    private long activity;

    synchronized void add(MeteredStream stream) {
        streams.add(stream);
        activity++;
    }

    synchronized void add(MeteredListener listener) {
        listeners.add(listener);
        activity++;
    }

    synchronized void add(MeteredDatagrams socket) {
        datagrams.add(socket);
        activity++;
    }

    /** Counts something; what it counts is guarded by this ledger. */
    synchronized void note(Runnable count) {
        count.run();
        activity++;
    }

    /** Grows with everything that is given or delivered. */
    synchronized long activity() {
        return activity;
    }

    /** What is still under way, one line each; empty when the network has settled. */
    synchronized List<String> underWay() {
        List<String> lines = new ArrayList<>();
        streams.forEach(stream -> stream.underWay(partner(stream), lines));
        listeners.forEach(listener -> listener.underWay(connectsTo(listener.port()), this, lines));
        datagrams.forEach(socket -> socket.underWay(sentTo(socket.port()), lines));
        return lines;
    }

    private @org.jspecify.annotations.Nullable MeteredStream partner(MeteredStream stream) {
        MeteredStream found = null;
        for (MeteredStream other : streams) {
            if (other != stream && other.isPartnerOf(stream)) {
                found = other;
            }
        }
        return found;
    }

    private long connectsTo(int port) {
        return streams.stream().filter(stream -> stream.hasConnectedTo(port)).count();
    }

    /** With the lock: the stream from this port was reset by its owner. */
    boolean hasGone(int localPort) {
        return streams.stream()
                .anyMatch(stream -> stream.isAborted() && stream.localAddress().getPort() == localPort);
    }

    /** With the lock: the stream from this port is connected, reads, and was not told of an end. */
    boolean waits(int localPort) {
        return streams.stream()
                .anyMatch(stream ->
                        stream.waitsForInput() && stream.localAddress().getPort() == localPort);
    }

    private long sentTo(int port) {
        return datagrams.stream().mapToLong(socket -> socket.sentTo(port)).sum();
    }
}

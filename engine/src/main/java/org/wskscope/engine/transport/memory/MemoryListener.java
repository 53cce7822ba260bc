package org.wskscope.engine.transport.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.ListenRequest;
import org.wskscope.engine.transport.TransportCompletion;

/**
 * A listening socket in memory. It tells one thing at a time, so that a listener told to stop takes not one more. Requests nobody was given yet are limited by the
 * backlog, whatever they wait for; more are refused (C-10). The simulation's thread only.
 */
final class MemoryListener extends MemoryChannel {
    private static final Logger LOG = LoggerFactory.getLogger(MemoryListener.class);

    private final ListenRequest request;
    private final AcceptListener listener;
    /** Everything between its SYN and its hand-over, in the order of the SYNs. */
    private final List<MemoryRequest> open = new ArrayList<>();
    /** To be told while reading: requests to inspect, connections to take. */
    private final ArrayDeque<MemoryRequest> offers = new ArrayDeque<>();
    /** To be told in any case: what became of inspected requests. */
    private final ArrayDeque<MemoryRequest> results = new ArrayDeque<>();

    private final Item turn = new Turn();
    private boolean bound;
    private boolean reading;
    private boolean scheduled;
    private boolean closed;

    MemoryListener(MemoryNetwork network, VirtualProcessor processor, ListenRequest request, AcceptListener listener) {
        super(network, processor);
        this.request = request;
        this.listener = listener;
    }

    @Override
    public void setReading(boolean wanted) {
        network.scheduler.checkOwner();
        reading = wanted;
        schedule();
    }

    @Override
    public void close(TransportCompletion toNotify) {
        network.scheduler.checkOwner();
        addCloser(toNotify);
        end();
        notifyClosers();
    }

    void open(TransportCompletion toNotify) {
        processor.execute(() -> {
            NtStatus status = NtStatus.STATUS_CANCELLED;
            if (!closed) {
                status = network.streamPorts.bind(this, request.local());
                bound = status.isSuccess();
            }
            processor.report(toNotify, status);
        });
    }

    /** Somebody's SYN arrived. */
    void wanted(MemoryStream connector, long attempt) {
        if (open.size() >= request.backlog()) {
            network.refuse(connector, attempt, NtStatus.STATUS_CONNECTION_REFUSED, 0);
            return;
        }
        MemoryRequest fresh = new MemoryRequest(this, connector, attempt);
        connector.setPeer(fresh.acceptor());
        open.add(fresh);
        if (request.inspecting()) {
            offers.add(fresh);
            schedule();
        } else {
            fresh.answer();
        }
    }

    void established(MemoryRequest ready) {
        if (request.inspecting()) {
            results.add(ready);
        } else {
            offers.add(ready);
        }
        schedule();
    }

    /**
     * @param known whether the listener was told of the request
     */
    void dropped(MemoryRequest gone, boolean known) {
        if (known && request.inspecting()) {
            results.add(gone);
            schedule();
        } else {
            offers.remove(gone);
            forget(gone);
        }
    }

    void forget(MemoryRequest gone) {
        gone.over();
        open.remove(gone);
    }

    @Override
    boolean sharesAddress() {
        return false;
    }

    @Override
    void abandon() {
        // What it is told ends with the telling; there is nothing to lose.
    }

    @Override
    void fail() {
        if (!closed) {
            end();
            processor.execute(listener::listenerFailed);
        }
    }

    @Override
    void end() {
        if (closed) {
            return;
        }
        closed = true;
        if (bound) {
            network.streamPorts.release(this);
        }
        processor.transport.forget(this);
        for (MemoryRequest waiting : List.copyOf(open)) {
            if (waiting.isEstablished()) {
                waiting.over();
                waiting.acceptor().abandon();
            } else {
                waiting.refuse();
            }
        }
        open.clear();
        offers.clear();
        results.clear();
    }

    private void schedule() {
        if (!scheduled && !closed && (!results.isEmpty() || reading && !offers.isEmpty())) {
            scheduled = true;
            network.scheduler.ready(turn, processor);
        }
    }

    private void notifyNext() {
        MemoryRequest result = results.poll();
        MemoryRequest offer = result == null && reading ? offers.poll() : null;
        if (result != null && result.isEstablished()) {
            forget(result);
            MemoryStream stream = handOver(result);
            report(() -> listener.connectionEstablished(result, stream), stream::abandon);
        } else if (result != null) {
            forget(result);
            report(() -> listener.requestDropped(result), () -> {});
        } else if (offer != null && offer.isHeld()) {
            offer.delivered();
            report(() -> listener.connectionRequested(offer), offer::reject);
        } else if (offer != null) {
            forget(offer);
            MemoryStream stream = handOver(offer);
            report(() -> listener.connectionArrived(stream), stream::abandon);
        }
    }

    /** A listener that throws loses what it was told of, nothing else. */
    private void report(Runnable telling, Runnable loss) {
        try {
            telling.run();
        } catch (RuntimeException | Error failure) {
            LOG.error("The listener of {} failed; the connection is given up", local, failure);
            loss.run();
        }
    }

    private MemoryStream handOver(MemoryRequest ready) {
        MemoryStream stream = ready.acceptor();
        stream.serveOn(processor.transport.nextAcceptProcessor());
        processor.transport.remember(stream);
        return stream;
    }

    /** One thing told. */
    private final class Turn extends Item {
        @Override
        void run() {
            scheduled = false;
            if (!closed) {
                notifyNext();
                schedule();
            }
        }
    }
}

package org.wskscope.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;

/** What every transport promises of listeners that inspect (section 6.2). A transport over real sockets cannot hold the handshake back (FID-1). */
public abstract class InspectionContract extends TransportContract {
    private static final long A_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    /** Whether the connector waits for the inspection; otherwise its connect may succeed before, and a rejection is a reset. */
    protected abstract boolean holdsTheHandshake();

    @Test
    void aRequestIsReportedBeforeAnyConnection() {
        Inspector inspector = new Inspector();
        TransportChannel listening = inspectAt(inspector);
        StreamChannel client = openStream(new StreamProbe(transport));
        RecordedCompletion connected = notified();

        client.connect(listening.localAddress(), connected);

        ConnectionRequest request = next(inspector.requests);
        assertThat(request.localAddress()).isEqualTo(listening.localAddress());
        assertThat(request.remoteAddress()).isEqualTo(client.localAddress());
        assertThat(next(inspector.processors)).isEqualTo(listening.processor().number());
        assertThat(nextOrNull(inspector.established, A_MOMENT_NANOS)).isNull();
        if (holdsTheHandshake()) {
            assertThat(connected.outcomes).isEmpty();
        }
    }

    @Test
    void anAcceptedRequestBecomesAConnectionThatCarriesBytes() {
        Inspector inspector = new Inspector();
        TransportChannel listening = inspectAt(inspector);
        StreamChannel client = openStream(new StreamProbe(transport));
        RecordedCompletion connected = notified();
        client.connect(listening.localAddress(), connected);
        ConnectionRequest request = next(inspector.requests);

        request.accept();

        StreamChannel accepted = next(inspector.established);
        assertThat(next(inspector.concluded)).isSameAs(request);
        assertThat(statusOf(connected)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(accepted.remoteAddress()).isEqualTo(client.localAddress());
        StreamProbe probe = new StreamProbe(transport);
        accepted.attach(probe);
        accepted.setReading(true);
        client.write(ByteBuffer.wrap(new byte[] {1, 2}), TransportCompletion.NONE);
        assertThat(nextBytes(probe, 2)).containsExactly(1, 2);
    }

    @Test
    void aRequestMayBeAnsweredInsideItsIndication() {
        Inspector inspector = new Inspector() {
            @Override
            public void connectionRequested(ConnectionRequest request) {
                super.connectionRequested(request);
                request.accept();
            }
        };
        TransportChannel listening = inspectAt(inspector);
        RecordedCompletion connected = notified();

        openStream(new StreamProbe(transport)).connect(listening.localAddress(), connected);

        next(inspector.established);
        assertThat(statusOf(connected)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aRejectedConnectorIsTurnedAway() {
        Inspector inspector = new Inspector();
        TransportChannel listening = inspectAt(inspector);
        StreamProbe probe = new StreamProbe(transport);
        StreamChannel client = openStream(probe);
        client.setReading(true);
        RecordedCompletion connected = notified();
        client.connect(listening.localAddress(), connected);

        next(inspector.requests).reject();

        NtStatus status = statusOf(connected);
        if (holdsTheHandshake() || !status.isSuccess()) {
            assertThat(status).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
        } else {
            assertThat(next(probe.ends)).isEqualTo(StreamProbe.RESET);
        }
        assertThat(nextOrNull(inspector.concluded, A_MOMENT_NANOS)).isNull();
    }

    @Test
    void aConnectorThatGivesUpDropsItsRequest() {
        Inspector inspector = new Inspector();
        TransportChannel listening = inspectAt(inspector);
        StreamChannel client = openStream(new StreamProbe(transport));
        client.connect(listening.localAddress(), TransportCompletion.NONE);
        ConnectionRequest request = next(inspector.requests);

        client.reset(TransportCompletion.NONE);

        assertThat(next(inspector.dropped)).isSameAs(request);
        request.accept();
        request.reject();
        assertThat(nextOrNull(inspector.established, A_MOMENT_NANOS)).isNull();
        assertThat(inspector.dropped).isEmpty();
    }

    @Test
    void onlyTheFirstAnswerIsHeeded() {
        Inspector inspector = new Inspector();
        TransportChannel listening = inspectAt(inspector);
        RecordedCompletion connected = notified();
        openStream(new StreamProbe(transport)).connect(listening.localAddress(), connected);
        ConnectionRequest request = next(inspector.requests);

        request.accept();
        request.reject();
        request.accept();

        next(inspector.established);
        assertThat(statusOf(connected)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(nextOrNull(inspector.established, A_MOMENT_NANOS)).isNull();
        assertThat(inspector.dropped).isEmpty();
    }

    @Test
    void closingTheListenerTurnsHeldRequestsAwayAndTellsNothing() {
        Inspector inspector = new Inspector();
        TransportChannel listening = inspectAt(inspector);
        StreamProbe probe = new StreamProbe(transport);
        StreamChannel client = openStream(probe);
        client.setReading(true);
        RecordedCompletion connected = notified();
        client.connect(listening.localAddress(), connected);
        ConnectionRequest request = next(inspector.requests);

        RecordedCompletion closed = notified();
        listening.close(closed);

        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
        if (statusOf(connected).isSuccess()) {
            assertThat(holdsTheHandshake()).isFalse();
            assertThat(next(probe.ends)).isEqualTo(StreamProbe.RESET);
        }
        request.accept();
        assertThat(nextOrNull(inspector.concluded, A_MOMENT_NANOS)).isNull();
        assertThat(inspector.dropped).isEmpty();
    }

    protected final TransportChannel inspectAt(AcceptListener listener) {
        RecordedCompletion bound = notified();
        ListenRequest request = new ListenRequest(loopback(), 128, false, true);
        TransportChannel channel = transport.openListener(transport.processor(0), request, listener, bound);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_SUCCESS);
        channel.setReading(true);
        return channel;
    }

    /** Keeps what an inspecting listener was told. */
    protected class Inspector implements AcceptListener {
        final BlockingQueue<ConnectionRequest> requests = new LinkedBlockingQueue<>();
        final BlockingQueue<Integer> processors = new LinkedBlockingQueue<>();
        final BlockingQueue<ConnectionRequest> concluded = new LinkedBlockingQueue<>();
        final BlockingQueue<StreamChannel> established = new LinkedBlockingQueue<>();
        final BlockingQueue<ConnectionRequest> dropped = new LinkedBlockingQueue<>();

        @Override
        public void connectionArrived(StreamChannel accepted) {
            throw new AssertionError("a listener that inspects is told of requests");
        }

        @Override
        public void listenerFailed() {
            throw new AssertionError("nothing failed");
        }

        @Override
        public void connectionRequested(ConnectionRequest request) {
            processors.add(transport.currentProcessor());
            requests.add(request);
        }

        @Override
        public void connectionEstablished(ConnectionRequest request, StreamChannel accepted) {
            concluded.add(request);
            established.add(accepted);
        }

        @Override
        public void requestDropped(ConnectionRequest request) {
            dropped.add(request);
        }
    }
}

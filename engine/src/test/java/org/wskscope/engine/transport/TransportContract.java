package org.wskscope.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.wskscope.engine.nt.NtStatus;

/** What every transport promises; the contracts for streams, listeners and datagrams stand on it. A transport has one subclass of each. */
public abstract class TransportContract {
    protected static final int PROCESSORS = 2;
    private static final long PATIENCE_SECONDS = 10;

    protected Transport transport;

    /** A fresh transport with {@link #PROCESSORS} processors. */
    protected abstract Transport newTransport();

    /** The next item, or null when none came in {@code patienceNanos}. A transport in virtual time runs itself on here. */
    protected <T> T nextOrNull(BlockingQueue<T> queue, long patienceNanos) {
        try {
            return queue.poll(patienceNanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError("Interrupted while waiting", interrupted);
        }
    }

    @BeforeEach
    void openTransport() {
        transport = newTransport();
    }

    @AfterEach
    void closeTransport() {
        transport.close();
    }

    protected final <T> T next(BlockingQueue<T> queue) {
        T item = nextOrNull(queue, TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS));
        assertThat(item).as("nothing came in %d seconds", PATIENCE_SECONDS).isNotNull();
        return item;
    }

    protected final NtStatus statusOf(RecordedCompletion notified) {
        return next(notified.outcomes).status();
    }

    protected final RecordedCompletion notified() {
        return new RecordedCompletion(transport);
    }

    protected static InetSocketAddress loopback() {
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    protected static byte[] noise(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    /** All of {@code length} bytes, however they were cut. */
    protected final byte[] nextBytes(StreamProbe probe, int length) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (all.size() < length) {
            all.writeBytes(next(probe.runs));
        }
        return all.toByteArray();
    }

    protected final NtStatus write(StreamChannel channel, byte[] bytes) {
        RecordedCompletion written = notified();
        channel.write(ByteBuffer.wrap(bytes), written);
        return statusOf(written);
    }

    /** A listener at {@code at} that takes connections. */
    protected final TransportChannel listenAt(InetSocketAddress at, AcceptListener listener) {
        RecordedCompletion bound = notified();
        TransportChannel channel = transport.openListener(
                transport.processor(0), new ListenRequest(at, 128, false, false), listener, bound);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_SUCCESS);
        channel.setReading(true);
        return channel;
    }

    protected final StreamChannel openStream(StreamListener listener) {
        return openStreamAt(loopback(), listener);
    }

    protected final StreamChannel openStreamAt(InetSocketAddress local, StreamListener listener) {
        RecordedCompletion bound = notified();
        StreamChannel channel = transport.openStream(transport.processor(1), local, listener, bound);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_SUCCESS);
        return channel;
    }

    /** Two ends of one connection with a probe at each; nobody reads yet. */
    protected final class Connection {
        final StreamProbe clientProbe = new StreamProbe(transport);
        final StreamProbe serverProbe = new StreamProbe(transport);
        final StreamChannel client;
        final StreamChannel server;

        Connection() {
            this(loopback());
        }

        Connection(InetSocketAddress at) {
            Arrivals arrivals = new Arrivals();
            TransportChannel listening = listenAt(at, arrivals);
            client = openStreamAt(at, clientProbe);
            RecordedCompletion connected = notified();
            client.connect(listening.localAddress(), connected);
            assertThat(statusOf(connected)).isEqualTo(NtStatus.STATUS_SUCCESS);
            server = next(arrivals.streams);
            server.attach(serverProbe);
        }

        Connection reading() {
            client.setReading(true);
            server.setReading(true);
            return this;
        }
    }

    /** Keeps what a listener took. */
    protected final class Arrivals implements AcceptListener {
        final BlockingQueue<StreamChannel> streams = new LinkedBlockingQueue<>();
        final BlockingQueue<Integer> processors = new LinkedBlockingQueue<>();
        final BlockingQueue<String> failures = new LinkedBlockingQueue<>();

        @Override
        public void connectionArrived(StreamChannel accepted) {
            processors.add(transport.currentProcessor());
            streams.add(accepted);
        }

        @Override
        public void listenerFailed() {
            failures.add("failed");
        }
    }
}

package org.wskscope.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.logging.ExpectLog;
import org.wskscope.engine.transport.RecordedCompletion.Outcome;

/** What every transport promises of its streams. */
public abstract class StreamContract extends TransportContract {
    /** More than any two socket buffers hold. */
    private static final int MORE_THAN_THE_SYSTEM_HOLDS = 32 << 20;

    private static final long A_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    @Test
    void bothEndsKnowBothAddresses() {
        Connection connection = new Connection();

        assertThat(connection.client.remoteAddress()).isEqualTo(connection.server.localAddress());
        assertThat(connection.server.remoteAddress()).isEqualTo(connection.client.localAddress());
    }

    @Test
    void bytesArriveInTheOrderTheyWereWritten() {
        Connection connection = new Connection().reading();
        byte[] sent = noise(1 << 20);

        RecordedCompletion last = notified();
        for (int at = 0; at < sent.length; at += 1024) {
            connection.client.write(ByteBuffer.wrap(sent, at, 1024), last);
        }

        assertThat(nextBytes(connection.serverProbe, sent.length)).isEqualTo(sent);
        for (int at = 0; at < sent.length; at += 1024) {
            assertThat(statusOf(last)).isEqualTo(NtStatus.STATUS_SUCCESS);
        }
    }

    @Test
    void aWriteOnTheProcessorStandsBehindOneHandedOverByAnotherThread() {
        Connection connection = new Connection().reading();
        RecordedCompletion written = notified();

        TransportProcessor processor = connection.client.processor();
        RecordedCompletion first = notified();
        processor.execute(() -> first.completed(NtStatus.STATUS_SUCCESS));
        connection.client.write(ByteBuffer.wrap(new byte[] {1}), written);
        processor.execute(() -> connection.client.write(ByteBuffer.wrap(new byte[] {2}), written));

        assertThat(nextBytes(connection.serverProbe, 2)).containsExactly(1, 2);
    }

    @Test
    void theBufferBelongsToTheCallerAgainWhenWriteReturns() {
        Connection connection = new Connection().reading();
        ByteBuffer bytes = ByteBuffer.wrap("before".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        connection.client.write(bytes, TransportCompletion.NONE);
        assertThat(bytes.hasRemaining()).isFalse();
        bytes.clear();
        bytes.put("after!".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(nextBytes(connection.serverProbe, 6)).asString().isEqualTo("before");
    }

    @Test
    void aWriteOfNothingSucceeds() {
        Connection connection = new Connection();

        assertThat(write(connection.client, new byte[0])).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void anAcceptedStreamReadsNothingUntilReadingIsTurnedOn() {
        Connection connection = new Connection();
        write(connection.client, new byte[] {42});

        assertThat(nextOrNull(connection.serverProbe.runs, A_MOMENT_NANOS)).isNull();
        connection.server.setReading(true);

        assertThat(next(connection.serverProbe.runs)).containsExactly(42);
        assertThat(next(connection.serverProbe.readLoops)).isTrue();
    }

    @Test
    void whenNobodyReadsWritesStallAndNothingIsLost() {
        Connection connection = new Connection();
        byte[] sent = noise(MORE_THAN_THE_SYSTEM_HOLDS);
        RecordedCompletion last = notified();
        for (int at = 0; at < sent.length; at += 65_536) {
            boolean isLast = at + 65_536 == sent.length;
            connection.client.write(ByteBuffer.wrap(sent, at, 65_536), isLast ? last : TransportCompletion.NONE);
        }

        assertThat(nextOrNull(last.outcomes, A_MOMENT_NANOS)).isNull();
        connection.server.setReading(true);

        assertThat(nextBytes(connection.serverProbe, sent.length)).isEqualTo(sent);
        assertThat(statusOf(last)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void readingStoppedInsideAnIndicationStopsAfterIt() {
        Connection connection = new Connection();
        StreamProbe oneRun = new StreamProbe(transport) {
            @Override
            public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
                super.bytesArrived(channel, bytes);
                channel.setReading(false);
            }
        };
        connection.server.attach(oneRun);
        byte[] sent = noise(1 << 20);
        connection.client.write(ByteBuffer.wrap(sent), TransportCompletion.NONE);

        ByteArrayOutputStream got = new ByteArrayOutputStream();
        while (got.size() < sent.length) {
            connection.server.setReading(true);
            got.writeBytes(next(oneRun.runs));
            next(oneRun.readLoops);
            assertThat(oneRun.runs).isEmpty();
        }

        assertThat(got.toByteArray()).isEqualTo(sent);
    }

    @Test
    void aFinishedOutputStillReadsAndTheOtherSideStillWrites() {
        Connection connection = new Connection().reading();
        RecordedCompletion finished = notified();
        connection.client.write(ByteBuffer.wrap(new byte[] {1}), TransportCompletion.NONE);
        connection.client.finish(finished);

        assertThat(statusOf(finished)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(next(connection.serverProbe.runs)).containsExactly(1);
        assertThat(next(connection.serverProbe.ends)).isEqualTo(StreamProbe.FIN);
        assertThat(write(connection.client, new byte[] {9})).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);

        assertThat(write(connection.server, new byte[] {2})).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(next(connection.clientProbe.runs)).containsExactly(2);
        connection.server.finish(TransportCompletion.NONE);
        assertThat(next(connection.clientProbe.ends)).isEqualTo(StreamProbe.FIN);
        assertThat(connection.serverProbe.ends).isEmpty();
    }

    @Test
    void aResetIsReportedApartFromAFin() {
        Connection connection = new Connection().reading();
        RecordedCompletion closed = notified();

        connection.client.reset(closed);

        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(next(connection.serverProbe.ends)).isEqualTo(StreamProbe.RESET);
        assertThat(write(connection.server, new byte[] {1})).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(connection.serverProbe.ends).isEmpty();
        assertThat(connection.clientProbe.ends).isEmpty();
    }

    @Test
    void aStreamThatDoesNotReadLearnsOfAResetByWriting() {
        Connection connection = new Connection();
        RecordedCompletion closed = notified();
        connection.client.reset(closed);
        statusOf(closed);

        NtStatus status = NtStatus.STATUS_SUCCESS;
        while (status.isSuccess()) {
            status = write(connection.server, new byte[1024]);
        }

        assertThat(status).isEqualTo(NtStatus.STATUS_CONNECTION_RESET);
        assertThat(next(connection.serverProbe.ends)).isEqualTo(StreamProbe.RESET);
        assertThat(connection.serverProbe.ends).isEmpty();
    }

    @Test
    void aStreamThatDoesNotReadLearnsOfAResetWhenItReadsAgain() {
        Connection connection = new Connection();
        RecordedCompletion closed = notified();
        connection.client.reset(closed);
        statusOf(closed);

        assertThat(nextOrNull(connection.serverProbe.ends, A_MOMENT_NANOS)).isNull();
        connection.server.setReading(true);

        assertThat(next(connection.serverProbe.ends)).isEqualTo(StreamProbe.RESET);
    }

    @Test
    void aResetEndsACloseThatWaitsForAPeerWhoDoesNotRead() {
        Connection connection = new Connection();
        RecordedCompletion written = notified();
        RecordedCompletion closed = notified();
        connection.client.write(ByteBuffer.wrap(noise(MORE_THAN_THE_SYSTEM_HOLDS)), written);
        connection.client.close(closed);
        assertThat(nextOrNull(closed.outcomes, A_MOMENT_NANOS)).isNull();

        connection.client.reset(closed);

        assertThat(statusOf(written)).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void closingTheTransportCancelsWhatIsQueuedAndTellsNoLoss() {
        Connection connection = new Connection();
        RecordedCompletion written = notified();
        connection.client.write(ByteBuffer.wrap(noise(MORE_THAN_THE_SYSTEM_HOLDS)), written);

        transport.close();

        assertThat(statusOf(written)).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(connection.clientProbe.ends).isEmpty();
        assertThat(connection.serverProbe.ends).isEmpty();
    }

    @Test
    void aResetCancelsWhatIsQueued() {
        Connection connection = new Connection();
        RecordedCompletion written = notified();
        RecordedCompletion closed = notified();
        connection.client.write(ByteBuffer.wrap(noise(MORE_THAN_THE_SYSTEM_HOLDS)), written);

        connection.client.reset(closed);

        assertThat(statusOf(written)).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void closeLetsQueuedOutputOutBeforeTheFin() {
        Connection connection = new Connection();
        byte[] sent = noise(MORE_THAN_THE_SYSTEM_HOLDS);
        RecordedCompletion written = notified();
        RecordedCompletion closed = notified();
        connection.client.write(ByteBuffer.wrap(sent), written);
        connection.client.close(closed);

        assertThat(write(connection.client, new byte[] {1})).isEqualTo(NtStatus.STATUS_CANCELLED);
        assertThat(closed.outcomes).isEmpty();
        connection.server.setReading(true);

        assertThat(nextBytes(connection.serverProbe, sent.length)).isEqualTo(sent);
        assertThat(next(connection.serverProbe.ends)).isEqualTo(StreamProbe.FIN);
        assertThat(statusOf(written)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aSecondCloseOnlyTells() {
        Connection connection = new Connection();
        RecordedCompletion closed = notified();

        connection.client.close(closed);
        connection.client.close(closed);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
        connection.client.close(closed);

        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void aRefusedStreamKeepsItsAddressAndMayConnectAgain() {
        RecordedCompletion gone = notified();
        TransportChannel first = listenAt(loopback(), new Arrivals());
        InetSocketAddress at = first.localAddress();
        first.close(gone);
        assertThat(statusOf(gone)).isEqualTo(NtStatus.STATUS_SUCCESS);
        StreamProbe probe = new StreamProbe(transport);
        StreamChannel channel = openStream(probe);
        InetSocketAddress local = channel.localAddress();

        for (int attempt = 0; attempt < 3; attempt++) {
            RecordedCompletion refused = notified();
            channel.connect(at, refused);
            assertThat(statusOf(refused)).isEqualTo(NtStatus.STATUS_CONNECTION_REFUSED);
            assertThat(channel.localAddress()).isEqualTo(local);
            assertThat(channel.remoteAddress().getPort()).isZero();
        }
        Arrivals arrivals = new Arrivals();
        listenAt(at, arrivals);
        RecordedCompletion connected = notified();
        channel.connect(at, connected);

        assertThat(statusOf(connected)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(next(arrivals.streams).remoteAddress()).isEqualTo(local);
        channel.setReading(true);
        assertThat(write(channel, new byte[] {1})).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    void beforeConnectingNothingCanBeWrittenOrFinished() {
        StreamChannel channel = openStream(new StreamProbe(transport));
        RecordedCompletion finished = notified();
        channel.finish(finished);

        assertThat(write(channel, new byte[] {1})).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(statusOf(finished)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
        assertThat(channel.remoteAddress().getPort()).isZero();
    }

    @Test
    void aConnectedStreamCannotConnectAgain() {
        Connection connection = new Connection();
        RecordedCompletion again = notified();

        connection.client.connect(connection.server.localAddress(), again);

        assertThat(statusOf(again)).isEqualTo(NtStatus.STATUS_INVALID_DEVICE_STATE);
    }

    @Test
    void closingAStreamThatIsStillBeingOpenedCancelsTheOpening() {
        RecordedCompletion bound = notified();
        RecordedCompletion closed = notified();
        transport
                .processor(1)
                .execute(() -> transport
                        .openStream(transport.processor(1), loopback(), new StreamProbe(transport), bound)
                        .close(closed));

        assertThat(statusOf(closed)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(statusOf(bound)).isEqualTo(NtStatus.STATUS_CANCELLED);
    }

    @Test
    void everythingIsReportedOnTheChannelsProcessorAndNeverInline() {
        Connection connection = new Connection().reading();
        int processor = connection.client.processor().number();
        List<String> order = new ArrayList<>();
        RecordedCompletion written = notified();

        connection.client.processor().execute(() -> {
            connection.client.write(ByteBuffer.wrap(new byte[] {1}), status -> {
                order.add("told");
                written.completed(status);
            });
            order.add("returned");
        });

        assertThat(next(written.outcomes)).isEqualTo(new Outcome(NtStatus.STATUS_SUCCESS, processor));
        assertThat(order).containsExactly("returned", "told");
        assertThat(next(connection.serverProbe.processors))
                .isEqualTo(connection.server.processor().number());
    }

    @Test
    @ExpectLog("The listener of .* failed; the connection is reset")
    void aListenerThatThrowsLosesItsConnectionOnly() {
        Connection bad = new Connection().reading();
        Connection good = new Connection().reading();
        StreamProbe thrower = new StreamProbe(transport) {
            @Override
            public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
                throw new IllegalStateException("thrown on purpose by a test");
            }
        };
        bad.server.attach(thrower);
        bad.client.write(ByteBuffer.wrap(new byte[] {1}), TransportCompletion.NONE);

        assertThat(next(bad.clientProbe.ends)).isEqualTo(StreamProbe.RESET);
        assertThat(next(thrower.ends)).isEqualTo(StreamProbe.RESET);
        good.client.write(ByteBuffer.wrap(new byte[] {2}), TransportCompletion.NONE);
        assertThat(next(good.serverProbe.runs)).containsExactly(2);
    }

    @Test
    @ExpectLog("A completion of a transport operation failed with status STATUS_SUCCESS")
    void aCompletionThatThrowsLosesItsConnectionOnly() {
        Connection connection = new Connection().reading();

        connection.client.write(ByteBuffer.wrap(new byte[] {1}), status -> {
            throw new IllegalStateException("thrown on purpose by a test");
        });

        assertThat(next(connection.serverProbe.ends)).isEqualTo(StreamProbe.RESET);
    }
}

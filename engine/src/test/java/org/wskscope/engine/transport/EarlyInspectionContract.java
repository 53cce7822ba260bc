package org.wskscope.engine.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.NtStatus;

/** What transports promise whose system has established a connection before anybody could inspect it (FID-1): the peer may speak before the answer. */
public abstract class EarlyInspectionContract extends InspectionContract {
    private static final long A_MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    @Override
    protected final boolean holdsTheHandshake() {
        return false;
    }

    /** A peer that is connected and has a request waiting. */
    private final class Waiting {
        final Inspector inspector = new Inspector();
        final StreamChannel client = openStream(new StreamProbe(transport));
        final ConnectionRequest request;
        final StreamProbe probe = new StreamProbe(transport);

        Waiting() {
            TransportChannel listening = inspectAt(inspector);
            RecordedCompletion connected = notified();
            client.connect(listening.localAddress(), connected);
            assertThat(statusOf(connected)).isEqualTo(NtStatus.STATUS_SUCCESS);
            request = next(inspector.requests);
        }

        StreamChannel accepted() {
            request.accept();
            StreamChannel accepted = next(inspector.established);
            accepted.attach(probe);
            return accepted;
        }
    }

    private void settle(TransportProcessor processor) {
        RecordedCompletion settled = notified();
        processor.schedule(() -> settled.completed(NtStatus.STATUS_SUCCESS), A_MOMENT_NANOS);
        statusOf(settled);
    }

    @Test
    @Tag("FID-1")
    void whatThePeerSaidBeforeTheAnswerIsDeliveredInOrderOnceSomebodyReads() {
        Waiting waiting = new Waiting();
        byte[] early = noise(1_000);
        assertThat(write(waiting.client, early)).isEqualTo(NtStatus.STATUS_SUCCESS);
        settle(transport.processor(0));
        StreamChannel accepted = waiting.accepted();
        byte[] late = noise(500);
        assertThat(write(waiting.client, late)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(nextOrNull(waiting.probe.runs, A_MOMENT_NANOS)).isNull();

        accepted.setReading(true);

        byte[] all = nextBytes(waiting.probe, early.length + late.length);
        assertThat(all).startsWith(early).endsWith(late);
        waiting.client.close(TransportCompletion.NONE);
        assertThat(next(waiting.probe.ends)).isEqualTo(StreamProbe.FIN);
    }

    @Test
    @Tag("FID-1")
    void aPeerThatSaysMoreThanIsHeldLosesNothing() {
        Waiting waiting = new Waiting();
        byte[] much = noise(1_000_000);
        RecordedCompletion written = notified();
        waiting.client.write(ByteBuffer.wrap(much), written);
        settle(transport.processor(0));

        waiting.accepted().setReading(true);

        assertThat(nextBytes(waiting.probe, much.length)).isEqualTo(much);
        assertThat(statusOf(written)).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("FID-1")
    void aReaderThatStopsAfterTheFirstRunGetsTheRestLater() {
        Waiting waiting = new Waiting();
        waiting.client.write(ByteBuffer.wrap(noise(100)), TransportCompletion.NONE);
        settle(transport.processor(0));
        waiting.client.write(ByteBuffer.wrap(noise(200)), TransportCompletion.NONE);
        settle(transport.processor(0));
        StreamProbe probe = new StreamProbe(transport) {
            @Override
            public void bytesArrived(StreamChannel channel, ByteBuffer bytes) {
                channel.setReading(false);
                super.bytesArrived(channel, bytes);
            }
        };
        waiting.request.accept();
        StreamChannel accepted = next(waiting.inspector.established);
        accepted.attach(probe);

        accepted.setReading(true);
        assertThat(next(probe.runs)).hasSize(100);
        assertThat(nextOrNull(probe.runs, A_MOMENT_NANOS)).isNull();
        accepted.setReading(true);

        assertThat(next(probe.runs)).isEqualTo(noise(200));
    }

    @Test
    @Tag("FID-1")
    void aFinAloneDropsNoRequest() {
        Waiting waiting = new Waiting();
        waiting.client.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), TransportCompletion.NONE);
        RecordedCompletion finished = notified();
        waiting.client.finish(finished);
        assertThat(statusOf(finished)).isEqualTo(NtStatus.STATUS_SUCCESS);
        assertThat(nextOrNull(waiting.inspector.dropped, A_MOMENT_NANOS)).isNull();

        StreamChannel accepted = waiting.accepted();
        accepted.setReading(true);

        assertThat(nextBytes(waiting.probe, 3)).containsExactly(1, 2, 3);
        assertThat(next(waiting.probe.ends)).isEqualTo(StreamProbe.FIN);
        assertThat(write(accepted, new byte[] {4})).isEqualTo(NtStatus.STATUS_SUCCESS);
    }

    @Test
    @Tag("FID-1")
    void aResetBehindBytesDropsTheRequest() {
        Waiting waiting = new Waiting();
        assertThat(write(waiting.client, new byte[] {1})).isEqualTo(NtStatus.STATUS_SUCCESS);
        settle(transport.processor(0));

        waiting.client.reset(TransportCompletion.NONE);

        assertThat(next(waiting.inspector.dropped)).isSameAs(waiting.request);
    }

    @Test
    @Tag("FID-1")
    void aResetBetweenTheAnswerAndTheFirstReadIsReportedToTheOwner() {
        Waiting waiting = new Waiting();
        waiting.request.accept();
        StreamChannel accepted = next(waiting.inspector.established);
        waiting.client.reset(TransportCompletion.NONE);
        settle(transport.processor(0));

        accepted.attach(waiting.probe);
        accepted.setReading(true);

        assertThat(next(waiting.probe.ends)).isEqualTo(StreamProbe.RESET);
        assertThat(waiting.inspector.dropped).isEmpty();
    }
}

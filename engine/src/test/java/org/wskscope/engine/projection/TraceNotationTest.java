package org.wskscope.engine.projection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.testkit.RandomRecords;
import org.wskscope.engine.testkit.RecordWriter;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.DropReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

@Tag("everyLocale")
class TraceNotationTest {
    private static final int LISTENER = 1;
    private static final int CONNECTION = 2;
    private static final int DATAGRAM = 3;

    private final TraceLog log = new TraceLog(1_000);
    private final TraceStamp at = new TraceStamp();
    private long now;

    @BeforeEach
    void createSockets() {
        log.clientRegistered(next(), "golden", 0x0100);
        log.socketCreated(next(), LISTENER, SocketCategory.LISTEN, 2, 0);
        log.socketBound(next(), LISTENER, new InetSocketAddress(InetAddress.getLoopbackAddress(), 7007));
        log.socketCreated(next(), CONNECTION, SocketCategory.CONNECTION, 2, 1);
        log.socketCreated(next(), DATAGRAM, SocketCategory.DATAGRAM, 2, 0);
    }

    @Test
    void disablingInFlightIsReportedAsInTheSpecification() {
        log.connectionArrived(next(), LISTENER, new InetSocketAddress(InetAddress.getLoopbackAddress(), 50_000), 1);
        long accept = log.callbackEntered(next(), LISTENER, WskCallback.ACCEPT, 8, 0, CONNECTION);
        log.socketAccepted(next(), LISTENER, CONNECTION, AcceptRoute.EVENT);
        log.callbackReturned(next(), LISTENER, WskCallback.ACCEPT, accept, NtStatus.STATUS_SUCCESS, 0);
        long enabling = option(EventMask.of(WskEvent.WSK_EVENT_RECEIVE), 0);
        log.callbackEnabled(next(), CONNECTION, 0x40, 0x40, EnableOrigin.OPTION);
        answer(enabling, 0, NtStatus.STATUS_SUCCESS);
        log.bytesArrived(next(), CONNECTION, ByteBuffer.wrap("a".getBytes(UTF_8)));
        long entered = log.callbackEntered(next(), CONNECTION, WskCallback.RECEIVE, 8, 1, 0);
        log.callbackDeferred(next(), CONNECTION, WskCallback.RECEIVE, entered);
        long disabling = option(EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE), 7);
        log.callbackDisableRequested(next(), CONNECTION, WskEvent.WSK_EVENT_RECEIVE, 1, 7);
        log.irpPended(next(), CONNECTION, WskFunction.WSK_CONTROL_SOCKET, 7, 0);
        answer(disabling, 7, NtStatus.STATUS_PENDING);
        log.bytesArrived(next(), CONNECTION, ByteBuffer.wrap("b".getBytes(UTF_8)));
        log.indicationBuffered(next(), CONNECTION, 1, BufferReason.EVENT_DISABLED);
        log.callbackReturned(next(), CONNECTION, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 1);
        log.callbackDisabled(next(), CONNECTION, WskEvent.WSK_EVENT_RECEIVE, 0, DisableReason.OPTION);
        log.irpCompleted(next(), CONNECTION, WskFunction.WSK_CONTROL_SOCKET, 7, NtStatus.STATUS_SUCCESS, 0);

        assertThat(notation()).isEqualTo(golden("disable-in-flight.txt"));
        assertThat(listing()).isEqualTo(golden("disable-in-flight-listing.txt"));
    }

    @Test
    void callsThatOverlapNameTheirAnswers() {
        long receive = log.functionCalled(next(), CONNECTION, WskFunction.WSK_RECEIVE, 3, 0, 64);
        long send = log.functionCalled(next(), CONNECTION, WskFunction.WSK_SEND, 4, 0, 5);
        log.functionReturned(next(), CONNECTION, WskFunction.WSK_SEND, 4, NtStatus.STATUS_PENDING, send);
        log.functionReturned(next(), CONNECTION, WskFunction.WSK_RECEIVE, 3, NtStatus.STATUS_PENDING, receive);
        log.bytesArrived(next(), CONNECTION, ByteBuffer.wrap("say \"hi\"\r\n\0 and more".getBytes(UTF_8)));
        log.irpCancelRequested(next(), CONNECTION, WskFunction.WSK_SEND, 4);
        log.irpCompleted(next(), CONNECTION, WskFunction.WSK_SEND, 4, NtStatus.STATUS_CANCELLED, 2);
        long entered = log.callbackEntered(next(), CONNECTION, WskCallback.RECEIVE, 8, 20, 0);
        log.callbackReturned(next(), CONNECTION, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 12);
        log.datagramArrived(next(), DATAGRAM, 9, new InetSocketAddress(InetAddress.getLoopbackAddress(), 9));
        log.callbackEntered(next(), DATAGRAM, WskCallback.RECEIVE_FROM, 8, 2, 0);
        log.callbackEntered(next(), DATAGRAM, WskCallback.RECEIVE_FROM, 8, 1, 0);
        log.datagramDropped(next(), DATAGRAM, 9, 1, DropReason.QUEUE_FULL);
        log.inputFinished(next(), CONNECTION, 0, false);
        log.callbackEntered(next(), CONNECTION, WskCallback.DISCONNECT, 8, 0, 0);
        log.functionCalled(next(), CONNECTION, WskFunction.WSK_DISCONNECT, 5, 0, 1);
        log.functionCalled(next(), CONNECTION, WskFunction.WSK_CLOSE_SOCKET, 6, 0, 0);
        log.irpCompleted(next(), CONNECTION, WskFunction.WSK_CLOSE_SOCKET, 6, NtStatus.STATUS_SUCCESS, 0);
        log.socketStateChanged(next(), CONNECTION, SocketState.CLOSING, SocketState.CLOSED);
        log.connectionReset(next(), CONNECTION);
        log.violationFound(next(), CONNECTION, Violation.USE_AFTER_CLOSE, 3);
        log.callbackEntered(next(), LISTENER, WskCallback.ACCEPT, 0, 0, 0);

        assertThat(notation()).isEqualTo(golden("overlapping-calls.txt"));
    }

    @Test
    void everyKindHasALineInTheListing() {
        RandomRecords random = new RandomRecords(1);
        RecordWriter writer = new RecordWriter(log);
        for (Class<? extends TraceRecord> kind : RandomRecords.kinds()) {
            writer.write(random.next(kind, log.size()));
        }
        log.seal(at);

        assertThat(listing().lines()).hasSize((int) log.size()).noneMatch(String::isBlank);
    }

    @Test
    void appendingInPiecesGivesTheSameText() throws IOException {
        disablingInFlightIsReportedAsInTheSpecification();
        TraceNotation notation = new TraceNotation();
        StringBuilder text = new StringBuilder();

        for (long sequence = 0; sequence < log.size(); sequence++) {
            notation.append(log, sequence, sequence + 1, text);
        }

        assertThat(text).hasToString(notation());
    }

    private TraceStamp next() {
        now += 1_000_000;
        return at.set(now, 0, Irql.DISPATCH_LEVEL, -1);
    }

    private long option(EventMask mask, int irp) {
        return log.functionCalled(
                next(),
                CONNECTION,
                WskFunction.WSK_CONTROL_SOCKET,
                irp,
                ControlCode.SO_WSK_EVENT_CALLBACK,
                mask.bits());
    }

    private void answer(long called, int irp, NtStatus status) {
        log.functionReturned(next(), CONNECTION, WskFunction.WSK_CONTROL_SOCKET, irp, status, called);
    }

    private String notation() {
        StringBuilder text = new StringBuilder();
        try {
            new TraceNotation().append(log, 0, log.size(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private String listing() {
        StringBuilder text = new StringBuilder();
        try {
            new TraceListing().append(log, 0, log.size(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String golden(String name) {
        try (InputStream text = TraceNotationTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(text.readAllBytes(), UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

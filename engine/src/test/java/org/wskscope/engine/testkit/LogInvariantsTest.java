package org.wskscope.engine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.wskscope.engine.nt.NtStatus.STATUS_DATA_NOT_ACCEPTED;
import static org.wskscope.engine.nt.NtStatus.STATUS_PENDING;
import static org.wskscope.engine.nt.NtStatus.STATUS_SUCCESS;
import static org.wskscope.engine.wsk.WskCallback.RECEIVE;
import static org.wskscope.engine.wsk.WskCallback.RECEIVE_FROM;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.InspectionOutcome;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Each promise, broken once on purpose in an otherwise sound log. */
class LogInvariantsTest {
    private static final int SOCKET = 1;
    private static final InetSocketAddress PEER = new InetSocketAddress(7);

    private final TraceLog log = new TraceLog(1_000);
    private final TraceStamp at = new TraceStamp();

    private record Story(String fault, Consumer<LogInvariantsTest> report) {
        @Override
        public String toString() {
            return fault;
        }
    }

    static Stream<Story> broken() {
        return Stream.of(requests(), callbacks(), closes(), bytesAndInspections())
                .flatMap(stories -> stories);
    }

    private static Stream<Story> requests() {
        return Stream.of(
                new Story("IRP #5 never completed", test -> test.pend(5)),
                new Story("IRP #5 completed twice", test -> {
                    test.pend(5);
                    test.complete(5, 0);
                    test.complete(5, 0);
                }),
                new Story("IRP #5 completed without a call", test -> test.complete(5, 0)),
                new Story("time went back on processor 0", test -> {
                    test.at.set(20, 0, Irql.DISPATCH_LEVEL, -1);
                    test.log.bytesSent(test.at, SOCKET, 0, 0);
                    test.at.set(19, 0, Irql.DISPATCH_LEVEL, -1);
                    test.log.bytesSent(test.at, SOCKET, 0, 0);
                }),
                new Story("PENDING was answered, nothing was pended", test -> {
                    long called = test.call(5);
                    test.complete(5, 0);
                    test.answer(5, called, true);
                }),
                new Story("answer and completion differ", test -> {
                    long called = test.call(5);
                    test.answer(5, called, false);
                    test.complete(5, 0);
                }));
    }

    private static Stream<Story> callbacks() {
        return Stream.of(
                new Story("two callbacks are in progress", test -> {
                    test.arrive(2);
                    test.leave(test.enter(RECEIVE, 1), RECEIVE, test.enter(RECEIVE, 1));
                }),
                new Story("a callback began while its event was off", test -> {
                    test.arrive(1);
                    test.disabled();
                    test.leave(test.enter(RECEIVE, 1), RECEIVE);
                }),
                new Story("an event was reported off while its callback is in progress", test -> {
                    test.arrive(1);
                    long entered = test.enter(RECEIVE, 1);
                    test.disabled();
                    test.leave(entered, RECEIVE);
                }),
                new Story("the disable counts otherwise", test -> {
                    test.arrive(1);
                    long entered = test.enter(RECEIVE, 1);
                    test.log.callbackDisableRequested(test.at, SOCKET, WSK_EVENT_RECEIVE, 2, 0);
                    test.leave(entered, RECEIVE);
                }),
                new Story("a callback began after WskCloseSocket", test -> {
                    test.arrive(1);
                    test.closing();
                    test.leave(test.enter(RECEIVE, 1), RECEIVE);
                    test.log.socketClosed(test.at, SOCKET);
                }));
    }

    private static Stream<Story> closes() {
        return Stream.of(
                new Story("the socket is gone, its callback is in progress", test -> {
                    test.arrive(1);
                    long entered = test.enter(RECEIVE, 1);
                    test.closing();
                    test.log.socketClosed(test.at, SOCKET);
                    test.leave(entered, RECEIVE);
                }),
                new Story("something follows the end of the socket", test -> {
                    test.closing();
                    test.log.socketClosed(test.at, SOCKET);
                    test.log.gateChanged(test.at, SOCKET, true, 0);
                }),
                new Story("a close never ended", LogInvariantsTest::closing),
                new Story("the close completed before the socket was gone", test -> {
                    test.log.functionCalled(test.at, SOCKET, WskFunction.WSK_CLOSE_SOCKET, 6, 0, 0);
                    test.closing();
                    test.log.irpCompleted(test.at, SOCKET, WskFunction.WSK_CLOSE_SOCKET, 6, STATUS_SUCCESS, 0);
                    test.log.socketClosed(test.at, SOCKET);
                }),
                new Story("the close completed while requests [5] are pending", test -> {
                    test.pend(5);
                    test.closeWhole();
                }),
                new Story("a request completed after the close", test -> {
                    test.pend(5);
                    test.closeWhole();
                    test.complete(5, 0);
                }));
    }

    private static Stream<Story> bytesAndInspections() {
        return Stream.of(
                new Story("a callback never returned", test -> {
                    test.arrive(1);
                    test.enter(RECEIVE, 1);
                }),
                new Story("a callback returned that was not in progress", test -> test.leave(0, RECEIVE)),
                new Story("3 indicated, only 2 are there", test -> {
                    test.arrive(2);
                    test.leave(test.enter(RECEIVE, 3), RECEIVE);
                }),
                new Story("the client got 3, only 2 arrived", test -> {
                    test.arrive(2);
                    test.call(5);
                    test.complete(5, 3);
                }),
                new Story("more was released than retained", test -> {
                    test.arrive(2);
                    long entered = test.retain();
                    test.log.listReleased(test.at, SOCKET, entered, 3, 0);
                }),
                new Story("2 are retained, the record says otherwise", test -> {
                    test.arrive(2);
                    test.log.listRetained(test.at, SOCKET, 0, 2, 7);
                }),
                new Story("neither retained nor indicated", test -> test.log.listReleased(test.at, SOCKET, 0, 1, 0)),
                new Story("an inspection never ended", test -> test.log.connectionRequested(test.at, SOCKET, PEER, 1)),
                new Story("an inspection ended that was not open", test -> {
                    test.log.connectionRequested(test.at, SOCKET, PEER, 1);
                    test.log.inspectionEnded(test.at, SOCKET, 1, InspectionOutcome.REJECTED);
                    test.log.inspectionEnded(test.at, SOCKET, 1, InspectionOutcome.ABORTED);
                }));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aBrokenPromiseIsFoundAndItsRecordsArePrinted(Story story) {
        log.callbackEnabled(at, SOCKET, WSK_EVENT_RECEIVE.bit(), WSK_EVENT_RECEIVE.bit(), EnableOrigin.OPTION);

        story.report().accept(this);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> LogInvariants.assertHold(log))
                .withMessageContaining(story.fault())
                .withMessageContaining("head=");
    }

    @Test
    void aSoundLogHasNoFaults() {
        log.callbackEnabled(at, SOCKET, WSK_EVENT_RECEIVE.bit(), WSK_EVENT_RECEIVE.bit(), EnableOrigin.OPTION);
        arrive(3);
        long entered = retain();
        log.listReleased(at, SOCKET, entered, 2, 0);
        arrive(1);
        log.callbackReturned(at, SOCKET, RECEIVE, enter(RECEIVE, 2), STATUS_DATA_NOT_ACCEPTED, 2);
        pend(5);
        complete(5, 2);
        disabled();
        closeWhole();

        LogInvariants.assertHold(log);
    }

    @Test
    void receiveFromCallsMayOverlapWhereTheyAreAllowedTo() {
        WskEvent event = WskEvent.WSK_EVENT_RECEIVE_FROM;
        log.callbackEnabled(at, SOCKET, event.bit(), event.bit(), EnableOrigin.OPTION);
        log.datagramArrived(at, SOCKET, 1, PEER);
        log.datagramArrived(at, SOCKET, 1, PEER);
        leave(enter(RECEIVE_FROM, 1), RECEIVE_FROM, enter(RECEIVE_FROM, 1));

        LogInvariants parallel = new LogInvariants(true);
        parallel.addAll(log);
        LogInvariants serial = new LogInvariants(false);
        serial.addAll(log);

        assertThat(parallel.faults()).isEmpty();
        assertThat(serial.faults()).hasSize(1);
    }

    private long call(int irp) {
        return log.functionCalled(at, SOCKET, WskFunction.WSK_RECEIVE, irp, 0, 0);
    }

    private void pend(int irp) {
        long called = call(irp);
        log.irpPended(at, SOCKET, WskFunction.WSK_RECEIVE, irp, 4);
        answer(irp, called, true);
    }

    private void answer(int irp, long called, boolean pending) {
        log.functionReturned(
                at, SOCKET, WskFunction.WSK_RECEIVE, irp, pending ? STATUS_PENDING : STATUS_SUCCESS, called);
    }

    private void complete(int irp, long information) {
        log.irpCompleted(at, SOCKET, WskFunction.WSK_RECEIVE, irp, STATUS_SUCCESS, information);
    }

    private void arrive(int bytes) {
        log.bytesArrived(at, SOCKET, ByteBuffer.allocate(bytes));
    }

    private long enter(WskCallback callback, long amount) {
        return log.callbackEntered(at, SOCKET, callback, 0, amount, 0);
    }

    private void leave(long entered, WskCallback callback, long... more) {
        log.callbackReturned(at, SOCKET, callback, entered, STATUS_SUCCESS, 1);
        for (long other : more) {
            log.callbackReturned(at, SOCKET, callback, other, STATUS_SUCCESS, 1);
        }
    }

    private long retain() {
        long entered = enter(RECEIVE, 2);
        log.callbackReturned(at, SOCKET, RECEIVE, entered, STATUS_PENDING, 2);
        log.listRetained(at, SOCKET, entered, 2, 2);
        return entered;
    }

    private void disabled() {
        log.callbackDisabled(at, SOCKET, WSK_EVENT_RECEIVE, 0, DisableReason.OPTION);
    }

    private void closing() {
        log.socketStateChanged(at, SOCKET, SocketState.CONNECTED, SocketState.CLOSING);
    }

    private void closeWhole() {
        log.functionCalled(at, SOCKET, WskFunction.WSK_CLOSE_SOCKET, 6, 0, 0);
        closing();
        log.socketClosed(at, SOCKET);
        log.irpCompleted(at, SOCKET, WskFunction.WSK_CLOSE_SOCKET, 6, STATUS_SUCCESS, 0);
    }
}

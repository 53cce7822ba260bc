package org.wskscope.engine.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.WaitFor;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

class ScopeFoldTest {
    private static final int RECEIVE = WskEvent.WSK_EVENT_RECEIVE.bit();
    private static final int DISABLE_RECEIVE =
            EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE).bits();
    private static final int SO_WSK_EVENT_CALLBACK = 5;

    private final TraceLog log = new TraceLog(1000);
    private final TraceStamp at = new TraceStamp();
    private final ScopeFold fold = new ScopeFold(log);
    private long nowNanos;

    @Test
    void socketsAreNamedByCategoryAndOrderOfCreation() {
        log.socketCreated(at(), 2, SocketCategory.CONNECTION, 2, 1);
        log.socketCreated(at(), 1, SocketCategory.LISTEN, 2, 0);
        log.socketCreated(at(), 4, SocketCategory.CONNECTION, 2, 0);

        ScopeSnapshot snapshot = folded();

        assertThat(snapshot.sockets()).extracting(SocketRow::name).containsExactly("L1", "C1", "C2");
        assertThat(row(4).name()).isEqualTo("C2");
        assertThat(snapshot.socket(new SocketId(3))).isNull();
        assertThat(snapshot.socket(new SocketId(5))).isNull();
    }

    @Test
    void theConnectionsOfAListenerShareLanesAndAllOthersShareTheirs() {
        log.socketCreated(at(), 1, SocketCategory.LISTEN, 2, 0);
        log.socketCreated(at(), 2, SocketCategory.CONNECTION, 2, 0);
        log.socketCreated(at(), 3, SocketCategory.CONNECTION, 2, 1);
        log.socketCreated(at(), 4, SocketCategory.DATAGRAM, 2, 1);
        log.socketAccepted(at(), 1, 2, AcceptRoute.EVENT);
        log.socketAccepted(at(), 1, 3, AcceptRoute.EVENT);
        long first = log.callbackEntered(at(), 2, WskCallback.RECEIVE, 0, 64, 0);
        long second = log.callbackEntered(at(), 3, WskCallback.RECEIVE, 0, 64, 0);
        log.callbackReturned(at(), 2, WskCallback.RECEIVE, first, NtStatus.STATUS_SUCCESS, 0);
        long other = log.callbackEntered(at(), 4, WskCallback.RECEIVE_FROM, 0, 1, 0);
        log.irpPended(at(), 3, WskFunction.WSK_SEND, 9, 64);

        ScopeSnapshot snapshot = folded();
        LaneView ofListener = snapshot.lane(new LaneKey(LaneKind.SHARED_CALLBACKS, 1));
        LaneView ofOthers = snapshot.lane(new LaneKey(LaneKind.SHARED_CALLBACKS, 0));

        assertThat(ofListener.size()).isEqualTo(2);
        assertThat(ofListener.bar(0).startSequence()).isEqualTo(first);
        assertThat(ofListener.bar(0).isOpen()).isFalse();
        assertThat(ofListener.bar(1).startSequence()).isEqualTo(second);
        assertThat(ofListener.bar(1).isOpen()).isTrue();
        assertThat(ofOthers.bar(0).startSequence()).isEqualTo(other);
        assertThat(snapshot.lane(new LaneKey(LaneKind.SHARED_IRPS, 1)).size()).isEqualTo(1);
        assertThat(snapshot.sharedLanes(LaneKind.SHARED_CALLBACKS)).hasSize(2);
        assertThat(snapshot.lanes()).noneMatch(lane -> lane.key().isShared());
    }

    @Test
    void connectionEventsEnabledOnAListenerAreLocked() {
        log.socketCreated(at(), 1, SocketCategory.LISTEN, 2, 0);
        int accept = WskEvent.WSK_EVENT_ACCEPT.bit();
        log.callbackEnabled(at(), 1, accept | RECEIVE, accept | RECEIVE, EnableOrigin.OPTION);

        folded();

        assertThat(row(1).lamp(WskEvent.WSK_EVENT_ACCEPT)).isEqualTo(EventState.ON);
        assertThat(row(1).lamp(WskEvent.WSK_EVENT_RECEIVE)).isEqualTo(EventState.LOCKED);
        assertThat(row(1).lamp(WskEvent.WSK_EVENT_DISCONNECT)).isEqualTo(EventState.OFF);
    }

    @Test
    void anAcceptedSocketKnowsItsListenerAndWhatItInherited() {
        log.socketCreated(at(), 1, SocketCategory.LISTEN, 2, 0);
        log.connectionArrived(at(), 1, new InetSocketAddress(InetAddress.getLoopbackAddress(), 41822), 1);
        log.socketCreated(at(), 2, SocketCategory.CONNECTION, 2, 0);
        log.socketAccepted(at(), 1, 2, AcceptRoute.EVENT);
        log.callbackEnabled(at(), 2, RECEIVE, RECEIVE, EnableOrigin.INHERITED);

        folded();

        assertThat(row(2).listener()).isEqualTo(new SocketId(1));
        assertThat(row(2).route()).isEqualTo(AcceptRoute.EVENT);
        assertThat(row(2).inheritedMask()).isEqualTo(EventMask.of(WskEvent.WSK_EVENT_RECEIVE));
        assertThat(row(2).lamp(WskEvent.WSK_EVENT_RECEIVE)).isEqualTo(EventState.ON);
        assertThat(row(1).counters().accepted()).isEqualTo(1);
        assertThat(row(1).queued()).isZero();
    }

    @Test
    void aSocketThatClosedStaysInTheTableAndIsCounted() {
        log.socketCreated(at(), 1, SocketCategory.DATAGRAM, 2, 0);
        log.socketStateChanged(at(), 1, SocketState.CREATED, SocketState.CLOSED);
        log.socketClosed(at(), 1);

        ScopeSnapshot snapshot = folded();

        assertThat(row(1).isClosed()).isTrue();
        assertThat(snapshot.totals()).isEqualTo(new Totals(0, 1, 0, 0, 0, 3));
    }

    @Test
    void aRequestIsAnOpenBarUntilItCompletes() {
        log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
        log.irpPended(at(), 1, WskFunction.WSK_RECEIVE, 9, 4096);

        folded();
        Bar open = bar(LaneKind.IRPS, 1);
        log.irpCompleted(at(), 1, WskFunction.WSK_RECEIVE, 9, NtStatus.STATUS_SUCCESS, 100);
        folded();
        Bar done = bar(LaneKind.IRPS, 1);

        assertThat(open.isOpen()).isTrue();
        assertThat(open.status()).isEqualTo(NtStatus.STATUS_PENDING.code());
        assertThat(open.detail()).isEqualTo(4096);
        assertThat(done.isOpen()).isFalse();
        assertThat(done.status()).isZero();
        assertThat(row(1).irps()).isEmpty();
    }

    @Test
    void aRequestThatNeverWaitedIsABarWithoutLength() {
        log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
        log.irpCompleted(at(), 1, WskFunction.WSK_SEND, 3, NtStatus.STATUS_SUCCESS, 64);

        folded();

        assertThat(bar(LaneKind.IRPS, 1).durationNanos()).isZero();
        assertThat(bar(LaneKind.IRPS, 1).isOpen()).isFalse();
    }

    @Test
    void aKeptListLastsUntilItsLastByteIsReleased() {
        log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
        long entered = log.callbackEntered(at(), 1, WskCallback.RECEIVE, 0, 64, 0);
        log.listRetained(at(), 1, entered, 64, 64);
        log.callbackReturned(at(), 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_PENDING, 64);
        log.listReleased(at(), 1, entered, 40, 24);

        folded();
        boolean openAfterPart = bar(LaneKind.RETAINED, 1).isOpen();
        long keptAfterPart = row(1).retained();
        log.listReleased(at(), 1, entered, 24, 0);
        folded();

        assertThat(keptAfterPart).isEqualTo(24);
        assertThat(row(1).retained()).isZero();
        assertThat(openAfterPart).isTrue();
        assertThat(bar(LaneKind.RETAINED, 1).isOpen()).isFalse();
    }

    @Test
    void bytesStayQueuedUntilTheCallbackHasTakenThem() {
        log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
        log.bytesArrived(at(), 1, ByteBuffer.allocate(64));
        long entered = log.callbackEntered(at(), 1, WskCallback.RECEIVE, 0, 64, 0);

        folded();
        long during = row(1).queued();
        log.callbackReturned(at(), 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 40);
        folded();
        long afterPart = row(1).queued();
        entered = log.callbackEntered(at(), 1, WskCallback.RECEIVE, 0, 24, 0);
        log.callbackReturned(at(), 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_DATA_NOT_ACCEPTED, 24);
        folded();

        assertThat(during).isEqualTo(64);
        assertThat(afterPart).isEqualTo(24);
        assertThat(row(1).queued()).isEqualTo(24);
    }

    @Test
    void aClosedGateSaysWhy() {
        log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
        log.bytesArrived(at(), 1, ByteBuffer.allocate(64));
        log.indicationBuffered(at(), 1, 64, BufferReason.NOT_TAKEN);
        log.gateChanged(at(), 1, false, 64);
        folded();
        ReceiveGate refused = row(1).receiveGate();
        log.gateChanged(at(), 1, true, 64);
        folded();
        ReceiveGate reopened = row(1).receiveGate();
        log.indicationBuffered(at(), 1, 24, BufferReason.PAUSED);
        log.gateChanged(at(), 1, false, 24);
        folded();
        ReceiveGate paused = row(1).receiveGate();
        log.callbackDisableRequested(at(), 1, WskEvent.WSK_EVENT_RECEIVE, 1, 0);
        folded();

        assertThat(refused).isEqualTo(ReceiveGate.REFUSED);
        assertThat(reopened).isEqualTo(ReceiveGate.OPEN);
        assertThat(paused).isEqualTo(ReceiveGate.PAUSED);
        assertThat(row(1).receiveGate()).isEqualTo(ReceiveGate.DRAINING);
        assertThat(row(1).counters().messages()).isEqualTo(1);
    }

    @Test
    void thatACallbackTookLongIsAFindingButNoTroubleOfItsSocket() {
        log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
        log.violationFound(at(), 1, Violation.CALLBACK_OVER_DISPATCH_BUDGET, 0);

        assertThat(folded().findings()).hasSize(1);
        assertThat(row(1).counters().violations()).isZero();
    }

    @Test
    void misuseIsAFindingAndCountsForItsSocket() {
        log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
        log.violationFound(at(), 1, Violation.USE_AFTER_CLOSE, 0);

        ScopeSnapshot snapshot = folded();

        assertThat(snapshot.findings())
                .containsExactly(
                        new Finding(1, 2_000, new SocketId(1), Violation.USE_AFTER_CLOSE, 0, Finding.UNEXPLAINED));
        assertThat(row(1).counters().violations()).isEqualTo(1);
    }

    @Test
    void aWaitInsideACallbackStandsUntilItEndsAndItsFindingIsExplained() {
        log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
        long entered = log.callbackEntered(at(), 1, WskCallback.RECEIVE, 0, 7, 0);
        long began = log.waitBegan(at(), 1, WaitFor.IRP, 7, entered);
        log.violationFound(at(), 1, Violation.WAIT_INSIDE_CALLBACK, began);
        long explained = log.deadlockFound(at(), 1, began, "RCV(C1) waits for I7");
        ScopeSnapshot stuck = folded();
        log.waitEnded(at(), 1, began, NtStatus.STATUS_CANCELLED);
        ScopeSnapshot ended = folded();

        assertThat(stuck.findings()).extracting(Finding::explained).containsExactly(explained);
        OpenWait wait = stuck.socket(new SocketId(1)).waits().get(0);
        assertThat(wait.isStuck()).isTrue();
        assertThat(List.of(wait.began(), wait.within(), wait.explained())).containsExactly(began, entered, explained);
        assertThat(wait.irp()).isEqualTo(7);
        assertThat(ended.socket(new SocketId(1)).waits()).isEmpty();
        assertThat(stuck.socket(new SocketId(1)).waits()).hasSize(1);
    }

    @Nested
    class WhenReceiveIsDisabledWhileItsCallbackIsHeld {
        private long entered;
        private long called;

        private void hold() {
            log.socketCreated(at(), 1, SocketCategory.CONNECTION, 2, 0);
            log.callbackEnabled(at(), 1, RECEIVE, RECEIVE, EnableOrigin.OPTION);
            log.bytesArrived(at(), 1, ByteBuffer.allocate(64));
            entered = log.callbackEntered(at(0, Irql.DISPATCH_LEVEL), 1, WskCallback.RECEIVE, 0, 64, 0);
            log.callbackDeferred(at(0, Irql.DISPATCH_LEVEL), 1, WskCallback.RECEIVE, entered);
            called = log.functionCalled(
                    at(), 1, WskFunction.WSK_CONTROL_SOCKET, 7, SO_WSK_EVENT_CALLBACK, DISABLE_RECEIVE);
            log.callbackDisableRequested(at().causedBy(called), 1, WskEvent.WSK_EVENT_RECEIVE, 1, 7);
            log.functionReturned(at(), 1, WskFunction.WSK_CONTROL_SOCKET, 7, NtStatus.STATUS_PENDING, called);
        }

        @Test
        void theLampWaitsAndTheCallsBarStaysOpenWithItsAnswer() {
            hold();

            ScopeSnapshot snapshot = folded();

            Bar call = bar(LaneKind.CONTROL, 1);
            assertThat(row(1).lamp(WskEvent.WSK_EVENT_RECEIVE)).isEqualTo(EventState.WAITING);
            assertThat(call.startSequence()).isEqualTo(called);
            assertThat(call.isOpen() && call.waiting()).isTrue();
            assertThat(call.status()).isEqualTo(NtStatus.STATUS_PENDING.code());
            assertThat(call.detail()).isEqualTo(DISABLE_RECEIVE);
            assertThat(snapshot.totals().callbacksHeld()).isEqualTo(1);
        }

        @Test
        void theHeldCallbackIsInFlightAndHasLeftItsProcessor() {
            hold();

            folded();

            Bar callback = bar(LaneKind.CALLBACKS, 1);
            Bar work = bar(LaneKind.PROCESSOR, 0);
            assertThat(callback.isOpen() && callback.waiting()).isTrue();
            assertThat(row(1).callbacks())
                    .extracting(CallbackInFlight::deferred)
                    .containsExactly(true);
            assertThat(work.isOpen()).isFalse();
            assertThat(work.durationNanos()).isEqualTo(1_000);
            assertThat(work.code()).isEqualTo(Irql.DISPATCH_LEVEL.ordinal());
        }

        @Test
        void theReturnEndsBothAndTheEventIsOff() {
            hold();
            log.callbackReturned(at(), 1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
            long off = log.callbackDisabled(at(), 1, WskEvent.WSK_EVENT_RECEIVE, 0, DisableReason.OPTION);

            ScopeSnapshot snapshot = folded();

            assertThat(row(1).lamp(WskEvent.WSK_EVENT_RECEIVE)).isEqualTo(EventState.OFF);
            assertThat(bar(LaneKind.CONTROL, 1).endSequence()).isEqualTo(off);
            assertThat(bar(LaneKind.CONTROL, 1).status()).isEqualTo(NtStatus.STATUS_PENDING.code());
            assertThat(bar(LaneKind.CALLBACKS, 1).status()).isZero();
            assertThat(snapshot.totals()).isEqualTo(new Totals(1, 0, 0, 0, 0, log.size()));
            assertThat(row(1).queued()).isZero();
        }
    }

    private TraceStamp at() {
        return at(RecordHead.NO_PROCESSOR, Irql.PASSIVE_LEVEL);
    }

    private TraceStamp at(int processor, Irql irql) {
        nowNanos += 1_000;
        return at.set(nowNanos, processor, irql, RecordHead.NO_CAUSE);
    }

    private ScopeSnapshot folded() {
        fold.foldTo(log.size());
        return fold.snapshot();
    }

    private SocketRow row(int socket) {
        return Objects.requireNonNull(fold.snapshot().socket(new SocketId(socket)));
    }

    private Bar bar(LaneKind kind, int number) {
        LaneView lane = Objects.requireNonNull(fold.snapshot().lane(new LaneKey(kind, number)));
        return lane.bar(lane.size() - 1);
    }
}

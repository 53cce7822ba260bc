package org.wskscope.app.view.timeline;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.ControlCode;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** The middle of scenario SCN-03: a receive callback of C1 is held, and its event is being disabled with an IRP. Up to 62.7 ms of session time. */
final class PictureLog {
    static final long NOW_NANOS = 62_700_000;
    static final int L1 = 1;
    static final int C1 = 2;
    static final int C2 = 3;
    static final int D1 = 4;

    private static final int RECEIVE = WskEvent.WSK_EVENT_RECEIVE.bit();

    private final TraceLog log = new TraceLog(10_000);
    private final TraceStamp at = new TraceStamp();

    /** The record of the disabling call. */
    private long disabling;

    private long receiving;

    PictureLog() {
        listener();
        firstMessage();
        secondMessage();
    }

    TraceLog log() {
        return log;
    }

    long disabling() {
        return disabling;
    }

    /** The record that began the held callback. */
    long receiving() {
        return receiving;
    }

    private void listener() {
        log.clientRegistered(at(0, -1), "echosrv", 0x100);
        log.socketCreated(at(0.2, -1), L1, SocketCategory.LISTEN, 2, 0);
        log.socketBound(at(0.5, -1), L1, address(50007));
        log.socketStateChanged(at(0.6, -1), L1, SocketState.CREATED, SocketState.LISTENING);
        log.callbackEnabled(at(0.8, -1), L1, 0x2C0, 0x2C0, EnableOrigin.OPTION);
        log.socketCreated(at(1, -1), D1, SocketCategory.DATAGRAM, 2, 1);
        log.socketBound(at(1.2, -1), D1, address(50053));
        log.callbackEnabled(at(1.5, -1), D1, 0x100, 0x100, EnableOrigin.OPTION);
    }

    private void firstMessage() {
        log.connectionArrived(at(10, 0), L1, address(41822), 1);
        log.socketCreated(at(10.05, 0), C1, SocketCategory.CONNECTION, 2, 0);
        log.socketConnected(at(10.06, 0), C1, address(41822));
        long accept = log.callbackEntered(
                at(10.1, 0, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE), L1, WskCallback.ACCEPT, 0, 1, C1);
        long accepted = log.callbackReturned(
                at(14.2, 0, Irql.PASSIVE_LEVEL, accept), L1, WskCallback.ACCEPT, accept, NtStatus.STATUS_SUCCESS, 0);
        log.socketAccepted(at(14.25, 0), L1, C1, AcceptRoute.EVENT);
        log.callbackEnabled(at(14.3, 0).causedBy(accepted), C1, RECEIVE | 0x80, RECEIVE | 0x80, EnableOrigin.INHERITED);
        log.bytesArrived(at(15.9, 0), C1, ByteBuffer.allocate(64));
        long entered = log.callbackEntered(at(16, 0, Irql.DISPATCH_LEVEL, accepted), C1, WskCallback.RECEIVE, 1, 64, 0);
        log.irpPended(at(20, -1), L1, WskFunction.WSK_ACCEPT, 2, 0);
        log.irpPended(at(24, 0, Irql.DISPATCH_LEVEL, entered), C1, WskFunction.WSK_SEND, 3, 64);
        long burst = datagrams(28, 2);
        log.callbackReturned(
                at(30, 0, Irql.DISPATCH_LEVEL, entered), C1, WskCallback.RECEIVE, entered, NtStatus.STATUS_SUCCESS, 64);
        datagramsDone(31, burst);
        log.bytesSent(at(32.9, 0), C1, 64, 3);
        log.irpCompleted(at(33, 0), C1, WskFunction.WSK_SEND, 3, NtStatus.STATUS_SUCCESS, 64);
        log.socketCreated(at(35.8, 0), C2, SocketCategory.CONNECTION, 2, 1);
        log.irpCompleted(at(36, 0), L1, WskFunction.WSK_ACCEPT, 2, NtStatus.STATUS_SUCCESS, 0);
        log.socketAccepted(at(36.05, 0), L1, C2, AcceptRoute.IRP);
        log.irpPended(at(37.3, -1), C2, WskFunction.WSK_RECEIVE, 5, 4096);
        datagramsDone(41.3, datagrams(39.3, 1));
    }

    private long datagrams(double millis, int count) {
        return log.callbackEntered(
                at(millis, 1, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE), D1, WskCallback.RECEIVE_FROM, 0, count, 0);
    }

    private void datagramsDone(double millis, long entered) {
        log.callbackReturned(
                at(millis, 1, Irql.DISPATCH_LEVEL, entered),
                D1,
                WskCallback.RECEIVE_FROM,
                entered,
                NtStatus.STATUS_SUCCESS,
                0);
    }

    private void secondMessage() {
        log.bytesArrived(at(41.9, 0), C1, ByteBuffer.allocate(64));
        receiving = log.callbackEntered(
                at(42.013, 0, Irql.DISPATCH_LEVEL, RecordHead.NO_CAUSE), C1, WskCallback.RECEIVE, 1, 64, 0);
        datagramsDone(48.7, datagrams(46.7, 1));
        disabling = log.functionCalled(
                at(52, 1, Irql.PASSIVE_LEVEL, receiving),
                C1,
                WskFunction.WSK_CONTROL_SOCKET,
                7,
                ControlCode.SO_WSK_EVENT_CALLBACK,
                EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE).bits());
        log.callbackDisableRequested(
                at(52.002, 1, Irql.PASSIVE_LEVEL, disabling), C1, WskEvent.WSK_EVENT_RECEIVE, 1, 7);
        log.functionReturned(
                at(52.6, 1, Irql.PASSIVE_LEVEL, disabling),
                C1,
                WskFunction.WSK_CONTROL_SOCKET,
                7,
                NtStatus.STATUS_PENDING,
                disabling);
        log.indicationBuffered(at(55.42, 0), C1, 64, BufferReason.CALLBACK_IN_FLIGHT);
    }

    private TraceStamp at(double millis, int processor) {
        return at(millis, processor, Irql.PASSIVE_LEVEL, RecordHead.NO_CAUSE);
    }

    private TraceStamp at(double millis, int processor, Irql irql, long cause) {
        return at.set(Math.round(millis * 1e6), processor, irql, cause);
    }

    private static InetSocketAddress address(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }
}

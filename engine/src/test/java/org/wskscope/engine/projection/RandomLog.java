package org.wskscope.engine.projection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.BehaviourOrigin;
import org.wskscope.engine.trace.BufferReason;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.DropReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.PeerChange;
import org.wskscope.engine.trace.TraceLog;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** Writes records of every kind in an order no engine would write them: mostly matching, sometimes absurd. The same for the same seed. */
final class RandomLog {
    private static final int SOCKETS = 7;

    private final SplittableRandom random;
    private final TraceLog log;
    private final TraceStamp at = new TraceStamp();
    private final List<Long> entered = new ArrayList<>(List.of(0L));
    private final List<Long> called = new ArrayList<>(List.of(0L));
    private long nowNanos;
    private int irp;

    private RandomLog(long seed, TraceLog log) {
        this.random = new SplittableRandom(seed);
        this.log = log;
    }

    static TraceLog of(long seed, int records) {
        TraceLog log = new TraceLog(records + 1L);
        RandomLog writer = new RandomLog(seed, log);
        for (int i = 0; i < records; i++) {
            writer.next();
        }
        return log;
    }

    private void next() {
        nowNanos += random.nextInt(1000) - 20;
        at.set(nowNanos, random.nextInt(4) - 1, any(Irql.values()), random.nextLong(log.size() + 1) - 1);
        int socket = 1 + random.nextInt(SOCKETS);
        switch (random.nextInt(10)) {
            case 9 -> environment(socket);
            case 0 -> life(socket);
            case 1 -> traffic(socket);
            case 2 -> masks(socket);
            case 3, 4, 5 -> callbacks(socket);
            case 6, 7 -> calls(socket);
            default -> requests(socket);
        }
    }

    private void environment(int socket) {
        int peer = 1 + random.nextInt(80);
        switch (random.nextInt(6)) {
            case 0 -> log.choicesSet(at, random.nextBoolean() ? "" : "races=chaos", random.nextInt(9));
            case 1 -> log.peerStarted(at, peer, "MANUAL 127.0.0.1 5000 1 1.0 0");
            case 2 -> log.peerBound(at, peer, new InetSocketAddress(InetAddress.getLoopbackAddress(), peer));
            case 3 ->
                log.peerChanged(
                        at, peer, any(PeerChange.values()), NtStatus.STATUS_SUCCESS, random.nextInt(99), peer, 1);
            case 4 -> log.choiceTaken(at, socket, any(ChoicePoint.values()), socket, random.nextInt(9), 2, 1);
            default -> {
                WskCallback callback = random.nextBoolean() ? null : any(WskCallback.values());
                int from = 1 + random.nextInt(SOCKETS);
                log.behaviourSet(at, socket, any(BehaviourOrigin.values()), callback, "SUCCESS echo", from);
            }
        }
    }

    private void life(int socket) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), random.nextInt(65536));
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> log.socketCreated(at, socket, any(SocketCategory.values()), 2, 1);
            case 3 -> log.socketBound(at, socket, address);
            case 4 -> log.socketConnected(at, socket, address);
            case 5 -> log.socketAccepted(at, socket, 1 + random.nextInt(SOCKETS), any(AcceptRoute.values()));
            case 6 -> log.socketStateChanged(at, socket, any(SocketState.values()), any(SocketState.values()));
            case 7 -> log.violationFound(at, socket, any(Violation.values()), random.nextInt(9) - 1);
            default -> log.socketClosed(at, socket);
        }
    }

    private void traffic(int socket) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        switch (random.nextInt(10)) {
            case 0 -> log.connectionArrived(at, socket, address, random.nextInt(5));
            case 1 -> log.bytesArrived(at, socket, ByteBuffer.allocate(random.nextInt(50)));
            case 2 -> log.datagramArrived(at, socket, random.nextInt(50), address);
            case 3 -> log.datagramDropped(at, socket, random.nextInt(50), random.nextInt(50), DropReason.REFUSED);
            case 4 -> log.bytesSent(at, socket, random.nextInt(50), irp);
            case 5 -> log.inputFinished(at, socket, 0, false);
            case 6 -> log.connectionReset(at, socket);
            case 7 -> log.gateChanged(at, socket, random.nextBoolean(), random.nextInt(99));
            case 8 -> log.backlogChanged(at, socket, random.nextInt(99));
            default -> log.indicationBuffered(at, socket, random.nextInt(99), any(BufferReason.values()));
        }
    }

    private void masks(int socket) {
        WskEvent event = any(WskEvent.values());
        switch (random.nextInt(3)) {
            case 0 -> log.callbackEnabled(at, socket, event.bit(), random.nextInt(1024), any(EnableOrigin.values()));
            case 1 -> {
                at.causedBy(any(called));
                log.callbackDisableRequested(at, socket, event, 1, random.nextInt(3));
            }
            default -> log.callbackDisabled(at, socket, event, random.nextInt(1024), any(DisableReason.values()));
        }
    }

    private void callbacks(int socket) {
        WskCallback callback = any(WskCallback.values());
        NtStatus status = random.nextBoolean() ? NtStatus.STATUS_SUCCESS : NtStatus.STATUS_DATA_NOT_ACCEPTED;
        switch (random.nextInt(7)) {
            case 0, 1 -> entered.add(log.callbackEntered(at, socket, callback, 0, random.nextInt(99), 0));
            case 2 -> log.callbackDeferred(at, socket, callback, any(entered));
            case 3 -> log.listRetained(at, socket, any(entered), random.nextInt(50), 7);
            case 4 -> log.listReleased(at, socket, any(entered), random.nextInt(50), 0);
            default -> log.callbackReturned(at, socket, callback, any(entered), status, random.nextInt(99));
        }
    }

    private void calls(int socket) {
        WskFunction function = random.nextBoolean() ? WskFunction.WSK_CONTROL_SOCKET : any(WskFunction.values());
        NtStatus status = random.nextBoolean() ? NtStatus.STATUS_PENDING : NtStatus.STATUS_SUCCESS;
        if (random.nextBoolean()) {
            called.add(log.functionCalled(at, socket, function, random.nextInt(3), 5, random.nextInt()));
        } else {
            log.functionReturned(at, socket, function, random.nextInt(3), status, any(called));
        }
    }

    private void requests(int socket) {
        WskFunction function = any(WskFunction.values());
        switch (random.nextInt(4)) {
            case 0, 1 -> log.irpPended(at, socket, function, ++irp, random.nextInt(99));
            case 2 -> log.irpCancelRequested(at, socket, function, 1 + random.nextInt(irp + 1));
            default ->
                log.irpCompleted(
                        at, socket, function, 1 + random.nextInt(irp + 1), NtStatus.STATUS_SUCCESS, random.nextInt(99));
        }
    }

    private <T> T any(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private long any(List<Long> sequences) {
        int newest = sequences.size();
        return sequences.get(newest - 1 - random.nextInt(Math.min(newest, 6)));
    }
}

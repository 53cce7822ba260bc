package org.wskscope.engine.simulation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.DisconnectFlags;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskEvent;

/** One connection of the random client, which does something permitted at every turn and keeps what it must give back. */
final class TrafficSocket {
    private static final int MOST_RETAINED = 20;

    final WskClientConnectionDispatch table = new WskClientConnectionDispatch(
            (context, flags, list, bytes, accepted) -> received(list, bytes, accepted),
            (context, flags) -> disconnected(),
            (context, size) -> NtStatus.STATUS_SUCCESS);
    private final RandomTraffic traffic;
    private final List<DataIndication> retained = new ArrayList<>();
    private final List<DeferredReturn> deferred = new ArrayList<>();
    private final List<Irp> irps = new ArrayList<>();
    private @Nullable ConnectionSocket socket;
    private boolean closed;

    TrafficSocket(RandomTraffic traffic) {
        this.traffic = traffic;
    }

    void take(ConnectionSocket newSocket) {
        socket = newSocket;
    }

    void act() {
        ConnectionSocket open = socket;
        if (open == null || closed) {
            return;
        }
        switch (traffic.pick(10)) {
            case 0, 1 -> send(open, 1 + traffic.pick(5_000));
            case 2 -> open.dispatch().receive(WskBuf.of(new byte[1 + traffic.pick(2_000)]), ReceiveFlags.NONE, irp());
            case 3 -> enableAll(open);
            case 4 -> disable(open);
            case 5, 6 -> release(open);
            case 7 -> cancelOne();
            case 8 -> disconnect(open);
            default -> {
                if (traffic.pick(3) == 0) {
                    close();
                }
            }
        }
    }

    /** Gives everything back and closes; the close completes when all requests have. */
    void close() {
        ConnectionSocket open = socket;
        if (open == null || closed) {
            return;
        }
        closed = true;
        releaseAll(open);
        open.dispatch().closeSocket(new Irp(done -> NtStatus.STATUS_MORE_PROCESSING_REQUIRED));
    }

    private void enableAll(ConnectionSocket open) {
        EventMask all = EventMask.of(
                WskEvent.WSK_EVENT_RECEIVE, WskEvent.WSK_EVENT_DISCONNECT, WskEvent.WSK_EVENT_SEND_BACKLOG);
        open.dispatch().controlSocket(ControlParameters.eventCallback(all), null);
    }

    private void disable(ConnectionSocket open) {
        EventMask mask = EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE);
        open.dispatch().controlSocket(ControlParameters.eventCallback(mask), traffic.pick(2) == 0 ? null : irp());
    }

    private void disconnect(ConnectionSocket open) {
        DisconnectFlags flags = traffic.pick(3) == 0 ? DisconnectFlags.ABORTIVE : DisconnectFlags.GRACEFUL;
        open.dispatch().disconnect(null, flags, irp());
    }

    private void send(ConnectionSocket open, int length) {
        byte[] bytes = new byte[length];
        bytes[0] = (byte) traffic.pick(256);
        open.dispatch().send(WskBuf.of(bytes), SendFlags.NONE, irp());
    }

    private void cancelOne() {
        if (!irps.isEmpty()) {
            irps.get(traffic.pick(irps.size())).cancel();
        }
    }

    private NtStatus received(@Nullable DataIndication list, long bytes, BytesAccepted accepted) {
        ConnectionSocket open = socket;
        if (list == null || open == null) {
            return NtStatus.STATUS_SUCCESS;
        }
        switch (traffic.pick(6)) {
            case 0 -> {
                accepted.set(traffic.pick((int) bytes + 1));
                return NtStatus.STATUS_SUCCESS;
            }
            case 1 -> {
                if (retained.size() < MOST_RETAINED) {
                    retained.add(list);
                    return NtStatus.STATUS_PENDING;
                }
                return NtStatus.STATUS_SUCCESS;
            }
            case 2 -> {
                return NtStatus.STATUS_DATA_NOT_ACCEPTED;
            }
            case 3 -> {
                deferred.add(open.deferReturn());
                return NtStatus.STATUS_SUCCESS;
            }
            default -> {
                send(open, (int) bytes);
                return NtStatus.STATUS_SUCCESS;
            }
        }
    }

    private NtStatus disconnected() {
        ConnectionSocket open = socket;
        if (open != null && traffic.pick(4) == 0) {
            deferred.add(open.deferReturn());
        }
        return NtStatus.STATUS_SUCCESS;
    }

    private void release(ConnectionSocket open) {
        if (!deferred.isEmpty()) {
            deferred.remove(traffic.pick(deferred.size())).complete(NtStatus.STATUS_SUCCESS);
        } else if (!retained.isEmpty()) {
            open.dispatch().release(retained.remove(traffic.pick(retained.size())));
        }
    }

    private void releaseAll(ConnectionSocket open) {
        deferred.forEach(call -> call.complete(NtStatus.STATUS_SUCCESS));
        deferred.clear();
        retained.forEach(open.dispatch()::release);
        retained.clear();
    }

    private Irp irp() {
        Irp irp = new Irp(done -> {
            irps.remove(done);
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
        irps.add(irp);
        return irp;
    }
}

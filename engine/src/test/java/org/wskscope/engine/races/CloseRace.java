package org.wskscope.engine.races;

import java.io.IOException;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskEvent;

/** {@code WskCloseSocket} against received bytes: every second round they are for a pending {@code WskReceive}, in the others for the receive event. */
final class CloseRace implements Race {
    private volatile boolean notified;
    private volatile boolean inCallback;
    private boolean notifiedBeforeTheClose;
    private volatile int work;
    private final WskClientConnectionDispatch table = new WskClientConnectionDispatch(
            (context, flags, list, bytes, accepted) -> {
                inCallback = true;
                Patience.spin(work);
                notified = true;
                inCallback = false;
                return NtStatus.STATUS_SUCCESS;
            },
            null,
            null);

    @Override
    public String round(RaceArena arena, PhaseShift shift, int number) throws IOException {
        return number % 2 == 0 ? withRequest(arena, shift, number) : withEvent(arena, shift, number);
    }

    private static String withRequest(RaceArena arena, PhaseShift shift, int number) throws IOException {
        RaceArena.RaceConnection connection = arena.connect(null);
        byte[] buffer = new byte[2];
        RaceIrp receive = new RaceIrp("a byte or the end");
        connection.socket().dispatch().receive(WskBuf.of(buffer), ReceiveFlags.NONE, receive.irp());
        connection.peerSends(number);
        Patience.spin(shift.next());
        RaceIrp closed = RaceArena.close(connection.socket());

        closed.success();
        if (!receive.isCompleted()) {
            throw new AssertionError("the close is complete, the receive is not");
        }
        connection.peer().close();
        boolean first = receive.irp().status().equals(NtStatus.STATUS_SUCCESS);
        if (first ? buffer[0] != (byte) number : !receive.irp().status().equals(NtStatus.STATUS_CANCELLED)) {
            throw new AssertionError("the receive ended with " + receive.irp().ioStatus());
        }
        return outcome(shift, first, "receive request first", "close before request");
    }

    private String withEvent(RaceArena arena, PhaseShift shift, int number) throws IOException {
        RaceArena.RaceConnection connection = arena.connect(table);
        if (notified != notifiedBeforeTheClose) {
            throw new AssertionError("a callback came after the close of the round before was complete");
        }
        notified = false;
        work = shift.work();
        RaceArena.enable(connection.socket(), WskEvent.WSK_EVENT_RECEIVE);
        connection.peerSends(number);
        Patience.spin(shift.next());
        RaceIrp closed = new RaceIrp("a close");
        NtStatus answer = connection.socket().dispatch().closeSocket(closed.irp());

        closed.success();
        if (inCallback) {
            throw new AssertionError("the close is complete, the callback runs");
        }
        boolean first = notified;
        notifiedBeforeTheClose = first;
        connection.peer().close();
        boolean during = answer.equals(NtStatus.STATUS_PENDING) && first;
        return outcome(
                shift, first, during ? "close during indication" : "indication first", "close before indication");
    }

    private static String outcome(PhaseShift shift, boolean otherFirst, String other, String self) {
        if (otherFirst) {
            shift.otherWasFirst();
            return other;
        }
        shift.selfWasFirst();
        return self;
    }
}

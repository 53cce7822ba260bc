package org.wskscope.engine.races;

import java.io.IOException;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ControlParameters;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskEvent;

/** Disabling the receive event against an indication. After the disable has taken effect nothing comes; after enabling again the byte does. */
final class DisableRace implements Race {
    private static final int NONE = 1_000;

    private volatile int seen = NONE;
    private volatile boolean inCallback;
    private volatile int work;
    private RaceArena.RaceConnection connection;

    @Override
    public void begin(RaceArena arena) throws IOException {
        connection = arena.connect(new WskClientConnectionDispatch(
                (context, flags, list, bytes, accepted) -> received(list, bytes), null, null));
        RaceArena.enable(connection.socket(), WskEvent.WSK_EVENT_RECEIVE);
    }

    private NtStatus received(DataIndication list, long bytes) {
        inCallback = true;
        Mdl mdl = list.buffer().mdl();
        int value = mdl.bytes().get(mdl.bytes().position() + list.buffer().offset());
        Patience.spin(work);
        seen = bytes == 1 ? value : NONE + 1;
        inCallback = false;
        return NtStatus.STATUS_SUCCESS;
    }

    @Override
    public String round(RaceArena arena, PhaseShift shift, int number) throws IOException {
        seen = NONE;
        work = shift.work();
        connection.peerSends(number);
        Patience.spin(shift.next());
        RaceIrp disabled = new RaceIrp("a disable");
        NtStatus answer = connection
                .socket()
                .dispatch()
                .controlSocket(
                        ControlParameters.eventCallback(EventMask.disabling(WskEvent.WSK_EVENT_RECEIVE)),
                        disabled.irp());
        disabled.success();
        if (inCallback) {
            throw new AssertionError("the disable is complete, the callback runs");
        }
        boolean notified = seen != NONE;
        Patience.spin(work);
        if (inCallback || notified != (seen != NONE)) {
            throw new AssertionError("the disable is complete, and then a callback came");
        }
        // A disable may also have waited for the return of the round before, whose byte was seen already.
        boolean waited = answer.equals(NtStatus.STATUS_PENDING);
        String outcome = !notified ? "disable first" : waited ? "indication in progress" : "indication first";
        if (notified) {
            shift.otherWasFirst();
        } else {
            shift.selfWasFirst();
        }
        RaceArena.enable(connection.socket(), WskEvent.WSK_EVENT_RECEIVE);
        Patience.await(() -> seen != NONE, "the byte of round " + number);
        if (seen != (byte) number) {
            throw new AssertionError("round " + number + " was told " + seen);
        }
        return outcome;
    }

    @Override
    public void end(RaceArena arena) throws IOException {
        RaceArena.close(connection.socket()).success();
        connection.peer().close();
    }
}

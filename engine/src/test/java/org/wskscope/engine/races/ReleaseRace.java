package org.wskscope.engine.races;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskEvent;

/** {@code WskRelease} of a retained list, called in the next callback on the processor, against {@code WskCloseSocket} on another thread. */
final class ReleaseRace implements Race {
    private volatile @Nullable DataIndication kept;
    private volatile @Nullable NtStatus released;
    private volatile @Nullable ConnectionSocket socket;
    private volatile int work;
    private final WskClientConnectionDispatch table = new WskClientConnectionDispatch(
            (context, flags, list, bytes, accepted) -> {
                DataIndication before = kept;
                if (before == null) {
                    kept = list;
                    return NtStatus.STATUS_PENDING;
                }
                Patience.spin(work);
                released = socket.dispatch().release(before);
                return NtStatus.STATUS_SUCCESS;
            },
            null,
            null);

    @Override
    public String round(RaceArena arena, PhaseShift shift, int number) throws IOException {
        kept = null;
        released = null;
        work = shift.work();
        RaceArena.RaceConnection connection = arena.connect(table);
        socket = connection.socket();
        RaceArena.enable(connection.socket(), WskEvent.WSK_EVENT_RECEIVE);
        connection.peerSends(1);
        Patience.await(() -> kept != null, "a list to keep");
        connection.peerSends(2);
        Patience.spin(shift.next());
        RaceArena.close(connection.socket()).success();
        connection.peer().close();

        NtStatus answer = released;
        if (answer == null) {
            shift.selfWasFirst();
            return "close before callback";
        }
        if (answer.equals(NtStatus.STATUS_SUCCESS)) {
            shift.otherWasFirst();
            return "release first";
        }
        if (!answer.equals(NtStatus.STATUS_INVALID_PARAMETER)) {
            throw new AssertionError("the release was answered " + answer);
        }
        shift.selfWasFirst();
        return "close before release";
    }
}

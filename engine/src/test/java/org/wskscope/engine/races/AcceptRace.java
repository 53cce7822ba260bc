package org.wskscope.engine.races;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.ListenSocket;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskEvent;

/** Closing a listener against a connection: every second round it is for a pending {@code WskAccept}, in the others for the accept event. */
final class AcceptRace implements Race {
    private volatile @Nullable ConnectionSocket accepted;
    private volatile int calls;
    private final WskClientListenDispatch table = new WskClientListenDispatch(
            (context, flags, local, remote, socket, parameters) -> {
                calls++;
                parameters.set(null, null);
                accepted = socket;
                return NtStatus.STATUS_SUCCESS;
            },
            null,
            null);

    @SuppressWarnings("try") // the peer only has to be there
    @Override
    public String round(RaceArena arena, PhaseShift shift, int number) throws IOException {
        boolean byRequest = number % 2 == 0;
        accepted = null;
        calls = 0;
        ListenSocket listener = arena.listen(table);
        RaceIrp accept = new RaceIrp("an accept");
        if (byRequest) {
            listener.dispatch().accept(0, null, null, accept.irp());
        } else {
            RaceArena.enable(listener, WskEvent.WSK_EVENT_ACCEPT);
        }
        try (SocketChannel peer = SocketChannel.open(RaceArena.addressOf(listener))) {
            Patience.spin(shift.next());
            RaceArena.close(listener).success();
            if (byRequest && !accept.isCompleted()) {
                throw new AssertionError("the close is complete, the accept is not");
            }
        }
        if (byRequest && accept.await().isSuccess()) {
            accepted = accept.pointer(ConnectionSocket.class);
        }
        ConnectionSocket got = accepted;
        if (got == null) {
            shift.selfWasFirst();
            return byRequest ? "close before accept request" : "close before accept event";
        }
        RaceArena.close(got).success();
        shift.otherWasFirst();
        if (!byRequest && calls != 1) {
            throw new AssertionError("the accept callback was called " + calls + " times");
        }
        return byRequest ? "accept request first" : "accept event first";
    }
}

package org.wskscope.engine.races;

import java.io.IOException;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.WskBuf;

/** {@code IoCancelIrp} of a pending {@code WskReceive} against the byte it waits for. Whoever is first, the byte comes once. */
final class CancelRace implements Race {
    private RaceArena.RaceConnection connection;

    @Override
    public void begin(RaceArena arena) throws IOException {
        connection = arena.connect(null);
    }

    @Override
    public String round(RaceArena arena, PhaseShift shift, int number) throws IOException {
        byte[] buffer = new byte[2];
        RaceIrp receive = receive(buffer);
        connection.peerSends(number);
        Patience.spin(shift.next());
        receive.irp().cancel();

        if (receive.await().equals(NtStatus.STATUS_SUCCESS)) {
            shift.otherWasFirst();
            check(receive, buffer, number);
            return "completion first";
        }
        shift.selfWasFirst();
        if (!receive.irp().status().equals(NtStatus.STATUS_CANCELLED)
                || receive.irp().information() != 0) {
            throw new AssertionError("cancelled, it ended with " + receive.irp().ioStatus());
        }
        check(receive(buffer).success(), buffer, number);
        return "cancel first";
    }

    private RaceIrp receive(byte[] buffer) {
        RaceIrp irp = new RaceIrp("a byte");
        connection.socket().dispatch().receive(WskBuf.of(buffer), ReceiveFlags.NONE, irp.irp());
        return irp;
    }

    private static void check(RaceIrp irp, byte[] buffer, int number) {
        if (irp.irp().information() != 1 || buffer[0] != (byte) number) {
            throw new AssertionError(
                    "round " + number + " received " + irp.irp().information() + " bytes: " + buffer[0]);
        }
    }

    @Override
    public void end(RaceArena arena) throws IOException {
        RaceArena.close(connection.socket()).success();
        connection.peer().close();
    }
}

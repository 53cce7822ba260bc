package org.wskscope.engine.program;

import java.util.HashSet;
import java.util.Set;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.DatagramIndication;

/** How far the client has come in what a peer sent: every byte once and in order (EVT-RCV-20), every datagram once. Used on the run's thread. */
final class ReceiveLedger {
    private final ClientSocket socket;
    private final Oracle oracle;
    private final Set<Integer> numbers = new HashSet<>();
    private long taken;
    private long datagramsTaken;
    /** A WSK_FLAG_DRAIN request threw away nobody knows how much. */
    private boolean lost;
    /** Receive indications are paused (section 2.3, the gate), unless a receive was given since the call number below. */
    private boolean shut;

    private long shutSince;

    ReceiveLedger(ClientSocket socket, Oracle oracle) {
        this.socket = socket;
        this.oracle = oracle;
    }

    long taken() {
        return taken;
    }

    long datagramsTaken() {
        return datagramsTaken;
    }

    boolean isLost() {
        return lost;
    }

    boolean isShut() {
        return shut;
    }

    void draining() {
        lost = true;
    }

    /** The peer's next bytes are looked at. */
    void compare(byte[] bytes, int length, String where) {
        SocketModel model = socket.model;
        if (lost || model.local == null || model.remote == null) {
            return;
        }
        int salt = Pattern.salt(model.remote, model.local);
        for (int i = 0; i < length; i++) {
            if (bytes[i] != Pattern.at(salt, taken + i)) {
                oracle.broken(
                        "EVT-RCV-20", where + " of " + model + " has another byte than the peer's at " + (taken + i));
                return;
            }
        }
    }

    /** A receive request completed. */
    void completed(ProgramIrp irp, NtStatus status, int bytes) {
        compare(irp.buffer, bytes, "a receive request");
        taken += bytes;
        if (irp.call > shutSince && liftsThePause(status)) {
            shut = false;
        }
        boolean isShort = irp.step.what().equals("WAITALL") ? bytes < irp.step.size() : bytes == 0;
        boolean data = irp.step.size() > 0 || irp.step.what().equals("DRAIN");
        if (status.isSuccess() && isShort && data) {
            oracle.check(
                    socket.model.finSeen,
                    "API-RCV-01",
                    irp.step.text() + " completed with " + bytes + " bytes and success, but the peer has not finished");
        }
    }

    /** Issued and completed (C-07), which a cancelled request is too; one that was refused was never issued. */
    private static boolean liftsThePause(NtStatus status) {
        return status.isSuccess() || status.equals(NtStatus.STATUS_CANCELLED);
    }

    /** An indication is over: {@code bytes} of it are the client's; {@code pauses} when it took less than all. */
    void indicated(long bytes, boolean pauses, long since) {
        taken += bytes;
        if (pauses) {
            boolean resumed = socket.irps.stream()
                    .anyMatch(irp -> irp.step.op() == Op.RECEIVE
                            && irp.call > since
                            && irp.completions() > 0
                            && liftsThePause(irp.status()));
            shut = !resumed;
            shutSince = since;
        }
    }

    /** A receive-from request completed with a datagram. */
    void datagram(byte[] bytes, int length, boolean whole) {
        datagramsTaken++;
        number(bytes, length, whole);
    }

    /** A list of datagrams was taken. */
    void datagrams(DatagramIndication list) {
        for (DatagramIndication rest = list; rest != null; rest = rest.next()) {
            byte[] bytes = Pattern.bytes(rest.buffer());
            datagramsTaken++;
            number(bytes, bytes.length, true);
        }
    }

    private void number(byte[] bytes, int length, boolean whole) {
        if (length < Integer.BYTES) {
            return;
        }
        int number = java.nio.ByteBuffer.wrap(bytes).getInt(0);
        oracle.check(numbers.add(number), "EVT-RFR-01", "datagram " + number + " came twice to " + socket.model);
        byte[] sent = Pattern.datagram(number, length);
        boolean same = java.util.Arrays.equals(sent, java.util.Arrays.copyOf(bytes, length));
        oracle.check(same || !whole, "EVT-RFR-02", "datagram " + number + " came changed to " + socket.model);
    }
}

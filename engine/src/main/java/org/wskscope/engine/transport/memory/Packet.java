package org.wskscope.engine.transport.memory;

import org.jspecify.annotations.Nullable;

/** Something of a stream on its way to the other end. Used again and again. */
final class Packet extends Item {
    enum Kind {
        /** The connector wants a connection; the number is its attempt. */
        SYN,
        /** The connector does not want it any more. */
        GIVE_UP,
        /** The acceptor agrees; the number is the attempt. */
        SYN_ACK,
        /** Nobody listens, or somebody says no; the number is the attempt, the second an NTSTATUS. */
        REFUSAL,
        /** The connector has heard the acceptor. */
        ESTABLISH,
        /** So many bytes more. */
        SEGMENT,
        FIN,
        RST,
        /** The reader has taken as many bytes, its stack has got as many. */
        ACK
    }

    private final MemoryNetwork network;
    private @Nullable MemoryStream to;
    private Kind kind = Kind.SYN;
    private long number;
    private long second;

    Packet(MemoryNetwork network) {
        this.network = network;
    }

    Packet set(MemoryStream newTo, Kind newKind, long newNumber, long newSecond) {
        to = newTo;
        kind = newKind;
        number = newNumber;
        second = newSecond;
        return this;
    }

    @Override
    void run() {
        MemoryStream target = to;
        to = null;
        Kind what = kind;
        long first = number;
        long other = second;
        network.recycle(this);
        if (target != null) {
            target.arrived(what, first, other);
        }
    }
}

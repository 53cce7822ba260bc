package org.wskscope.engine.kernel;

import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.wsk.AcceptEventFlags;
import org.wskscope.engine.wsk.AcceptSocketParameters;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskAcceptEvent;

/** What a listener's accept callback offers, and what its return means (section 3.2). Guarded by the listener's lock except {@link #invoke}. */
final class AcceptOffer {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);
    private static final AcceptSocketParameters NOBODY = (context, table) -> {};

    private final ListenSocketCore core;
    private @Nullable StreamChannel channel;
    private @Nullable ConnectionSocketCore accepted;
    private @Nullable AcceptParameters parameters;
    private List<CallScopedAddress> addresses = List.of();
    private int inheritedBits;

    AcceptOffer(ListenSocketCore core) {
        this.core = core;
    }

    /** The next call offers {@code newAccepted}. */
    void make(StreamChannel newChannel, ConnectionSocketCore newAccepted) {
        channel = newChannel;
        accepted = newAccepted;
        parameters = new AcceptParameters(newAccepted);
        inheritedBits = core.gates.inheritable().bits();
        // The peer may send already (EVT-ACC-12); what comes waits until the callback has returned.
        core.after(newAccepted::start);
    }

    /** Calls the client; with no socket when nothing is offered. On the listener's processor, without its lock. */
    NtStatus invoke(WskAcceptEvent event) {
        StreamChannel from = channel;
        ConnectionSocketCore socket = accepted;
        AcceptParameters out = parameters;
        AcceptEventFlags flags = new AcceptEventFlags(core.pump.levelBit());
        if (from == null || socket == null || out == null) {
            return event.acceptEvent(core.context, flags, NOWHERE, NOWHERE, null, NOBODY);
        }
        ConnectionSocket handle = (ConnectionSocket) socket.handle();
        CallScopedAddress local = new CallScopedAddress(from.localAddress());
        CallScopedAddress remote = new CallScopedAddress(from.remoteAddress());
        addresses = List.of(local, remote);
        return event.acceptEvent(core.context, flags, local, remote, handle, out);
    }

    /** SUCCESS gives the socket to the client; anything else leaves it to WSK (EVT-ACC-05, -06, C-23). */
    void returned(NtStatus status) {
        ConnectionSocketCore socket = accepted;
        AcceptParameters out = parameters;
        accepted = null;
        parameters = null;
        channel = null;
        addresses.forEach(CallScopedAddress::end);
        addresses = List.of();
        if (socket == null || out == null) {
            return;
        }
        if (!status.equals(NtStatus.STATUS_SUCCESS)) {
            core.after(socket::refused);
            return;
        }
        if (!out.isWritten()) {
            core.violation(Violation.ACCEPT_PARAMETERS_NOT_WRITTEN, core.pump.entered());
        }
        socket.accepted(inheritedBits, core.stamp.cause());
        core.after(socket::start);
    }
}

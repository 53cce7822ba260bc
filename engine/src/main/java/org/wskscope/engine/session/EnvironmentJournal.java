package org.wskscope.engine.session;

import java.net.InetSocketAddress;
import java.util.function.LongSupplier;
import org.wskscope.engine.nt.Irql;
import org.wskscope.engine.peer.PeerStatus;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.BehaviourOrigin;
import org.wskscope.engine.trace.PeerChange;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.trace.TraceStamp;
import org.wskscope.engine.trace.TraceWriter;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** Writes into the log what surrounds the kernel, so that nobody has to look beside the log: choices, what the client does, remote ends. Any thread. */
final class EnvironmentJournal {
    private final NanoClock clock;
    private final TraceWriter trace;
    private final LongSupplier cause;

    /**
     * @param cause because of which record the calling thread does what it does now; −1 for none
     */
    EnvironmentJournal(NanoClock clock, TraceWriter trace, LongSupplier cause) {
        this.clock = clock;
        this.trace = trace;
        this.cause = cause;
    }

    void chosen(SessionChoices choices, long seed) {
        trace.choicesSet(stamp(cause.getAsLong()), choices.text(), seed);
    }

    /** Every callback of a new socket is as its category has it. */
    void behavesAsNew(SocketId socket) {
        trace.behaviourSet(
                stamp(cause.getAsLong()),
                socket.value(),
                BehaviourOrigin.CREATED,
                null,
                "",
                RecordHead.NO_SOCKET.value());
    }

    /** Every callback of {@code socket} is as that of {@code listener} is now. */
    void behavesAs(SocketId listener, SocketId socket) {
        trace.behaviourSet(
                stamp(cause.getAsLong()), socket.value(), BehaviourOrigin.INHERITED, null, "", listener.value());
    }

    void behaves(SocketId socket, BehaviourOrigin why, WskCallback callback, CallbackBehaviour behaviour) {
        String text = BehaviourText.of(behaviour);
        trace.behaviourSet(stamp(cause.getAsLong()), socket.value(), why, callback, text, RecordHead.NO_SOCKET.value());
    }

    void peerStarted(int peer, PeerKind kind, PeerSettings settings) {
        trace.peerStarted(stamp(cause.getAsLong()), peer, settings.text(kind));
    }

    void peerBound(int peer, InetSocketAddress local) {
        trace.peerBound(stamp(RecordHead.NO_CAUSE), peer, local);
    }

    /** {@code toNotify}: it did so because the calling thread told it to. */
    void peerChanged(int peer, PeerChange change, PeerStatus status, boolean toNotify) {
        trace.peerChanged(
                stamp(toNotify ? cause.getAsLong() : RecordHead.NO_CAUSE),
                peer,
                change,
                status.lastError(),
                status.bytesSent(),
                status.bytesReceived(),
                status.messagesSent());
    }

    long nanoTime() {
        return clock.nanoTime();
    }

    private TraceStamp stamp(long because) {
        return new TraceStamp().set(clock.nanoTime(), RecordHead.NO_PROCESSOR, Irql.PASSIVE_LEVEL, because);
    }
}

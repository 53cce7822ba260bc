package org.wskscope.engine.session;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.time.NanoClock;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** One log and what feeds it. A view cannot tell which session it shows. Any thread. */
public interface Session extends AutoCloseable {
    /** How many silences {@link #settle} waits for at most. */
    int MOST_SETTLES = 20;

    /** How long {@link #letRun} rests in real time, nanoseconds. */
    long REST_NANOS = 200_000;

    TraceReader log();

    /** The clock whose time the records carry. */
    NanoClock clock();

    /** Session time now, nanoseconds: {@link #clock} read for those who need no clock of their own. */
    default long nanoTime() {
        return clock().nanoTime();
    }

    /** How many processors can appear in the log. */
    int processorCount();

    /** True when {@link #execute} does anything: live and simulated sessions, not replays. */
    boolean commandable();

    /** How it decides, at this moment, what the documentation leaves open. */
    SessionChoices choices();

    /** Decides whatever a choice leaves to chance; in virtual time also what the network does. */
    long seed();

    /**
     * Carries out a user's wish: appends CommandIssued, calls WSK, appends CommandSettled. Waits, for at most some seconds, for what this machine alone
     * decides (creating, binding, listening, starting a peer) and for no other IRP. Never call it on a processor or the FX thread. Refusals are
     * outcomes with their NTSTATUS, not exceptions.
     */
    CommandOutcome execute(EngineCommand command);

    /** The built-in peers in order of their number; those that ended stay for a while. Immutable; empty where there are none. */
    List<PeerRow> peers();

    /** What {@code callback} does on {@code socket} from the next call on; null for sockets this session has no client for. */
    @Nullable
    CallbackBehaviour behaviour(SocketId socket, WskCallback callback);

    /**
     * Lets the session go on while the caller waits for something: returns when something may have happened, or {@code nanos} of session time passed. A session in real
     * time goes on by itself, so the caller rests for a moment; a simulated one runs what is due next. Any thread that may wait.
     */
    default void letRun(long nanos) {
        LockSupport.parkNanos(Math.min(nanos, REST_NANOS));
    }

    /**
     * Lets happen what is about to happen: whatever is due within {@code nanos} of session time. In real time, where nobody knows what is due, it waits until the log has
     * been silent that long, at most {@value #MOST_SETTLES} times as long. Any thread that may wait.
     */
    default void settle(long nanos) {
        long began = nanoTime();
        long size = log().size();
        long silentSince = began;
        for (long now = began; now - silentSince < nanos && now - began < MOST_SETTLES * nanos; now = nanoTime()) {
            if (log().size() != size) {
                size = log().size();
                silentSince = now;
            }
            letRun(nanos);
        }
    }

    /** What holds the session's world and lets it go on; none where the world is the real one. */
    default Optional<WorldGate> gate() {
        return Optional.empty();
    }

    /** Lets the world make one step, where nobody else drives it; {@code mostItems} of the smallest things that can happen at most. Nothing where the world goes on by itself. */
    default void step(long mostItems) {}

    /** Ends what feeds the log: closes sockets, stops peers, seals the log. The log stays readable. */
    @Override
    void close();
}

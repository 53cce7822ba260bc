package org.wskscope.engine.trace;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.wsk.WskCallback;

/** The fields of records about what surrounds the kernel. Owned by one thread. */
abstract class EnvironmentFields extends RecordPlace {
    private static final WskCallback[] CALLBACKS = WskCallback.values();
    private static final BehaviourOrigin[] BEHAVIOUR_ORIGINS = BehaviourOrigin.values();
    private static final PeerChange[] PEER_CHANGES = PeerChange.values();
    private static final ChoicePoint[] POINTS = ChoicePoint.values();

    EnvironmentFields(TraceReader log, RecordChunks chunks) {
        super(log, chunks);
    }

    /** CHOICES_SET. */
    public final long seed() {
        return b();
    }

    /** BEHAVIOUR_SET. */
    public final BehaviourOrigin behaviourOrigin() {
        return BEHAVIOUR_ORIGINS[tag()];
    }

    /** BEHAVIOUR_SET: the one callback it is about; null when it is about all of the socket. */
    public final @Nullable WskCallback notifiedCallback() {
        return number() == 0 ? null : CALLBACKS[number() - 1];
    }

    /** BEHAVIOUR_SET: the id value of the socket it is a copy of, 0 for none. */
    public final int copiedFrom() {
        return (int) b();
    }

    /** PEER_*: the peer's number. */
    public final int peer() {
        return number();
    }

    /** PEER_CHANGED. */
    public final PeerChange peerChange() {
        return PEER_CHANGES[tag()];
    }

    /** PEER_CHANGED: bytes sent so far. */
    public final long peerSent() {
        return a();
    }

    /** PEER_CHANGED: bytes received so far. */
    public final long peerReceived() {
        return b();
    }

    /** PEER_CHANGED: messages sent so far. */
    public final long peerMessages() {
        return Integer.toUnsignedLong(RecordEncoding.lowHalf(c()));
    }

    /** CHOICE_TAKEN. */
    public final ChoicePoint choicePoint() {
        return POINTS[tag()];
    }
}

package org.wskscope.engine.trace;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.chance.ChoicePoint;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;

/** The records of what lies around the kernel; {@link TraceRecord} lends them its name. */
public interface EnvironmentKinds {
    /** How the session decides from now on what the documentation leaves open: the choices that are not as usual, as files write them, and the seed of whatever is left to chance. */
    record ChoicesSet(RecordHead head, String choices, long seed) implements TraceRecord.OfEnvironment {
        @Override
        public <R> R accept(TraceRecord.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * What the demonstration client does in callbacks of a socket from now on. {@code callback}: of which one {@code text} tells; null for all of them, which then are as those of the socket {@code from}, or where
     * that is none, as the category has them.
     */
    record BehaviourSet(
            RecordHead head,
            BehaviourOrigin origin,
            @Nullable WskCallback callback,
            String text,
            SocketId from) implements TraceRecord.OfEnvironment {
        @Override
        public <R> R accept(TraceRecord.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A built-in remote end begins its work; {@code text}: its kind, its target and its settings. */
    record PeerStarted(RecordHead head, int peer, String text) implements TraceRecord.OfEnvironment {
        @Override
        public <R> R accept(TraceRecord.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A built-in remote end has an address. */
    record PeerBound(RecordHead head, int peer, InetSocketAddress local) implements TraceRecord.OfEnvironment {
        @Override
        public <R> R accept(TraceRecord.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** What a built-in remote end did or saw, and what it has sent and received so far; {@code status}: why it failed, else STATUS_SUCCESS. */
    record PeerChanged(
            RecordHead head,
            int peer,
            PeerChange change,
            NtStatus status,
            long bytesSent,
            long bytesReceived,
            long messagesSent)
            implements TraceRecord.OfEnvironment {
        @Override
        public <R> R accept(TraceRecord.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * What could have gone another way went this way: {@code taken} of {@code options} courses, counted from 0. {@code point}, {@code key} and {@code ordinal} name the choice: who forces it says the same
     * three.
     */
    record ChoiceTaken(RecordHead head, ChoicePoint point, int key, int ordinal, int options, int taken)
            implements TraceRecord.OfEnvironment {
        @Override
        public <R> R accept(TraceRecord.Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}

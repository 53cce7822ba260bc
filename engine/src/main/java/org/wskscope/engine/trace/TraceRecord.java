package org.wskscope.engine.trace;

import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.Violation;

/**
 * One entry of the log in its decoded form. Immutable. {@code irp} components are submission numbers ({@link org.wskscope.engine.nt.Irp#number()}), 0 for
 * none; {@code preview} holds the first bytes, at most {@link #PREVIEW_BYTES}.
 */
public sealed interface TraceRecord extends SocketKinds, ClientKinds, EnvironmentKinds {
    /** How many bytes of a payload a record shows. */
    int PREVIEW_BYTES = 16;

    RecordHead head();

    <R> R accept(Visitor<R> visitor);

    record ClientRegistered(RecordHead head, String name, int version) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record ClientDeregistered(RecordHead head, String name) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * Misuse by the client; {@code about} is the sequence of the record it concerns, or −1. Where memory lent to a pending request was changed, {@code firstByte} and
     * {@code endByte} say which bytes of it; else both are 0.
     */
    record ViolationFound(RecordHead head, Violation violation, long about, long firstByte, long endByte)
            implements TraceRecord {
        /** Memory lent to a pending request was changed. */
        public boolean isOfMemory() {
            return endByte > firstByte;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A user's wish reached the session. */
    record CommandIssued(RecordHead head, long command, String text) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** How the wish ended; {@code message} says more than the status where there is more to say, else it is empty. */
    record CommandSettled(RecordHead head, long command, NtStatus status, String message) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record LogSealed(RecordHead head, SealReason reason) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A thread of the client began to wait; {@code irp} for {@link WaitFor#IRP}, else 0. {@code within}: the record of the callback or completion the thread runs, or
     * −1 outside of both. {@code hindrance}: what has to happen first, for a deregistration and a capture.
     */
    record WaitBegan(RecordHead head, WaitFor what, int irp, long within, Hindrance hindrance) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The wait that began at {@code began} is over: SUCCESS, TIMEOUT, CANCELLED when it was broken off, POSSIBLE_DEADLOCK when it could not end (C-32). */
    record WaitEnded(RecordHead head, long began, NtStatus status) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The wait that began at {@code began} cannot end by itself; {@code text} names the circle (THR-13). */
    record DeadlockFound(RecordHead head, long began, String text) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Of a socket, and of what comes to it. */
    sealed interface OfSocket extends TraceRecord
            permits SocketCreated,
                    SocketBound,
                    SocketConnected,
                    SocketAccepted,
                    SocketStateChanged,
                    SocketClosed,
                    ConnectionArrived,
                    BytesArrived,
                    DatagramArrived,
                    DatagramDropped,
                    BytesSent,
                    InputFinished,
                    ConnectionReset,
                    IndicationBuffered,
                    BacklogChanged,
                    ConditionalAcceptChanged,
                    ConnectionRequested,
                    InspectionEnded,
                    ConnectionRefused {}

    /** Of what passes between the kernel and its client. */
    sealed interface OfClient extends TraceRecord
            permits CallbackEnabled,
                    CallbackDisableRequested,
                    CallbackDisabled,
                    CallbackEntered,
                    CallbackDeferred,
                    CallbackReturned,
                    FunctionCalled,
                    FunctionReturned,
                    IrpPended,
                    IrpCancelRequested,
                    IrpCompleted,
                    ListRetained,
                    ListReleased,
                    GateChanged {}

    /** What surrounds the kernel and decides what happens there: choices, the client's behaviour, remote ends, chance. */
    sealed interface OfEnvironment extends TraceRecord
            permits ChoicesSet, BehaviourSet, PeerStarted, PeerBound, PeerChanged, ChoiceTaken {}

    /** Does something with each kind of record. */
    interface Visitor<R> extends RecordVisitor<R> {}
}

package org.wskscope.engine.trace;

import java.net.InetSocketAddress;
import java.util.Optional;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.Violation;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/**
 * One entry of the log in its decoded form. Immutable. {@code irp} components are submission numbers ({@link org.wskscope.engine.nt.Irp#number()}), 0 for
 * none; {@code preview} holds the first bytes, at most {@link #PREVIEW_BYTES}.
 */
public sealed interface TraceRecord {
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

    /** A socket exists. {@code owner} is the processor its events are delivered on. */
    record SocketCreated(RecordHead head, SocketCategory category, int addressFamily, int owner)
            implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record SocketBound(RecordHead head, InetSocketAddress local) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record SocketConnected(RecordHead head, InetSocketAddress remote) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The head's socket is the listener; {@code accepted} was handed to the client (or is on its way to, in an accept callback). */
    record SocketAccepted(RecordHead head, SocketId accepted, AcceptRoute route) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record SocketStateChanged(RecordHead head, SocketState from, SocketState to) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The socket is gone: its close completed. */
    record SocketClosed(RecordHead head) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A peer's connection reached a listener and waits; {@code waiting} connections including this one. */
    record ConnectionArrived(RecordHead head, InetSocketAddress remote, int waiting) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record BytesArrived(RecordHead head, long bytes, byte[] preview) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A datagram arrived from {@code remote}. */
    record DatagramArrived(RecordHead head, int bytes, InetSocketAddress remote) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A datagram was thrown away, and why; {@code total} so far on this socket. */
    record DatagramDropped(RecordHead head, int bytes, long total, DropReason reason) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Bytes went out for the send request {@code irp}. */
    record BytesSent(RecordHead head, long bytes, int irp) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record InputFinished(RecordHead head) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record ConnectionReset(RecordHead head) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Input waits in the socket: {@code queued} bytes (datagrams for a datagram socket, connections for a listener). */
    record IndicationBuffered(RecordHead head, long queued, BufferReason reason) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Events were turned on; {@code mask} is what the socket has enabled afterwards. */
    record CallbackEnabled(RecordHead head, EventMask enabled, EventMask mask, EnableOrigin origin)
            implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A disable was accepted and waits for {@code inProgress} calls; {@code irp} 0 means nobody will be told (CTL-ECB-10). */
    record CallbackDisableRequested(RecordHead head, WskEvent event, int inProgress, int irp) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record CallbackDisabled(RecordHead head, WskEvent event, EventMask mask, DisableReason reason)
            implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A callback began. {@code amount}: bytes indicated, datagrams in the list, the backlog size, or the serial number of the inspect id (0 for NULL). {@code subject}: the accepted socket of an accept
     * callback, else {@link RecordHead#NO_SOCKET}.
     */
    record CallbackEntered(RecordHead head, WskCallback callback, int flags, long amount, SocketId subject)
            implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The callback that began at {@code entered} asked to return later (C-40). */
    record CallbackDeferred(RecordHead head, WskCallback callback, long entered) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The callback that began at {@code entered} returned; {@code bytesAccepted} as the client left it. {@code status} is the 32-bit value that came back: of
     * an inspect callback an {@link InspectAction}, see {@link #answer()}.
     */
    record CallbackReturned(RecordHead head, WskCallback callback, long entered, NtStatus status, long bytesAccepted)
            implements TraceRecord {
        /** What an inspect callback answered; empty for other callbacks and for values that are no answer (C-23). */
        public Optional<InspectAction> action() {
            return callback == WskCallback.INSPECT ? InspectAction.of(status.code()) : Optional.empty();
        }

        /** The returned value by name: {@code Accept}, {@code STATUS_SUCCESS}. */
        public String answer() {
            return action().map(InspectAction::shortName).orElseGet(status::name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * The client called a function. {@code detail}: event mask or control code's value for control calls, bytes for data, flags for disconnect, 0 else;
     * {@code code}: the control code for control calls, else the {@code Flags} ({@link org.wskscope.engine.wsk.CallFlags}). For {@code WskInspectComplete} they are the inspect id's serial number and the action's value. Its
     * cause is the callback or the completion the client's code ran for, or the command it carried out.
     */
    record FunctionCalled(RecordHead head, WskFunction function, int irp, int code, long detail)
            implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The call recorded at {@code called} answered. */
    record FunctionReturned(RecordHead head, WskFunction function, int irp, NtStatus status, long called)
            implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The request waits; {@code length} bytes wanted or offered. A close or a disable says for what it waits. */
    record IrpPended(RecordHead head, WskFunction function, int irp, long length, Hindrance hindrance)
            implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record IrpCancelRequested(RecordHead head, WskFunction function, int irp) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record IrpCompleted(RecordHead head, WskFunction function, int irp, NtStatus status, long information)
            implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The client keeps the list indicated at {@code entered}; {@code retained} bytes are kept on the socket now. */
    record ListRetained(RecordHead head, long entered, long bytes, long retained) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The client gave back {@code bytes} of the list indicated at {@code entered}. */
    record ListReleased(RecordHead head, long entered, long bytes, long retained) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Receive indications are paused ({@code open} false) or run again (section 2.3, the gate). */
    record GateChanged(RecordHead head, boolean open, long queued) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record BacklogChanged(RecordHead head, long bytes) implements TraceRecord {
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

    /** A listener entered ({@code on}) or left conditional-accept mode: from its bind on it inspects every request (section 6.1). */
    record ConditionalAcceptChanged(RecordHead head, boolean on) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A peer asks a conditional listener for a connection; {@code inspection} is the serial number of its inspect id, from 1. */
    record ConnectionRequested(RecordHead head, InetSocketAddress remote, int inspection) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The request with this inspect id is no longer open. */
    record InspectionEnded(RecordHead head, int inspection, InspectionOutcome outcome) implements TraceRecord {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A listener had no room for a peer: {@code waiting} connections (requests, where there is no connection yet) were waiting already (C-10). */
    record ConnectionRefused(RecordHead head, InetSocketAddress remote, int waiting) implements TraceRecord {
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

    /** Does something with each kind of record. */
    interface Visitor<R> extends RecordVisitor<R> {}
}

package org.wskscope.engine.trace;

import java.util.Optional;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** The records of what passes between the kernel and its client: callbacks, functions, IRPs, lent data; {@link TraceRecord} lends them its name. */
public interface ClientKinds {
    /** Events were turned on; {@code mask} is what the socket has enabled afterwards. */
    record CallbackEnabled(RecordHead head, EventMask enabled, EventMask mask, EnableOrigin origin)
            implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A disable was accepted and waits for {@code inProgress} calls; {@code irp} 0 means nobody will be told (CTL-ECB-10). */
    record CallbackDisableRequested(RecordHead head, WskEvent event, int inProgress, int irp)
            implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record CallbackDisabled(RecordHead head, WskEvent event, EventMask mask, DisableReason reason)
            implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /**
     * A callback began. {@code amount}: bytes indicated, datagrams in the list, the backlog size, the serial number of the inspect id (0 for NULL), or, of a disconnect, bytes that wait. {@code subject}: the accepted socket of an accept
     * callback, else {@link RecordHead#NO_SOCKET}.
     */
    record CallbackEntered(RecordHead head, WskCallback callback, int flags, long amount, SocketId subject)
            implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The callback that began at {@code entered} asked to return later (C-40). */
    record CallbackDeferred(RecordHead head, WskCallback callback, long entered) implements TraceRecord.OfClient {
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
            implements TraceRecord.OfClient {
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
            implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The call recorded at {@code called} answered. */
    record FunctionReturned(RecordHead head, WskFunction function, int irp, NtStatus status, long called)
            implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The request waits; {@code length} bytes wanted or offered. A close or a disable says for what it waits. */
    record IrpPended(RecordHead head, WskFunction function, int irp, long length, Hindrance hindrance)
            implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record IrpCancelRequested(RecordHead head, WskFunction function, int irp) implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record IrpCompleted(RecordHead head, WskFunction function, int irp, NtStatus status, long information)
            implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The client keeps the list indicated at {@code entered}; {@code retained} bytes are kept on the socket now. */
    record ListRetained(RecordHead head, long entered, long bytes, long retained) implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The client gave back {@code bytes} of the list indicated at {@code entered}. */
    record ListReleased(RecordHead head, long entered, long bytes, long retained) implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Receive indications are paused ({@code open} false) or run again (section 2.3, the gate). */
    record GateChanged(RecordHead head, boolean open, long queued) implements TraceRecord.OfClient {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}

package org.wskscope.engine.trace;

import java.net.InetSocketAddress;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;

/** The records of what happens to sockets and comes to them from the network; {@link TraceRecord} lends them its name. */
public interface SocketKinds {
    /** A socket exists. {@code owner} is the processor its events are delivered on. */
    record SocketCreated(RecordHead head, SocketCategory category, int addressFamily, int owner)
            implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record SocketBound(RecordHead head, InetSocketAddress local) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record SocketConnected(RecordHead head, InetSocketAddress remote) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The head's socket is the listener; {@code accepted} was handed to the client (or is on its way to, in an accept callback). */
    record SocketAccepted(RecordHead head, SocketId accepted, AcceptRoute route) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record SocketStateChanged(RecordHead head, SocketState from, SocketState to) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The socket is gone: its close completed. */
    record SocketClosed(RecordHead head) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A peer's connection reached a listener and waits; {@code waiting} connections including this one. */
    record ConnectionArrived(RecordHead head, InetSocketAddress remote, int waiting) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record BytesArrived(RecordHead head, long bytes, byte[] preview) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A datagram arrived from {@code remote}. */
    record DatagramArrived(RecordHead head, int bytes, InetSocketAddress remote) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A datagram was thrown away, and why; {@code total} so far on this socket. */
    record DatagramDropped(RecordHead head, int bytes, long total, DropReason reason) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Bytes went out for the send request {@code irp}. */
    record BytesSent(RecordHead head, long bytes, int irp) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The peer will send no more; {@code queued} bytes wait. {@code eager}: the graceful disconnect is told although they wait (C-08). */
    record InputFinished(RecordHead head, long queued, boolean eager) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record ConnectionReset(RecordHead head) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** Input waits in the socket: {@code queued} bytes (datagrams for a datagram socket, connections for a listener). */
    record IndicationBuffered(RecordHead head, long queued, BufferReason reason) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    record BacklogChanged(RecordHead head, long bytes) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A listener entered ({@code on}) or left conditional-accept mode: from its bind on it inspects every request (section 6.1). */
    record ConditionalAcceptChanged(RecordHead head, boolean on) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A peer asks a conditional listener for a connection; {@code inspection} is the serial number of its inspect id, from 1. */
    record ConnectionRequested(RecordHead head, InetSocketAddress remote, int inspection)
            implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** The request with this inspect id is no longer open. */
    record InspectionEnded(RecordHead head, int inspection, InspectionOutcome outcome) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }

    /** A listener had no room for a peer: {@code waiting} connections (requests, where there is no connection yet) were waiting already (C-10). */
    record ConnectionRefused(RecordHead head, InetSocketAddress remote, int waiting) implements TraceRecord.OfSocket {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.visit(this);
        }
    }
}

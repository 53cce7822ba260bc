package org.wskscope.engine.transport.memory;

import java.net.InetSocketAddress;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.ConnectionRequest;

/** A connection on its way from the SYN to the listener's client. The simulation's thread only. */
final class MemoryRequest implements ConnectionRequest {
    private enum State {
        /** The SYN is held back and nobody knows of it yet. */
        HELD,
        /** The listener was told and has not answered. */
        TOLD,
        /** The handshake goes on. */
        ANSWERED,
        /** The handshake is over, the listener does not know yet. */
        ESTABLISHED,
        /** It ended without a connection, the listener does not know yet. */
        DROPPED,
        /** Nothing follows. */
        OVER
    }

    private final MemoryListener listener;
    private final MemoryStream acceptor;
    private final long attempt;
    private State state = State.HELD;

    MemoryRequest(MemoryListener listener, MemoryStream connector, long attempt) {
        this.listener = listener;
        this.attempt = attempt;
        this.acceptor = new MemoryStream(listener.processor, connector, this);
    }

    MemoryStream acceptor() {
        return acceptor;
    }

    @Override
    public InetSocketAddress localAddress() {
        return acceptor.localAddress();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return acceptor.remoteAddress();
    }

    @Override
    public void accept() {
        acceptor.network.scheduler.checkOwner();
        if (state == State.TOLD) {
            answer();
        }
    }

    @Override
    public void reject() {
        acceptor.network.scheduler.checkOwner();
        if (state == State.TOLD) {
            refuse();
            listener.forget(this);
        }
    }

    /** The handshake goes on without anybody's word. */
    void answer() {
        state = State.ANSWERED;
        acceptor.send(Packet.Kind.SYN_ACK, attempt, 0);
    }

    /** The listener is about to be told of it. */
    void delivered() {
        state = State.TOLD;
    }

    boolean isEstablished() {
        return state == State.ESTABLISHED;
    }

    boolean isHeld() {
        return state == State.HELD;
    }

    void over() {
        state = State.OVER;
    }

    /** The connector has heard the answer. */
    void established() {
        state = State.ESTABLISHED;
        listener.established(this);
    }

    /** The connector gave it up. */
    void dropped() {
        boolean known = state == State.TOLD || state == State.ANSWERED;
        state = State.DROPPED;
        listener.dropped(this, known);
    }

    /** No connection, and the connector learns it. */
    void refuse() {
        Packet.Kind kind = state == State.ANSWERED ? Packet.Kind.RST : Packet.Kind.REFUSAL;
        state = State.OVER;
        acceptor.send(kind, attempt, NtStatus.STATUS_CONNECTION_REFUSED.code());
        acceptor.forgetHalfOpen();
    }

    /** As if the network had lost it: both sides learn that it ended. False when it is over already, or nobody knows of it. */
    boolean drop() {
        if (state != State.TOLD && state != State.ANSWERED) {
            return false;
        }
        refuse();
        state = State.DROPPED;
        listener.dropped(this, true);
        return true;
    }
}

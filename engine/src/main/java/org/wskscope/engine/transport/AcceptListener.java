package org.wskscope.engine.transport;

/** Is told of new connections, on the listening channel's processor. A listener that inspects is told of requests instead of {@link #connectionArrived}. */
public interface AcceptListener {
    /** A connection was established. It reads nothing until a listener is attached and reading is turned on; it may be refused with {@link StreamChannel#reset}. */
    void connectionArrived(StreamChannel accepted);

    /** The listening channel failed for good. */
    void listenerFailed();

    /**
     * Somebody wants to connect and the listener {@link ListenRequest#inspecting() inspects}: nothing goes on before the answer. A transport that cannot hold the
     * handshake back reports a connection the system has established already (FID-1).
     */
    default void connectionRequested(ConnectionRequest request) {
        throw new IllegalStateException("nobody asked to inspect " + request);
    }

    /** An accepted request became a connection; as {@link #connectionArrived}. */
    default void connectionEstablished(ConnectionRequest request, StreamChannel accepted) {
        throw new IllegalStateException("nobody asked to inspect " + request);
    }

    /** A request ended before it was established, by its peer or by the network; answers to it have no effect any more. */
    default void requestDropped(ConnectionRequest request) {
        throw new IllegalStateException("nobody asked to inspect " + request);
    }
}

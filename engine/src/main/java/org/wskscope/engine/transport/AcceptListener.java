package org.wskscope.engine.transport;

/** Is told of new connections, on the listening channel's processor. */
public interface AcceptListener {
    /** A connection was established. It reads nothing until a listener is attached and reading is turned on; it may be refused with {@link StreamChannel#reset}. */
    void connectionArrived(StreamChannel accepted);

    /** The listening channel failed for good. */
    void listenerFailed();
}

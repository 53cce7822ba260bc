package org.wskscope.engine.kernel;

import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.net.InetSocketAddress;

/**
 * An address argument of one callback, valid during that call only (EVT-GEN-09). Equal to any other address of the same host and port; a client that keeps it and gives
 * it to a function later is found out by it (VIO-14). Reading it cannot be noticed: {@link InetSocketAddress} does not let its accessors be replaced.
 */
final class CallScopedAddress extends InetSocketAddress {
    private static final long serialVersionUID = 1;

    private volatile boolean over;

    CallScopedAddress(InetSocketAddress address) {
        super(address.getAddress(), address.getPort());
    }

    /** The call it belongs to has returned. */
    void end() {
        over = true;
    }

    /** True when {@code address} is one of a call that has returned. */
    static boolean isStale(Object address) {
        return address instanceof CallScopedAddress scoped && scoped.over;
    }

    private void writeObject(ObjectOutputStream out) throws NotSerializableException {
        throw new NotSerializableException("an argument of one call");
    }
}

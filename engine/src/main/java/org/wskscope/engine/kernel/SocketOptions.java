package org.wskscope.engine.kernel;

/** The plain options of one socket. Guarded by the socket's lock. */
final class SocketOptions {
    int receiveBufferBytes;
    boolean keepAlive;
    boolean reuseAddress;
    boolean exclusiveAddress;
    boolean broadcast;
    boolean packetInfo;
    /** Somebody who knows what it means on this network confirmed that the socket may be reached by every interface. */
    boolean everyInterface;

    boolean noDelay = true;

    SocketOptions(KernelOptions defaults) {
        receiveBufferBytes = defaults.receiveBufferBytes();
    }

    /** The same socket goes on in another role. */
    void copyFrom(SocketOptions other) {
        inheritFrom(other);
        reuseAddress = other.reuseAddress;
        exclusiveAddress = other.exclusiveAddress;
        broadcast = other.broadcast;
        everyInterface = other.everyInterface;
    }

    /** What an accepted socket takes from its listener, on both routes (CTL-INH-11). */
    void inheritFrom(SocketOptions listener) {
        receiveBufferBytes = listener.receiveBufferBytes;
        keepAlive = listener.keepAlive;
        noDelay = listener.noDelay;
    }
}

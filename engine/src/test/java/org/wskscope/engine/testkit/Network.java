package org.wskscope.engine.testkit;

/** The networks a conformance test runs on. */
public enum Network {
    /** The transport in memory, in virtual time. */
    MEMORY("memory"),

    /** Real sockets of this machine's loopback interface. */
    NETTY("Netty");

    private final String displayName;

    Network(String displayName) {
        this.displayName = displayName;
    }

    @Override
    public String toString() {
        return displayName;
    }
}

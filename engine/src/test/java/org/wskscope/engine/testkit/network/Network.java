package org.wskscope.engine.testkit.network;

/** The networks a conformance test runs on. */
public enum Network {
    /** The transport in memory, in virtual time. */
    MEMORY("memory") {
        @Override
        public BenchNetwork open() {
            return new MemoryBench();
        }
    },

    /** Real sockets of this machine's loopback interface. */
    NETTY("Netty") {
        @Override
        public BenchNetwork open() {
            return new NettyNetwork();
        }
    };

    private final String displayName;

    Network(String displayName) {
        this.displayName = displayName;
    }

    /** A new network for one test, which closes it. */
    public abstract BenchNetwork open();

    @Override
    public String toString() {
        return displayName;
    }
}

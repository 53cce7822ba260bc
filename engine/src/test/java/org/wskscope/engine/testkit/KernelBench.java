package org.wskscope.engine.testkit;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.wskscope.engine.kernel.KernelOptions;

/** A kernel on a {@link ScriptedTransport}: for what a test must see or do inside the transport. Everything else belongs on a {@link NetworkBench}. */
public final class KernelBench extends BenchCalls {
    public static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7);

    public final ManualClock clock;
    public final ScriptedTransport transport;

    public KernelBench() {
        this(KernelOptions.defaults());
    }

    public KernelBench(KernelOptions options) {
        this(options, 1);
    }

    public KernelBench(KernelOptions options, int processors) {
        this(new ScriptedTransport(processors), new ManualClock(), options);
    }

    private KernelBench(ScriptedTransport transport, ManualClock clock, KernelOptions options) {
        super(transport, clock, options);
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public void run() {
        transport.run();
        client.rethrow();
    }

    @Override
    public InetSocketAddress peerAddress() {
        return PEER;
    }

    /** The transport end of the connection made last. */
    public ScriptedStream peer() {
        return transport.stream(transport.streamCount() - 1);
    }
}

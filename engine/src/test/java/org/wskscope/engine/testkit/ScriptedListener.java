package org.wskscope.engine.testkit;

import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.TransportChannel;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** A listening endpoint of a {@link ScriptedTransport}. */
public final class ScriptedListener implements TransportChannel {
    private final ScriptedTransport transport;
    private final TransportProcessor processor;
    private final InetSocketAddress local;
    private final boolean inspecting;
    private final AcceptListener listener;
    private final ArrayDeque<ScriptedStream> arrived = new ArrayDeque<>();
    private int accepted;
    private boolean reading;
    private boolean closed;

    ScriptedListener(
            ScriptedTransport transport,
            TransportProcessor processor,
            InetSocketAddress local,
            boolean inspecting,
            AcceptListener listener) {
        this.transport = transport;
        this.processor = processor;
        this.local = local;
        this.inspecting = inspecting;
        this.listener = listener;
    }

    /** A peer connects; returns this side's end of the connection. */
    public ScriptedStream peerConnects() {
        InetSocketAddress remote = new InetSocketAddress(local.getAddress(), transport.newPort());
        int number = accepted++ % transport.processorCount();
        ScriptedStream stream = transport.newAccepted(transport.processor(number), local, remote);
        arrived.add(stream);
        processor.execute(this::deliver);
        return stream;
    }

    /** A peer asks for a connection; the listener inspects. */
    public ScriptedRequest peerRequests() {
        if (!inspecting) {
            throw new IllegalStateException("this listener inspects nothing");
        }
        InetSocketAddress remote = new InetSocketAddress(local.getAddress(), transport.newPort());
        ScriptedRequest request = new ScriptedRequest(transport, processor, listener, local, remote);
        processor.execute(() -> listener.connectionRequested(request));
        return request;
    }

    /** The endpoint fails for good. */
    public void fails() {
        processor.execute(listener::listenerFailed);
    }

    public boolean isClosed() {
        return closed;
    }

    private void deliver() {
        while (reading && !closed && !arrived.isEmpty()) {
            listener.connectionArrived(arrived.remove());
        }
    }

    @Override
    public TransportProcessor processor() {
        return processor;
    }

    @Override
    public InetSocketAddress localAddress() {
        return local;
    }

    @Override
    public void setReading(boolean on) {
        reading = on;
        processor.execute(this::deliver);
    }

    @Override
    public void close(TransportCompletion notified) {
        closed = true;
        transport.report(processor, notified, NtStatus.STATUS_SUCCESS);
    }
}

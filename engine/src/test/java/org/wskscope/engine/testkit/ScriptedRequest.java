package org.wskscope.engine.testkit;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.AcceptListener;
import org.wskscope.engine.transport.ConnectionRequest;
import org.wskscope.engine.transport.TransportProcessor;

/** A connection request at a {@link ScriptedListener} that inspects. After Accept its handshake succeeds by itself, or when the test says so. */
public final class ScriptedRequest implements ConnectionRequest {
    private final ScriptedTransport transport;
    private final TransportProcessor processor;
    private final AcceptListener listener;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private @Nullable String answer;
    private @Nullable ScriptedStream stream;
    private boolean slow;
    private boolean over;

    ScriptedRequest(
            ScriptedTransport transport,
            TransportProcessor processor,
            AcceptListener listener,
            InetSocketAddress local,
            InetSocketAddress remote) {
        this.transport = transport;
        this.processor = processor;
        this.listener = listener;
        this.local = local;
        this.remote = remote;
    }

    /** The handshake waits for {@link #handshakeEnds}. */
    public ScriptedRequest slowly() {
        slow = true;
        return this;
    }

    /** The last message of the handshake comes. */
    public void handshakeEnds() {
        processor.execute(this::establish);
    }

    /** The peer resets, or the network gives up. */
    public void drops() {
        processor.execute(() -> {
            if (!over) {
                over = true;
                listener.requestDropped(this);
            }
        });
    }

    /** {@code accepted}, {@code rejected}, or null while the request waits. */
    public @Nullable String answer() {
        return answer;
    }

    /** The connection it became; fails when it became none. */
    public ScriptedStream stream() {
        if (stream == null) {
            throw new AssertionError("the request of " + remote + " became no connection: " + answer);
        }
        return stream;
    }

    public boolean isEstablished() {
        return stream != null;
    }

    private void establish() {
        if (!over) {
            over = true;
            ScriptedStream established = transport.newAccepted(processor, local, remote);
            stream = established;
            listener.connectionEstablished(this, established);
        }
    }

    @Override
    public InetSocketAddress localAddress() {
        return local;
    }

    @Override
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    @Override
    public void accept() {
        if (!over && answer == null) {
            answer = "accepted";
            if (!slow) {
                handshakeEnds();
            }
        }
    }

    @Override
    public void reject() {
        if (!over && answer == null) {
            answer = "rejected";
            over = true;
        }
    }
}

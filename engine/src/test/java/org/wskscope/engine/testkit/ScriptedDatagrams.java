package org.wskscope.engine.testkit;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.DatagramChannel;
import org.wskscope.engine.transport.DatagramListener;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** A datagram endpoint of a {@link ScriptedTransport}. */
public final class ScriptedDatagrams implements DatagramChannel {
    /**
     * One datagram on the wire.
     *
     * @param flags as the transport would report them
     */
    public record Packet(String text, InetSocketAddress remote, int flags) {}

    private final ScriptedTransport transport;
    private final TransportProcessor processor;
    private final InetSocketAddress local;
    private final DatagramListener listener;
    private final ArrayDeque<Packet> inbox = new ArrayDeque<>();
    private final List<Packet> sent = new ArrayList<>();
    private final InetSocketAddress peer;
    private boolean reading;
    private boolean closed;
    private boolean broadcast;
    private final ArrayDeque<NtStatus> sendOutcomes = new ArrayDeque<>();
    private Runnable whileSending = () -> {};

    ScriptedDatagrams(
            ScriptedTransport transport,
            TransportProcessor processor,
            InetSocketAddress local,
            DatagramListener listener) {
        this.transport = transport;
        this.processor = processor;
        this.local = local;
        this.listener = listener;
        this.peer = new InetSocketAddress(local.getAddress(), transport.newPort());
    }

    /** The peer most datagrams come from. */
    public InetSocketAddress peer() {
        return peer;
    }

    /** The peer sends one datagram for each text; they are there at once and make one read loop. */
    public void peerSends(String... texts) {
        for (String text : texts) {
            inbox.add(new Packet(text, peer, 0));
        }
        processor.execute(this::deliver);
    }

    public void arrives(Packet packet) {
        inbox.add(packet);
        processor.execute(this::deliver);
    }

    /** The endpoint fails for good. */
    public void fails() {
        processor.execute(() -> listener.channelFailed(this));
    }

    public List<Packet> sent() {
        return sent;
    }

    public boolean isClosed() {
        return closed;
    }

    /** The datagrams sent next end like this, one after the other; then sends succeed again. */
    public void sendsEnd(NtStatus... outcomes) {
        sendOutcomes.addAll(List.of(outcomes));
    }

    /** Happens once, while the next datagram is being handed over and before its bytes are read: what another thread might do just then. */
    public void whileSending(Runnable action) {
        whileSending = action;
    }

    public boolean mayBroadcast() {
        return broadcast;
    }

    @Override
    public void setBroadcast(boolean on) {
        broadcast = on;
    }

    private void deliver() {
        boolean any = false;
        while (reading && !closed && !inbox.isEmpty()) {
            Packet packet = inbox.remove();
            ByteBuffer bytes = ByteBuffer.wrap(packet.text().getBytes(StandardCharsets.UTF_8));
            listener.datagramArrived(this, bytes, packet.remote(), packet.flags());
            any = true;
        }
        if (any) {
            listener.readComplete(this);
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
    public void sendTo(ByteBuffer bytes, InetSocketAddress remote, TransportCompletion notified) {
        Runnable meanwhile = whileSending;
        whileSending = () -> {};
        meanwhile.run();
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        sent.add(new Packet(new String(copy, StandardCharsets.UTF_8), remote, 0));
        NtStatus scripted = sendOutcomes.poll();
        transport.report(processor, notified, scripted == null ? NtStatus.STATUS_SUCCESS : scripted);
    }

    @Override
    public void close(TransportCompletion notified) {
        closed = true;
        transport.report(processor, notified, NtStatus.STATUS_SUCCESS);
    }
}

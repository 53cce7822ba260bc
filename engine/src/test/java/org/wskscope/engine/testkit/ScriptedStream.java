package org.wskscope.engine.testkit;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** This side's end of a stream of a {@link ScriptedTransport}; the methods named {@code peer…} are the other side. */
public final class ScriptedStream implements StreamChannel {
    private static final ByteBuffer FIN = ByteBuffer.allocate(0);

    private final ScriptedTransport transport;
    private final TransportProcessor processor;
    private final InetSocketAddress local;
    private final ArrayDeque<ByteBuffer> inbox = new ArrayDeque<>();
    private final ArrayDeque<TransportCompletion> heldWrites = new ArrayDeque<>();
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private InetSocketAddress remote = new InetSocketAddress(0);
    private @Nullable StreamListener listener;
    private Runnable duringWrite = () -> {};
    private int writes;
    private boolean reading;
    private boolean holdWrites;
    private boolean peerReset;
    private boolean finished;
    private boolean reset;
    private boolean closed;
    private boolean keepAlive;
    private boolean noDelay = true;

    ScriptedStream(ScriptedTransport transport, TransportProcessor processor, InetSocketAddress local) {
        this.transport = transport;
        this.processor = processor;
        this.local = local;
    }

    void connectedTo(InetSocketAddress peer) {
        remote = peer;
    }

    /** The peer sends the UTF-8 bytes of {@code text}. */
    public void peerSends(String text) {
        peerSends(text.getBytes(StandardCharsets.UTF_8));
    }

    public void peerSends(byte[] bytes) {
        inbox.add(ByteBuffer.wrap(bytes));
        processor.execute(this::deliver);
    }

    public void peerFinishes() {
        inbox.add(FIN);
        processor.execute(this::deliver);
    }

    /** The peer resets: what it sent before and nobody read is lost. */
    public void peerResets() {
        inbox.clear();
        peerReset = true;
        processor.execute(this::deliver);
    }

    /** The peer reads nothing: writes do not complete until {@link #completeWrites}. */
    public void holdWrites() {
        holdWrites = true;
    }

    /** The peer reads again. */
    public void completeWrites() {
        holdWrites = false;
        for (TransportCompletion held : heldWrites) {
            transport.report(processor, held, NtStatus.STATUS_SUCCESS);
        }
        heldWrites.clear();
    }

    /** The peer has read what was written first and is still held. */
    public void completeOldestWrite() {
        transport.report(processor, heldWrites.remove(), NtStatus.STATUS_SUCCESS);
    }

    /** The network has given the connection up: held writes end with {@code status}, before the reading side hears of it. */
    public void failWrites(NtStatus status) {
        for (TransportCompletion held : heldWrites) {
            transport.report(processor, held, status);
        }
        heldWrites.clear();
    }

    /** Done on the writing thread while the next write reads its bytes. */
    public void duringNextWrite(Runnable action) {
        duringWrite = action;
    }

    /** How often bytes were written, and be it none of them. */
    public int writeCount() {
        return writes;
    }

    /** What this side has sent, as UTF-8. */
    public String sent() {
        return written.toString(StandardCharsets.UTF_8);
    }

    public boolean isReading() {
        return reading;
    }

    public boolean isFinished() {
        return finished;
    }

    public boolean isReset() {
        return reset;
    }

    public boolean isClosed() {
        return closed;
    }

    public boolean isKeptAlive() {
        return keepAlive;
    }

    public boolean isNoDelay() {
        return noDelay;
    }

    @Override
    public void setKeepAlive(boolean on) {
        keepAlive = on;
    }

    @Override
    public void setNoDelay(boolean on) {
        noDelay = on;
    }

    private void deliver() {
        StreamListener notified = listener;
        if (notified == null && reading) {
            throw new IllegalStateException("input flows and nobody listens: a real transport would lose it");
        }
        if (notified == null || closed || reset) {
            return;
        }
        if (peerReset) {
            peerReset = false;
            notified.connectionReset(this);
            return;
        }
        boolean any = false;
        while (reading && !inbox.isEmpty() && inbox.element() != FIN) {
            notified.bytesArrived(this, inbox.remove());
            any = true;
        }
        if (any) {
            notified.readComplete(this, inbox.isEmpty() || inbox.element() == FIN);
        }
        if (reading && inbox.peek() == FIN) {
            inbox.remove();
            notified.inputFinished(this);
        }
    }

    @Override
    public void attach(StreamListener newListener) {
        listener = newListener;
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
    public InetSocketAddress remoteAddress() {
        return remote;
    }

    @Override
    public void setReading(boolean on) {
        reading = on;
        processor.execute(this::deliver);
    }

    @Override
    public void connect(InetSocketAddress peer, TransportCompletion connected) {
        NtStatus outcome = transport.takeOutcome();
        if (outcome.isSuccess()) {
            remote = peer;
        }
        transport.report(processor, connected, outcome);
    }

    @Override
    public void write(ByteBuffer bytes, TransportCompletion notified) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        written.writeBytes(copy);
        writes++;
        Runnable action = duringWrite;
        duringWrite = () -> {};
        action.run();
        answer(notified);
    }

    @Override
    public void finish(TransportCompletion notified) {
        finished = true;
        answer(notified);
    }

    private void answer(TransportCompletion notified) {
        if (holdWrites) {
            heldWrites.add(notified);
        } else {
            transport.report(processor, notified, NtStatus.STATUS_SUCCESS);
        }
    }

    @Override
    public void reset(TransportCompletion notified) {
        reset = true;
        for (TransportCompletion held : heldWrites) {
            transport.report(processor, held, NtStatus.STATUS_CANCELLED);
        }
        heldWrites.clear();
        transport.report(processor, notified, NtStatus.STATUS_SUCCESS);
    }

    @Override
    public void close(TransportCompletion notified) {
        closed = true;
        transport.report(processor, notified, NtStatus.STATUS_SUCCESS);
    }
}

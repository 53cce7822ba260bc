package org.wskscope.engine.testkit.network;

import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.StreamChannel;
import org.wskscope.engine.transport.StreamListener;
import org.wskscope.engine.transport.TransportCompletion;

/**
 * The other end of one connection. What it is told to do happens with the bench's next run, or as soon as it is connected; what it saw is known after
 * a run. Any thread.
 */
public final class PeerEnd implements StreamListener {
    private final List<Consumer<StreamChannel>> wishes = new ArrayList<>();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();
    private @Nullable StreamChannel channel;
    private @Nullable StreamChannel opened;
    private NtStatus outcome = NtStatus.STATUS_PENDING;
    private boolean reading = true;
    private boolean finSeen;
    private boolean resetSeen;

    // ---- what it does

    /** Sends the UTF-8 bytes of {@code text}. */
    public void sends(String text) {
        sends(text.getBytes(StandardCharsets.UTF_8));
    }

    public void sends(byte[] bytes) {
        wish(to -> to.write(ByteBuffer.wrap(bytes), TransportCompletion.NONE));
    }

    /** Ends its sending side (FIN). */
    public void finishes() {
        wish(to -> to.finish(TransportCompletion.NONE));
    }

    /** Resets the connection (RST). */
    public void resets() {
        wish(to -> to.reset(TransportCompletion.NONE));
    }

    /** Resets the connection, or gives up connecting. */
    public void givesUp() {
        StreamChannel mine;
        synchronized (this) {
            mine = opened;
        }
        if (mine == null) {
            throw new IllegalStateException("the peer has not begun to connect");
        }
        mine.reset(TransportCompletion.NONE);
    }

    /** Takes nothing any more: what is sent to it piles up on the way. */
    public void stopsReading() {
        synchronized (this) {
            reading = false;
        }
        wish(to -> to.setReading(false));
    }

    public void readsAgain() {
        synchronized (this) {
            reading = true;
        }
        wish(to -> to.setReading(true));
    }

    // ---- what it saw

    /** How its connect ended: STATUS_PENDING until then, STATUS_SUCCESS for a connection it accepted. */
    public synchronized NtStatus outcome() {
        return outcome;
    }

    /** All it received so far, as UTF-8. */
    public synchronized String received() {
        return received.toString(StandardCharsets.UTF_8);
    }

    public synchronized int receivedBytes() {
        return received.size();
    }

    public synchronized boolean sawFin() {
        return finSeen;
    }

    public synchronized boolean sawReset() {
        return resetSeen;
    }

    /** Could not connect, or was reset afterwards: over real TCP a listener that refuses has already shaken hands (FID-1). */
    public synchronized boolean wasTurnedAway() {
        return resetSeen || !outcome.equals(NtStatus.STATUS_PENDING) && !outcome.isSuccess();
    }

    public InetSocketAddress localAddress() {
        return connection().localAddress();
    }

    public InetSocketAddress remoteAddress() {
        return connection().remoteAddress();
    }

    // ---- its life; on its processor

    synchronized void opened(StreamChannel own) {
        opened = own;
    }

    void connected(StreamChannel to) {
        List<Consumer<StreamChannel>> due;
        boolean read;
        synchronized (this) {
            channel = to;
            outcome = NtStatus.STATUS_SUCCESS;
            due = List.copyOf(wishes);
            wishes.clear();
            read = reading;
        }
        to.setReading(read);
        due.forEach(wish -> wish.accept(to));
    }

    synchronized void refused(NtStatus status) {
        outcome = status;
        wishes.clear();
    }

    private void wish(Consumer<StreamChannel> wish) {
        StreamChannel to;
        synchronized (this) {
            to = channel;
            if (to == null) {
                wishes.add(wish);
            }
        }
        if (to != null) {
            wish.accept(to);
        }
    }

    private synchronized StreamChannel connection() {
        if (channel == null) {
            throw new IllegalStateException("the peer is not connected: " + outcome);
        }
        return channel;
    }

    @Override
    public synchronized void bytesArrived(StreamChannel from, ByteBuffer bytes) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        received.writeBytes(copy);
    }

    @Override
    public void readComplete(StreamChannel from, boolean drained) {}

    @Override
    public synchronized void inputFinished(StreamChannel from) {
        finSeen = true;
    }

    @Override
    public synchronized void connectionReset(StreamChannel from) {
        resetSeen = true;
    }
}

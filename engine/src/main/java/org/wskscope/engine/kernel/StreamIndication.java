package org.wskscope.engine.kernel;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;

/**
 * One element of a receive indication: a run of bytes of one {@link Segment}. Belongs to its segment and is lent again with every indication, until the client
 * retains it; then it is the client's and the segment gets a new one.
 */
final class StreamIndication implements DataIndication {
    /** Whose it is. */
    enum Holder {
        /** Nobody may look: the callback has returned without retaining it, or it was released. */
        KERNEL,
        /** A callback in progress. */
        CALLBACK,
        /** The client, until {@code WskRelease}. */
        CLIENT
    }

    private final ReceiveEngine owner;
    private final ByteBuffer view;
    private final Mdl mdl;
    private WskBuf buffer;
    private @Nullable DataIndication next;
    private volatile Holder holder = Holder.KERNEL;

    /** The next element of the list as it was indicated, whatever the client did to {@link #next}. */
    @Nullable
    StreamIndication following;

    final Segment segment;
    long entered;
    long retainedNanos;

    StreamIndication(ReceiveEngine owner, Segment segment) {
        this.owner = owner;
        this.segment = segment;
        this.view = ByteBuffer.wrap(segment.bytes);
        this.mdl = new Mdl(view, null);
        this.buffer = new WskBuf(mdl, 0, 0);
    }

    /** Describes {@code length} bytes from {@code from}. The same length again costs no allocation. */
    void lend(int from, int length) {
        view.limit(view.capacity());
        view.position(from);
        view.limit(from + length);
        if (buffer.length() != length) {
            buffer = new WskBuf(mdl, 0, length);
        }
        next = null;
        following = null;
        holder = Holder.CALLBACK;
    }

    void link(StreamIndication successor) {
        next = successor;
        following = successor;
    }

    Holder holder() {
        return holder;
    }

    void hold(Holder newHolder) {
        holder = newHolder;
    }

    boolean isOwnedBy(ReceiveEngine engine) {
        return owner == engine;
    }

    long length() {
        return buffer.length();
    }

    @Override
    public @Nullable DataIndication next() {
        return next;
    }

    @Override
    public void setNext(@Nullable DataIndication newNext) {
        next = newNext;
    }

    @Override
    public WskBuf buffer() {
        if (holder == Holder.KERNEL) {
            throw owner.usedAfterReturn(entered);
        }
        return buffer;
    }
}

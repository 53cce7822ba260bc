package org.wskscope.engine.kernel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.PacketInfo;
import org.wskscope.engine.wsk.WskBuf;

/** One received datagram, queued, indicated or retained. Used again for another one unless the client retained it. */
final class Datagram implements DatagramIndication {
    private static final InetSocketAddress NOWHERE = new InetSocketAddress(0);

    private final DatagramQueue owner;
    final byte[] bytes;
    private final ByteBuffer view;
    private final Mdl mdl;
    private WskBuf buffer;
    private InetSocketAddress remote = NOWHERE;
    private @Nullable InetAddress destination;
    private @Nullable DatagramIndication next;
    private volatile StreamIndication.Holder holder = StreamIndication.Holder.KERNEL;

    /** The next one of the list as it was indicated. */
    @Nullable
    Datagram following;

    /** The call that has it. */
    @Nullable
    ReceiveFromLane lane;

    /** Of the first of a list: how many there are. */
    int listLength;

    /** The walk along a released list that came by last. */
    long visited;

    /** Its place in the order of arrival. */
    long number;

    int flags;
    long entered;

    Datagram(DatagramQueue owner, int capacity) {
        this.owner = owner;
        this.bytes = new byte[capacity];
        this.view = ByteBuffer.wrap(bytes);
        this.mdl = new Mdl(view, null);
        this.buffer = new WskBuf(mdl, 0, 0);
    }

    /** @param to where it was sent to, when the client wants to know and the network tells */
    void fill(ByteBuffer source, InetSocketAddress sender, @Nullable InetAddress to, int newFlags) {
        int length = source.remaining();
        source.get(source.position(), bytes, 0, length);
        if (buffer.length() != length) {
            buffer = new WskBuf(mdl, 0, length);
        }
        remote = sender;
        destination = to;
        flags = newFlags;
    }

    void lend(ReceiveFromLane call) {
        lane = call;
        view.limit(view.capacity());
        view.position(0);
        view.limit(length());
        next = null;
        following = null;
        holder = StreamIndication.Holder.CALLBACK;
    }

    void link(Datagram successor) {
        next = successor;
        following = successor;
    }

    int length() {
        return (int) buffer.length();
    }

    StreamIndication.Holder holder() {
        return holder;
    }

    void hold(StreamIndication.Holder newHolder) {
        ReceiveFromLane call = lane;
        if (holder == StreamIndication.Holder.CALLBACK && call != null) {
            entered = call.entered();
        }
        holder = newHolder;
    }

    boolean isOwnedBy(DatagramQueue queue) {
        return owner == queue;
    }

    @Override
    public @Nullable DatagramIndication next() {
        return next;
    }

    @Override
    public void setNext(@Nullable DatagramIndication newNext) {
        next = newNext;
    }

    @Override
    public WskBuf buffer() {
        checkHeld();
        return buffer;
    }

    @Override
    public @Nullable ByteBuffer controlInfo() {
        checkHeld();
        return control();
    }

    /** Control information for the kernel itself; null when there is none. */
    @Nullable
    ByteBuffer control() {
        return destination == null ? null : new PacketInfo(destination, PacketInfo.LOOPBACK_INTERFACE).toControlInfo();
    }

    @Override
    public InetSocketAddress remoteAddress() {
        checkHeld();
        return remote;
    }

    /** Where it came from, for the kernel itself. */
    InetSocketAddress sender() {
        return remote;
    }

    private void checkHeld() {
        if (holder == StreamIndication.Holder.KERNEL) {
            throw owner.usedAfterReturn(entered);
        }
    }
}

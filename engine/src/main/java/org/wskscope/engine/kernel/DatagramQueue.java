package org.wskscope.engine.kernel;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.DropReason;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.UsedAfterReturnException;
import org.wskscope.engine.wsk.Violation;

/**
 * The datagrams of one socket: queued (bounded by {@code SO_RCVBUF}, C-13), lent to a callback, or retained by the client. Guarded by the socket's lock.
 */
final class DatagramQueue {
    /** What an empty datagram costs of the limit, so that a flood of them is bounded too. */
    private static final int OVERHEAD_BYTES = 64;

    private static final int SMALL_BYTES = 2 * 1024;
    private static final int SPARES = 64;

    private final DatagramSocketCore core;
    private final ArrayDeque<Datagram> queue = new ArrayDeque<>();
    private final ArrayDeque<Datagram> spares = new ArrayDeque<>();
    private long cost;
    private long added;
    private int lentLists;
    private long retainedBytes;
    private int retainedCount;
    private long visit;
    private long dropped;

    DatagramQueue(DatagramSocketCore core) {
        this.core = core;
    }

    int size() {
        return queue.size();
    }

    /** Also an empty datagram is retained. */
    boolean hasRetainedLists() {
        return retainedCount > 0;
    }

    boolean isLent() {
        return lentLists > 0;
    }

    /** Queues one datagram; false when there is no room (EVT-RFR-14). */
    boolean add(ByteBuffer bytes, InetSocketAddress remote, @Nullable InetAddress to, int flags) {
        long newCost = cost + bytes.remaining() + OVERHEAD_BYTES;
        if (newCost > core.options.receiveBufferBytes && !queue.isEmpty()) {
            return false;
        }
        Datagram datagram = fresh(bytes.remaining());
        datagram.fill(bytes, remote, to, flags);
        datagram.number = added++;
        queue.add(datagram);
        cost = newCost;
        return true;
    }

    /** Takes the oldest datagram out; {@link #recycle} it afterwards. */
    Datagram remove() {
        Datagram datagram = queue.remove();
        cost -= datagram.length() + OVERHEAD_BYTES;
        return datagram;
    }

    void recycle(Datagram datagram) {
        datagram.hold(StreamIndication.Holder.KERNEL);
        if (datagram.bytes.length == SMALL_BYTES && spares.size() < SPARES) {
            spares.add(datagram);
        }
    }

    /** Lends the oldest datagrams of equal flags, at most {@code max} (C-13), to a call; returns the first of the list. */
    Datagram lend(ReceiveFromLane call, int max) {
        Datagram first = remove();
        first.lend(call);
        Datagram last = first;
        int count = 1;
        while (count < max && !queue.isEmpty() && queue.element().flags == first.flags) {
            Datagram datagram = remove();
            datagram.lend(call);
            last.link(datagram);
            last = datagram;
            count++;
        }
        first.listLength = count;
        lentLists++;
        return first;
    }

    /** The callback consumed the list. */
    void consume(Datagram list) {
        lentLists--;
        Datagram datagram = list;
        while (datagram != null) {
            Datagram following = datagram.following;
            recycle(datagram);
            datagram = following;
        }
    }

    /** The callback returned PENDING: what was not released inside it is the client's (EVT-RFR-05). */
    void retain(Datagram list, long entered) {
        lentLists--;
        int before = retainedCount;
        long kept = 0;
        for (Datagram datagram = list; datagram != null; datagram = datagram.following) {
            if (datagram.holder() == StreamIndication.Holder.CALLBACK) {
                datagram.hold(StreamIndication.Holder.CLIENT);
                datagram.entered = entered;
                kept += datagram.length();
                retainedCount++;
            }
        }
        retainedBytes += kept;
        core.trace.listRetained(core.stamp, core.id, entered, kept, retainedBytes);
        if (core.isClosing() && retainedCount > before) {
            core.violation(Violation.CLOSE_WITH_RETAINED_LISTS, entered);
        }
    }

    /** None was taken: the list goes back to its place in the queue, which is the head unless a parallel call's list went back before (EVT-RFR-06, -07). */
    void putBack(Datagram list) {
        lentLists--;
        ArrayDeque<Datagram> before = new ArrayDeque<>();
        while (!queue.isEmpty() && queue.element().number < list.number) {
            before.push(queue.remove());
        }
        ArrayDeque<Datagram> reversed = new ArrayDeque<>();
        for (Datagram datagram = list; datagram != null; datagram = datagram.following) {
            datagram.hold(StreamIndication.Holder.KERNEL);
            reversed.push(datagram);
            cost += datagram.length() + OVERHEAD_BYTES;
        }
        reversed.forEach(queue::addFirst);
        before.forEach(queue::addFirst);
    }

    /** None was taken and the event stays on: they are lost (C-14). */
    void drop(Datagram list) {
        lentLists--;
        Datagram datagram = list;
        while (datagram != null) {
            Datagram following = datagram.following;
            recordDrop(datagram.length(), DropReason.REFUSED);
            recycle(datagram);
            datagram = following;
        }
    }

    void recordDrop(int bytes, DropReason reason) {
        dropped++;
        core.trace.datagramDropped(core.stamp, core.id, bytes, dropped, reason);
    }

    void clear() {
        queue.clear();
        cost = 0;
    }

    /** {@code WskRelease}: all of the list or nothing (API-REL-04, -05, -06). */
    NtStatus release(DatagramIndication list, long called) {
        if (!isReleasable(list)) {
            core.violation(Violation.LIST_RELEASED_TWICE, called);
            return NtStatus.STATUS_INVALID_PARAMETER;
        }
        long entered = RecordHead.NO_CAUSE;
        long run = 0;
        for (DatagramIndication rest = list; rest instanceof Datagram datagram; rest = datagram.next()) {
            boolean early = datagram.holder() == StreamIndication.Holder.CALLBACK;
            long from = early ? enteredOf(datagram) : datagram.entered;
            if (from != entered && run > 0) {
                core.trace.listReleased(core.stamp, core.id, entered, run, retainedBytes);
                run = 0;
            }
            entered = from;
            run += datagram.length();
            if (!early) {
                retainedBytes -= datagram.length();
                retainedCount--;
            }
            datagram.hold(StreamIndication.Holder.KERNEL);
        }
        core.trace.listReleased(core.stamp, core.id, entered, run, retainedBytes);
        return NtStatus.STATUS_SUCCESS;
    }

    private static long enteredOf(Datagram lent) {
        ReceiveFromLane call = lent.lane;
        return call == null ? RecordHead.NO_CAUSE : call.entered();
    }

    /** Everything in it is the client's, and nothing is in it twice. */
    private boolean isReleasable(DatagramIndication list) {
        visit++;
        for (DatagramIndication rest = list; rest != null; rest = rest.next()) {
            if (!(rest instanceof Datagram datagram)
                    || !datagram.isOwnedBy(this)
                    || datagram.holder() == StreamIndication.Holder.KERNEL
                    || datagram.visited == visit) {
                return false;
            }
            datagram.visited = visit;
        }
        return true;
    }

    private Datagram fresh(int length) {
        if (length > SMALL_BYTES) {
            return new Datagram(this, length);
        }
        Datagram spare = spares.poll();
        return spare == null ? new Datagram(this, SMALL_BYTES) : spare;
    }

    /** The client looked at a datagram that is no longer its own (VIO-15): what to throw. Any thread, without the lock. */
    UsedAfterReturnException usedAfterReturn(long entered) {
        synchronized (core.lock) {
            core.kernel.stamp(core.stamp, entered);
            core.violation(Violation.INDICATION_USED_AFTER_RETURN, entered);
        }
        return new UsedAfterReturnException("the list of record " + entered + " is no longer the client's");
    }
}

package org.wskscope.engine.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;

/**
 * The way out of one channel: keeps writes in the order they were given by whatever thread, flushes once per read loop or task, and tells each write's end. How
 * much may be outstanding is the writer's limit to keep. Processor thread, save {@link #write}.
 */
@SuppressWarnings("FutureReturnValueIgnored") // a write's future is its ticket, which tells
final class OutboundQueue {
    private static final int SPARE_TICKETS = 64;

    private final ProcessorLoop loop;
    private final BiFunction<Throwable, @Nullable InetSocketAddress, NtStatus> statusOfFailure;
    private final Runnable brokenTeller;
    private final Runnable flushTask = this::flushNow;
    private final Runnable takeOverTask = this::takeOverScheduled;
    private final Queue<Runnable> handedOver = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean takeOverScheduled = new AtomicBoolean();
    private final ArrayDeque<WriteTicket> spare = new ArrayDeque<>();
    private final List<Runnable> whenDrained = new ArrayList<>();

    private @Nullable Channel netty;
    private @Nullable NtStatus refusal = NtStatus.STATUS_INVALID_DEVICE_STATE;
    private @Nullable NtStatus failure;
    private int outstanding;
    private boolean sending;
    private boolean inReadLoop;
    private boolean flushPending;

    /**
     * @param statusOfFailure what a failed write's cause means; of a datagram also where to it was
     * @param brokenTeller run when a completion threw; it must end the channel
     */
    OutboundQueue(
            ProcessorLoop loop,
            BiFunction<Throwable, @Nullable InetSocketAddress, NtStatus> statusOfFailure,
            Runnable brokenTeller) {
        this.loop = loop;
        this.statusOfFailure = statusOfFailure;
        this.brokenTeller = brokenTeller;
    }

    /** From now on writes go to {@code channel}. */
    void open(Channel channel) {
        netty = channel;
        refusal = null;
    }

    /** New writes end with {@code status}; those queued still go out. */
    void refuse(NtStatus status) {
        refusal = status;
    }

    /** New writes and those that did not go out yet end with {@code status}. */
    void abandon(NtStatus status) {
        refuse(status);
        if (failure == null) {
            failure = status;
        }
    }

    /** Any thread. Takes over {@code message}, which is released once it went out or failed. */
    void write(Object message, TransportCompletion written) {
        if (loop.isCurrent()) {
            takeOver();
            send(message, written);
        } else {
            handOver(new Write(message, written));
        }
    }

    /** Any thread. Runs {@code action} on the processor behind the writes given so far and before those given later. */
    void inOrder(Runnable action) {
        if (loop.isCurrent()) {
            takeOver();
            action.run();
        } else {
            handOver(action);
        }
    }

    /** Flushes wait until {@link #endReadLoop}. */
    void beginReadLoop() {
        inReadLoop = true;
    }

    void endReadLoop() {
        inReadLoop = false;
        if (flushPending) {
            flushNow();
        }
    }

    /** Runs {@code action} in a task of its own once nothing queued is left. */
    void whenDrained(Runnable action) {
        if (outstanding == 0) {
            loop.execute(action);
        } else {
            whenDrained.add(action);
        }
    }

    void settled(WriteTicket ticket, @Nullable Throwable cause) {
        outstanding--;
        InetSocketAddress remote = ticket.remote();
        TransportCompletion written = ticket.disarm();
        if (spare.size() < SPARE_TICKETS) {
            spare.addLast(ticket);
        }
        if (written != TransportCompletion.NONE) {
            NtStatus status = cause == null ? NtStatus.STATUS_SUCCESS : failureStatus(cause, remote);
            if (sending) {
                loop.notifyLater(written, status);
            } else if (!loop.report(written, status)) {
                loop.execute(brokenTeller);
            }
        }
        if (outstanding == 0 && !whenDrained.isEmpty()) {
            whenDrained.forEach(loop::execute);
            whenDrained.clear();
        }
    }

    private void handOver(Runnable action) {
        handedOver.add(action);
        if (takeOverScheduled.compareAndSet(false, true) && !loop.tryExecute(takeOverTask)) {
            releaseHandedOver();
        }
    }

    private void takeOverScheduled() {
        takeOverScheduled.set(false);
        takeOver();
    }

    private void takeOver() {
        if (handedOver.isEmpty()) {
            return;
        }
        Runnable next;
        while ((next = handedOver.poll()) != null) {
            next.run();
        }
    }

    private void send(Object message, TransportCompletion written) {
        Channel channel = netty;
        if (refusal != null || channel == null) {
            ReferenceCountUtil.release(message);
            loop.notifyLater(written, refusal == null ? NtStatus.STATUS_INVALID_DEVICE_STATE : refusal);
            return;
        }
        WriteTicket ticket = spare.pollLast();
        if (ticket == null) {
            ticket = new WriteTicket(this, channel);
        }
        outstanding++;
        sending = true;
        InetSocketAddress remote = message instanceof DatagramPacket datagram ? datagram.recipient() : null;
        channel.write(message, ticket.arm(written, remote));
        sending = false;
        if (!flushPending) {
            flushPending = true;
            if (!inReadLoop) {
                loop.execute(flushTask);
            }
        }
    }

    private void flushNow() {
        flushPending = false;
        if (netty != null) {
            netty.flush();
        }
    }

    private NtStatus failureStatus(Throwable cause, @Nullable InetSocketAddress remote) {
        if (failure != null) {
            return failure;
        }
        return loop.isEnding() ? NtStatus.STATUS_CANCELLED : statusOfFailure.apply(cause, remote);
    }

    private void releaseHandedOver() {
        takeOverScheduled.set(false);
        Runnable next;
        while ((next = handedOver.poll()) != null) {
            if (next instanceof Write write) {
                ReferenceCountUtil.release(write.message);
            }
        }
    }

    /** A write of another thread on its way to the processor. */
    private final class Write implements Runnable {
        private final Object message;
        private final TransportCompletion written;

        Write(Object message, TransportCompletion written) {
            this.message = message;
            this.written = written;
        }

        @Override
        public void run() {
            send(message, written);
        }
    }
}

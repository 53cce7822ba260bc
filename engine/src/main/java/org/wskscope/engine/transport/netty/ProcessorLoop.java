package org.wskscope.engine.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;
import org.wskscope.engine.transport.TransportProcessor;

/** A processor that is one Netty event loop with one thread of its own. */
@SuppressWarnings("FutureReturnValueIgnored") // the outcome of a task is told by the task
final class ProcessorLoop implements TransportProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessorLoop.class);

    /** The largest run that one indication carries (C-11), and room for any datagram. */
    private static final int INCOMING_BYTES = 64 << 10;

    /** As many as Netty reads in one turn from a datagram socket. */
    static final int INCOMING_BUFFERS = 16;

    private static final int OUTGOING_BYTES = 4 << 10;
    private static final int OUTGOING_BUFFERS = 64;

    private final int number;
    private final LoopBuffers incoming = new LoopBuffers(this, INCOMING_BYTES, INCOMING_BUFFERS);
    private final LoopBuffers outgoing = new LoopBuffers(this, OUTGOING_BYTES, OUTGOING_BUFFERS);
    private final SingleThreadIoEventLoop loop;
    /** The open channels, to be closed at the end: a loop told to stop between two of its own checks leaves them open. */
    private final ChannelGroup channels;

    private final KnownSelectors selectors = new KnownSelectors();
    private final StatusMapping statuses = new StatusMapping(SystemFacts.MACHINE);
    private volatile @Nullable Thread thread;
    private volatile boolean ending;

    ProcessorLoop(int number, String threadName) {
        this.number = number;
        ThreadFactory threads = work -> {
            ProcessorThread created = new ProcessorThread(work, threadName, this);
            thread = created;
            return created;
        };
        this.loop = new SingleThreadIoEventLoop(null, threads, NioIoHandler.newFactory(selectors));
        this.channels = new DefaultChannelGroup(loop, true);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public boolean isCurrent() {
        return loop.inEventLoop();
    }

    @Override
    public void execute(Runnable task) {
        tryExecute(task);
    }

    @Override
    public void schedule(Runnable task, long delayNanos) {
        try {
            loop.schedule(guarded(task), delayNanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException closed) {
            LOG.trace("Task dropped, the transport is closed", closed);
        }
    }

    /** Makes {@code fresh} a channel of this processor, which closes it at its end. */
    ChannelFuture register(Channel fresh) {
        return loop.register(fresh).addListener(registered -> {
            if (registered.isSuccess()) {
                channels.add(fresh);
            }
        });
    }

    /** Where this processor's channels take the buffers they read into. */
    ByteBufAllocator incoming() {
        return incoming;
    }

    /** The bytes between position and limit in a buffer of Netty's own; moves the position to the limit. Any thread. */
    ByteBuf copyOf(ByteBuffer bytes) {
        int length = bytes.remaining();
        return length == 0
                ? Unpooled.EMPTY_BUFFER
                : outgoing.directBuffer(length, Integer.MAX_VALUE).writeBytes(bytes);
    }

    /**
     * Makes {@code fresh} a channel of this processor, bound to {@code local}; tells what failed, or null. A channel that failed is closed. On the processor.
     */
    void registerAndBind(Channel fresh, InetSocketAddress local, Consumer<@Nullable Throwable> bound) {
        register(fresh).addListener(registered -> {
            if (!registered.isSuccess()) {
                fresh.unsafe().closeForcibly();
                bound.accept(registered.cause());
                return;
            }
            fresh.bind(local).addListener(done -> {
                if (!done.isSuccess()) {
                    fresh.close();
                }
                bound.accept(done.cause());
            });
        });
    }

    boolean isEnding() {
        return ending || loop.isShuttingDown();
    }

    /** False when the loop has ended and the task will never run. */
    boolean tryExecute(Runnable task) {
        try {
            loop.execute(task);
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /** Runs {@code action} here and now when this is the processor, else after everything queued so far. */
    void runHere(Runnable action) {
        if (isCurrent()) {
            action.run();
        } else {
            execute(action);
        }
    }

    /**
     * Runs {@code action} behind the loop's next look at its sockets. The JDK lets go of a closed socket's port only then; whoever is told earlier finds the
     * address in use.
     */
    void afterSelection(Runnable action) {
        // The task queue is emptied without looking at timers again, so the timer set here fires in the next turn at
        // the earliest.
        execute(() -> {
            if (isEnding()) {
                execute(action);
            } else {
                schedule(action, 0);
            }
        });
    }

    /** Tells now; on the processor only. False when the teller threw, which is logged here. */
    boolean report(TransportCompletion completion, NtStatus status) {
        try {
            completion.completed(status);
            return true;
        } catch (RuntimeException | Error failure) {
            LOG.error("A completion of a transport operation failed with status {}", status, failure);
            return false;
        }
    }

    StatusMapping statuses() {
        return statuses;
    }

    /** Tells in a task of its own, hence never inline in the caller. */
    void notifyLater(TransportCompletion completion, NtStatus status) {
        if (completion != TransportCompletion.NONE) {
            execute(() -> report(completion, status));
        }
    }

    /** From now on what ends, ends because the transport was closed. Told to every processor before the first one ends: its peers may live on another. */
    void announceEnd() {
        ending = true;
    }

    void beginEnd() {
        execute(() -> {
            channels.close();
            incoming.release();
            outgoing.release();
        });
        loop.shutdownGracefully(0, NettyTransport.CLOSE_LIMIT_NANOS, TimeUnit.NANOSECONDS);
    }

    /** A client's routine keeps the loop: its sockets are closed from outside, and it is told to give up. Its thread ends when the routine does. */
    void abandon() {
        Thread kept = thread;
        if (kept != null) {
            kept.interrupt();
        }
        selectors.closeAll();
    }

    boolean awaitEnd(long nanos) throws InterruptedException {
        return loop.awaitTermination(nanos, TimeUnit.NANOSECONDS);
    }

    private static Runnable guarded(Runnable task) {
        // Netty keeps what a scheduled task throws in a future nobody reads.
        return () -> {
            try {
                task.run();
            } catch (RuntimeException | Error failure) {
                LOG.error("A scheduled task failed", failure);
            }
        };
    }
}

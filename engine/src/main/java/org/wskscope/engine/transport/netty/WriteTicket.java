package org.wskscope.engine.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPromise;
import io.netty.util.concurrent.AbstractFuture;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.transport.TransportCompletion;

/**
 * The promise of one queued write, used again and again so that a write allocates none. It knows two endings and nothing else: nobody listens to it, waits for
 * it or cancels it; {@link OutboundQueue} is told by the call itself.
 */
final class WriteTicket extends AbstractFuture<Void> implements ChannelPromise {
    private final OutboundQueue queue;
    private final Channel channel;
    private TransportCompletion toNotify = TransportCompletion.NONE;
    private @Nullable InetSocketAddress remote;
    private boolean open;

    WriteTicket(OutboundQueue queue, Channel channel) {
        this.queue = queue;
        this.channel = channel;
    }

    /** @param to where a datagram goes; null for a stream */
    WriteTicket arm(TransportCompletion completion, @Nullable InetSocketAddress to) {
        toNotify = completion;
        remote = to;
        open = true;
        return this;
    }

    @Nullable
    InetSocketAddress remote() {
        return remote;
    }

    /** Whom to tell; the ticket forgets it. */
    TransportCompletion disarm() {
        TransportCompletion completion = toNotify;
        toNotify = TransportCompletion.NONE;
        remote = null;
        return completion;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean trySuccess() {
        return end(null);
    }

    @Override
    public boolean trySuccess(@Nullable Void result) {
        return end(null);
    }

    @Override
    public boolean tryFailure(Throwable cause) {
        return end(cause);
    }

    @Override
    public ChannelPromise setSuccess() {
        end(null);
        return this;
    }

    @Override
    public ChannelPromise setSuccess(@Nullable Void result) {
        end(null);
        return this;
    }

    @Override
    public ChannelPromise setFailure(Throwable cause) {
        end(cause);
        return this;
    }

    @Override
    public boolean isDone() {
        return !open;
    }

    @Override
    public boolean isSuccess() {
        return false;
    }

    @Override
    public boolean setUncancellable() {
        return true;
    }

    @Override
    public boolean isCancellable() {
        return false;
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return false;
    }

    @Override
    public boolean isCancelled() {
        return false;
    }

    @Override
    public @Nullable Throwable cause() {
        return null;
    }

    @Override
    public @Nullable Void getNow() {
        return null;
    }

    @Override
    public boolean isVoid() {
        return false;
    }

    @Override
    public ChannelPromise unvoid() {
        return this;
    }

    @Override
    public ChannelPromise addListener(GenericFutureListener<? extends Future<? super Void>> listener) {
        throw unsupported();
    }

    @Override
    @SafeVarargs
    public final ChannelPromise addListeners(GenericFutureListener<? extends Future<? super Void>>... listeners) {
        throw unsupported();
    }

    @Override
    public ChannelPromise removeListener(GenericFutureListener<? extends Future<? super Void>> listener) {
        throw unsupported();
    }

    @Override
    @SafeVarargs
    public final ChannelPromise removeListeners(GenericFutureListener<? extends Future<? super Void>>... listeners) {
        throw unsupported();
    }

    @Override
    public ChannelPromise await() {
        throw unsupported();
    }

    @Override
    public ChannelPromise awaitUninterruptibly() {
        throw unsupported();
    }

    @Override
    public boolean await(long timeout, TimeUnit unit) {
        throw unsupported();
    }

    @Override
    public boolean await(long timeoutMillis) {
        throw unsupported();
    }

    @Override
    public boolean awaitUninterruptibly(long timeout, TimeUnit unit) {
        throw unsupported();
    }

    @Override
    public boolean awaitUninterruptibly(long timeoutMillis) {
        throw unsupported();
    }

    @Override
    public ChannelPromise sync() {
        throw unsupported();
    }

    @Override
    public ChannelPromise syncUninterruptibly() {
        throw unsupported();
    }

    private boolean end(@Nullable Throwable cause) {
        if (!open) {
            return false;
        }
        open = false;
        queue.settled(this, cause);
        return true;
    }

    private static IllegalStateException unsupported() {
        return new IllegalStateException("A write ticket is told of its end by call only");
    }
}

package org.wskscope.engine.transport;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.wskscope.engine.nt.NtStatus;

/**
 * A network as the kernel sees it. The methods may be called on any thread and, but for {@link #waitUntil} and {@link #close}, never block; outcomes arrive by {@link TransportCompletion}. What the operating
 * system reports is translated into {@code NTSTATUS} here (C-02): in use → STATUS_ADDRESS_ALREADY_EXISTS, not allowed → STATUS_ACCESS_DENIED, not an address of
 * this machine → STATUS_INVALID_PARAMETER, refused → STATUS_CONNECTION_REFUSED, timed out → STATUS_IO_TIMEOUT, unreachable → STATUS_NETWORK_UNREACHABLE or
 * STATUS_HOST_UNREACHABLE.
 */
public interface Transport extends AutoCloseable {
    int processorCount();

    TransportProcessor processor(int number);

    /** The number of the processor that the calling thread is, or −1 for any other thread. */
    int currentProcessor();

    /** Refuses, with an {@link IllegalStateException}, a thread on which this network cannot be used. Asked before a call has changed anything. */
    default void checkCaller() {}

    /** Opens and binds a stream socket that will connect. {@code bound} tells the result; {@link TransportChannel#localAddress()} is valid after success. */
    StreamChannel openStream(
            TransportProcessor processor, InetSocketAddress local, StreamListener listener, TransportCompletion bound);

    /** Opens, binds and listens. Connections arrive at {@code listener} from success on. */
    TransportChannel openListener(
            TransportProcessor processor, ListenRequest request, AcceptListener listener, TransportCompletion bound);

    /** Opens and binds a datagram socket. Datagrams arrive at {@code listener} from success on. */
    DatagramChannel openDatagram(
            TransportProcessor processor,
            DatagramRequest request,
            DatagramListener listener,
            TransportCompletion bound);

    /** Looks a host name up; {@code toNotify} hears on {@code processor}. A transport without names answers STATUS_NOT_SUPPORTED. */
    default void lookUpName(TransportProcessor processor, NameQuery query, NameAnswer.Listener toNotify) {
        processor.execute(() -> toNotify.answered(NameAnswer.failed(NtStatus.STATUS_NOT_SUPPORTED)));
    }

    /** Looks for the host name of {@code address}; otherwise as {@link #lookUpName}. */
    default void lookUpAddress(TransportProcessor processor, InetAddress address, NameAnswer.Listener toNotify) {
        processor.execute(() -> toNotify.answered(NameAnswer.failed(NtStatus.STATUS_NOT_SUPPORTED)));
    }

    /** The addresses of this machine that sockets can be bound to; empty when the transport does not know. */
    default List<InetAddress> localAddresses() {
        return List.of();
    }

    /** Whether an IPv6 socket takes IPv6 traffic only, so that IPv4 sockets can have the same port (FID-13). */
    default boolean keepsFamiliesApart() {
        return false;
    }

    /**
     * Lets the calling thread, which may be a processor, wait until {@code over} has counted down. A network with threads of its own blocks: what the calling
     * processor serves stands still meanwhile. A network that lives by the calling thread goes on with everything but the waiting processors, and can therefore tell
     * that a wait will never end.
     *
     * @param timeoutNanos of the transport's time; {@link Long#MAX_VALUE} for no limit
     */
    default WaitEnd waitUntil(CountDownLatch over, long timeoutNanos) {
        try {
            return over.await(timeoutNanos, TimeUnit.NANOSECONDS) ? WaitEnd.OVER : WaitEnd.TIMED_OUT;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return WaitEnd.INTERRUPTED;
        }
    }

    /** Closes every channel and ends the processors; returns when their threads have ended or after 5 seconds. Must not be called on a processor. */
    @Override
    void close();
}

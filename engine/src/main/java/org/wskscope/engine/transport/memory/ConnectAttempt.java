package org.wskscope.engine.transport.memory;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.transport.TransportCompletion;

/** A connector's attempts, one after another; as an item it is the attempt's timeout. Owned by its stream. */
final class ConnectAttempt extends Item {
    private final MemoryStream stream;
    private InetSocketAddress target = Addresses.UNSPECIFIED;
    private TransportCompletion toNotify = TransportCompletion.NONE;
    private long attempt;

    ConnectAttempt(MemoryStream stream) {
        this.stream = stream;
    }

    /** Whom the present attempt wants. */
    InetSocketAddress target() {
        return target;
    }

    /** Where the connection will come from. */
    InetSocketAddress source() {
        return Addresses.concrete(stream.local);
    }

    void begin(InetSocketAddress to, TransportCompletion connected) {
        MemoryNetwork network = stream.network;
        attempt++;
        target = Addresses.concrete(to);
        toNotify = connected;
        @Nullable NtStatus failure = network.unreachable(target.getAddress());
        if (failure == null) {
            stream.sendToNetwork(Packet.Kind.SYN, attempt);
        } else if (!failure.equals(NtStatus.STATUS_IO_TIMEOUT)) {
            network.refuse(stream, attempt, failure, network.latencyNanos(stream));
        }
        long timeoutNanos = network.wire.streams().connectTimeoutNanos();
        network.scheduler.at(this, stream.processor, network.scheduler.nanoTime() + timeoutNanos);
    }

    void answered(long answeredAttempt) {
        MemoryStream acceptor = stream.peer();
        if (isOver(answeredAttempt) || acceptor == null) {
            return;
        }
        stream.network.scheduler.cancel(this);
        stream.send(Packet.Kind.ESTABLISH, 0, 0);
        stream.connected(acceptor.remoteAddress(), acceptor.localAddress());
        report(NtStatus.STATUS_SUCCESS);
    }

    void refused(long refusedAttempt, NtStatus status) {
        if (!isOver(refusedAttempt)) {
            stream.network.scheduler.cancel(this);
            stream.setPeer(null);
            stream.notConnected();
            report(status);
        }
    }

    /** The connector does not want it any more. */
    void cancel() {
        stream.network.scheduler.cancel(this);
        stream.sendToNetwork(Packet.Kind.GIVE_UP, attempt);
        report(NtStatus.STATUS_CANCELLED);
    }

    /** Nobody answered in time. */
    @Override
    void run() {
        if (stream.isConnecting()) {
            stream.sendToNetwork(Packet.Kind.GIVE_UP, attempt);
            stream.notConnected();
            report(NtStatus.STATUS_IO_TIMEOUT);
        }
    }

    /** The attempt came to its end, or another began since. */
    boolean isOver(long ofAttempt) {
        return ofAttempt != attempt || !stream.isConnecting();
    }

    private void report(NtStatus status) {
        TransportCompletion completion = toNotify;
        toNotify = TransportCompletion.NONE;
        stream.report(completion, status);
    }
}

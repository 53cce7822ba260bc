package org.wskscope.engine.kernel;

import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.Irp;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.ReceiveFlags;
import org.wskscope.engine.wsk.SendFlags;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;

/** An echo that answers each indication in another permitted way, and posts its requests on other threads. */
final class RandomEcho {
    private final ConnectionSocket socket;
    private final Executor workers;
    private final Random random;
    private final Phaser busy = new Phaser(1);
    private final WskClientConnectionDispatch table = new WskClientConnectionDispatch(
            (context, flags, list, bytes, accepted) -> received(list, bytes, accepted),
            (context, flags) -> NtStatus.STATUS_SUCCESS,
            null);

    RandomEcho(ConnectionSocket socket, Executor workers, Random random) {
        this.socket = socket;
        this.workers = workers;
        this.random = random;
    }

    ConnectionSocket socket() {
        return socket;
    }

    WskClientConnectionDispatch table() {
        return table;
    }

    private NtStatus received(@Nullable DataIndication list, long bytes, BytesAccepted accepted) {
        if (list == null) {
            return NtStatus.STATUS_SUCCESS;
        }
        return switch (random.nextInt(5)) {
            case 0 -> {
                send(copy(list, (int) bytes));
                yield NtStatus.STATUS_SUCCESS;
            }
            case 1 -> {
                int some = random.nextInt((int) bytes);
                accepted.set(some);
                send(copy(list, some));
                later(this::resume);
                yield NtStatus.STATUS_SUCCESS;
            }
            case 2 -> {
                later(() -> receiveAndSend(1 + random.nextInt(3_000)));
                yield NtStatus.STATUS_DATA_NOT_ACCEPTED;
            }
            case 3 -> {
                receiveAndSend((int) bytes);
                yield NtStatus.STATUS_DATA_NOT_ACCEPTED;
            }
            default -> {
                sendRetained(list);
                yield NtStatus.STATUS_PENDING;
            }
        };
    }

    /** Waits until every request and every task this client began is done, as a driver must before it closes. */
    void awaitIdle() throws InterruptedException, TimeoutException {
        busy.awaitAdvanceInterruptibly(busy.arrive(), 20, TimeUnit.SECONDS);
    }

    /** Runs {@code task} on a worker; the client is busy until it is done. */
    private void later(Runnable task) {
        busy.register();
        workers.execute(() -> {
            try {
                task.run();
            } finally {
                busy.arriveAndDeregister();
            }
        });
    }

    private void resume() {
        socket.dispatch().receive(WskBuf.EMPTY, ReceiveFlags.NONE, irp(() -> {}));
    }

    private void receiveAndSend(int length) {
        byte[] buffer = new byte[length];
        Irp[] irp = new Irp[1];
        irp[0] = irp(() -> {
            int count = (int) irp[0].information();
            if (count > 0) {
                send(java.util.Arrays.copyOf(buffer, count));
            }
        });
        socket.dispatch().receive(WskBuf.of(buffer), ReceiveFlags.NONE, irp[0]);
    }

    /** Sends straight from the retained list and releases it when the last of its sends is complete. */
    private void sendRetained(DataIndication list) {
        int elements = 0;
        for (DataIndication rest = list; rest != null; rest = rest.next()) {
            elements++;
        }
        AtomicInteger left = new AtomicInteger(elements);
        for (DataIndication rest = list; rest != null; rest = rest.next()) {
            socket.dispatch().send(rest.buffer(), SendFlags.NONE, irp(() -> {
                if (left.decrementAndGet() == 0) {
                    later(() -> socket.dispatch().release(list));
                }
            }));
        }
    }

    private void send(byte[] bytes) {
        socket.dispatch().send(WskBuf.of(bytes), SendFlags.NONE, irp(() -> {}));
    }

    private static byte[] copy(DataIndication list, int count) {
        byte[] bytes = new byte[count];
        int at = 0;
        for (DataIndication rest = list; rest != null && at < count; rest = rest.next()) {
            Mdl mdl = rest.buffer().mdl();
            int some = (int) Math.min(count - at, rest.buffer().length());
            mdl.bytes().get(mdl.bytes().position() + rest.buffer().offset(), bytes, at, some);
            at += some;
        }
        return bytes;
    }

    private Irp irp(Runnable completed) {
        busy.register();
        return new Irp(done -> {
            try {
                completed.run();
            } finally {
                busy.arriveAndDeregister();
            }
            return NtStatus.STATUS_MORE_PROCESSING_REQUIRED;
        });
    }
}

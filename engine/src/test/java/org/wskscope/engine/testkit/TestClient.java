package org.wskscope.engine.testkit;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskSocket;

/**
 * A WSK application whose callbacks do what the test says: by default they return SUCCESS; an answer given before goes to the next call, and what
 * they saw is written down. Any thread.
 */
public final class TestClient {
    /** What a receive callback does; returns its status. */
    @FunctionalInterface
    public interface OnReceive {
        NtStatus receive(@Nullable DataIndication list, long bytes, BytesAccepted accepted);
    }

    /** What a receive-from callback does; returns its status. */
    @FunctionalInterface
    public interface OnReceiveFrom {
        NtStatus receive(@Nullable DatagramIndication list);
    }

    /** What an accept callback does with the socket; returns its status. */
    @FunctionalInterface
    public interface OnAccept {
        NtStatus accept(@Nullable ConnectionSocket accepted, org.wskscope.engine.wsk.AcceptSocketParameters parameters);
    }

    /** What an inspect callback answers; {@code id} is null when the listener is dead. */
    @FunctionalInterface
    public interface OnInspect {
        InspectAction inspect(@Nullable InspectId id);
    }

    /** One line for each callback: {@code "receive hello"}, {@code "disconnect abortive"}. */
    public final List<String> calls = new CopyOnWriteArrayList<>();

    public final List<Object> contexts = new CopyOnWriteArrayList<>();
    public final List<ConnectionSocket> acceptedSockets = new CopyOnWriteArrayList<>();
    public final Queue<OnReceive> onReceive = new ConcurrentLinkedQueue<>();
    public final Queue<OnReceiveFrom> onReceiveFrom = new ConcurrentLinkedQueue<>();
    public final Queue<OnAccept> onAccept = new ConcurrentLinkedQueue<>();
    public final Queue<OnInspect> onInspect = new ConcurrentLinkedQueue<>();
    public final List<InspectId> inspected = new CopyOnWriteArrayList<>();
    public final List<InspectId> aborted = new CopyOnWriteArrayList<>();
    public volatile NtStatus abortAnswer = NtStatus.STATUS_SUCCESS;
    public volatile Runnable onDisconnect = () -> {};
    public volatile Runnable onBacklog = () -> {};

    /** Is shown the address arguments of each accept callback. */
    public volatile BiConsumer<InetSocketAddress, InetSocketAddress> onAcceptFrom = (local, remote) -> {};

    private final AtomicInteger depth = new AtomicInteger();
    private final AtomicInteger maxDepth = new AtomicInteger();
    private final Queue<AssertionError> failures = new ConcurrentLinkedQueue<>();

    public final WskClientConnectionDispatch connectionTable = new WskClientConnectionDispatch(
            (context, flags, list, bytes, accepted) -> {
                enter(context, list == null ? "receive NULL" : "receive " + text(list));
                OnReceive script = onReceive.poll();
                return leave(() -> script == null ? NtStatus.STATUS_SUCCESS : script.receive(list, bytes, accepted));
            },
            (context, flags) -> {
                enter(context, flags.abortive() ? "disconnect abortive" : "disconnect graceful");
                return leave(onDisconnect);
            },
            (context, size) -> {
                enter(context, "backlog " + size);
                return leave(onBacklog);
            });

    public final WskClientListenDispatch listenTable = new WskClientListenDispatch(
            (context, flags, local, remote, accepted, parameters) -> {
                enter(context, accepted == null ? "accept NULL" : "accept");
                onAcceptFrom.accept(local, remote);
                OnAccept script = onAccept.poll();
                return leave(() -> script == null ? keep(accepted, parameters) : script.accept(accepted, parameters));
            },
            null,
            null);

    /** Accepts every request unless a script says otherwise; keeps what it accepts. */
    public final WskClientListenDispatch conditionalTable = new WskClientListenDispatch(
            listenTable.acceptEvent(),
            (context, local, remote, id) -> {
                enter(context, id == null ? "inspect NULL" : "inspect " + id.serialNumber());
                if (id != null) {
                    inspected.add(id);
                }
                OnInspect script = onInspect.poll();
                return leave(() -> script == null ? InspectAction.WskInspectAccept : script.inspect(id));
            },
            (context, id) -> {
                enter(context, "abort " + id.serialNumber());
                aborted.add(id);
                return leave(() -> abortAnswer);
            });

    public final WskClientDatagramDispatch datagramTable = new WskClientDatagramDispatch((context, flags, list) -> {
        enter(context, list == null ? "receiveFrom NULL" : "receiveFrom " + texts(list));
        OnReceiveFrom script = onReceiveFrom.poll();
        return leave(() -> script == null ? NtStatus.STATUS_SUCCESS : script.receive(list));
    });

    /** The default accept callback: keeps the socket, with this client's connection table. */
    public NtStatus keep(
            @Nullable ConnectionSocket accepted, org.wskscope.engine.wsk.AcceptSocketParameters parameters) {
        if (accepted == null) {
            return NtStatus.STATUS_REQUEST_NOT_ACCEPTED;
        }
        acceptedSockets.add(accepted);
        parameters.set("accepted " + acceptedSockets.size(), connectionTable);
        return NtStatus.STATUS_SUCCESS;
    }

    private void enter(@Nullable Object context, String line) {
        maxDepth.accumulateAndGet(depth.incrementAndGet(), Math::max);
        calls.add(line);
        contexts.add(String.valueOf(context));
    }

    private NtStatus leave(Runnable script) {
        return leave(() -> {
            script.run();
            return NtStatus.STATUS_SUCCESS;
        });
    }

    /** The kernel takes what a callback throws for an unknown return; what a test asserted there must not be lost. */
    private <T> T leave(Supplier<T> script) {
        try {
            return script.get();
        } catch (AssertionError failure) {
            failures.add(failure);
            throw failure;
        } finally {
            depth.decrementAndGet();
        }
    }

    /** Throws what an assertion inside a callback found wrong. */
    public void rethrow() {
        AssertionError failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
    }

    /** How deep callbacks were nested at most; 1 is what WSK promises here. */
    public int maxDepth() {
        return maxDepth.get();
    }

    /** The next receive callback answers {@code status}. */
    public void nextReceive(NtStatus status) {
        onReceive.add((list, bytes, accepted) -> status);
    }

    /** The next inspect callback answers {@code action}. */
    public void nextInspect(InspectAction action) {
        onInspect.add(id -> action);
    }

    /** The next receive callback is held open; completing the returned object's value lets it return. */
    public Held holdNextReceive(WskSocket socket) {
        Held held = new Held();
        onReceive.add((list, bytes, accepted) -> {
            held.deferred = socket.deferReturn();
            return NtStatus.STATUS_SUCCESS;
        });
        return held;
    }

    /** The next receive-from callback is held open; completing the returned object's value lets it return. */
    public Held holdNextReceiveFrom(WskSocket socket) {
        Held held = new Held();
        onReceiveFrom.add(list -> {
            held.deferred = socket.deferReturn();
            return NtStatus.STATUS_SUCCESS;
        });
        return held;
    }

    /** The bytes of a receive indication as UTF-8. */
    public static String text(@Nullable DataIndication list) {
        StringBuilder text = new StringBuilder();
        for (DataIndication rest = list; rest != null; rest = rest.next()) {
            text.append(text(rest.buffer()));
        }
        return text.toString();
    }

    /** The datagrams of a list, joined by commas. */
    public static String texts(@Nullable DatagramIndication list) {
        List<String> texts = new ArrayList<>();
        for (DatagramIndication rest = list; rest != null; rest = rest.next()) {
            texts.add(text(rest.buffer()));
        }
        return String.join(",", texts);
    }

    /** The bytes a {@link WskBuf} describes, as UTF-8. */
    public static String text(WskBuf buffer) {
        StringBuilder text = new StringBuilder();
        long left = buffer.length();
        int skip = buffer.offset();
        for (Mdl mdl = buffer.mdl(); mdl != null && left > 0; mdl = mdl.next()) {
            ByteBuffer bytes = mdl.bytes();
            int count = (int) Math.min(left, bytes.remaining() - skip);
            byte[] copy = new byte[count];
            bytes.get(bytes.position() + skip, copy);
            text.append(new String(copy, StandardCharsets.UTF_8));
            left -= count;
            skip = 0;
        }
        return text.toString();
    }

    /** A callback held open. */
    public static final class Held {
        private volatile @Nullable DeferredReturn deferred;

        public boolean isInFlight() {
            return deferred != null;
        }

        /** Lets the callback return; the socket's processor acts on it with the next run. */
        public void release(NtStatus status) {
            DeferredReturn held = deferred;
            if (held == null) {
                throw new IllegalStateException("the callback was not called yet");
            }
            held.complete(status);
        }
    }
}

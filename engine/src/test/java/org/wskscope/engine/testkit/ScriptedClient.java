package org.wskscope.engine.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.BytesAccepted;
import org.wskscope.engine.wsk.ConnectionSocket;
import org.wskscope.engine.wsk.DataIndication;
import org.wskscope.engine.wsk.DatagramIndication;
import org.wskscope.engine.wsk.DeferredReturn;
import org.wskscope.engine.wsk.Mdl;
import org.wskscope.engine.wsk.WskBuf;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskClientDatagramDispatch;
import org.wskscope.engine.wsk.WskClientListenDispatch;
import org.wskscope.engine.wsk.WskSocket;

/**
 * A WSK application whose callbacks do what the test says: by default they return SUCCESS; an answer given before goes to the next call, and what
 * they saw is written down.
 */
public final class ScriptedClient {
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

    /** One line for each callback: {@code "receive hello"}, {@code "disconnect abortive"}. */
    public final List<String> calls = new ArrayList<>();

    public final List<Object> contexts = new ArrayList<>();
    public final List<ConnectionSocket> acceptedSockets = new ArrayList<>();
    public final ArrayDeque<OnReceive> onReceive = new ArrayDeque<>();
    public final ArrayDeque<OnReceiveFrom> onReceiveFrom = new ArrayDeque<>();
    public final ArrayDeque<OnAccept> onAccept = new ArrayDeque<>();
    public Runnable onDisconnect = () -> {};
    public Runnable onBacklog = () -> {};
    private int depth;
    private int maxDepth;

    public final WskClientConnectionDispatch connectionTable = new WskClientConnectionDispatch(
            (context, flags, list, bytes, accepted) -> {
                enter(context, list == null ? "receive NULL" : "receive " + text(list));
                OnReceive script = onReceive.poll();
                NtStatus status = script == null ? NtStatus.STATUS_SUCCESS : script.receive(list, bytes, accepted);
                depth--;
                return status;
            },
            (context, flags) -> {
                enter(context, flags.abortive() ? "disconnect abortive" : "disconnect graceful");
                onDisconnect.run();
                depth--;
                return NtStatus.STATUS_SUCCESS;
            },
            (context, size) -> {
                enter(context, "backlog " + size);
                onBacklog.run();
                depth--;
                return NtStatus.STATUS_SUCCESS;
            });

    public final WskClientListenDispatch listenTable = new WskClientListenDispatch(
            (context, flags, local, remote, accepted, parameters) -> {
                enter(context, accepted == null ? "accept NULL" : "accept");
                OnAccept script = onAccept.poll();
                NtStatus status = script == null ? keep(accepted, parameters) : script.accept(accepted, parameters);
                depth--;
                return status;
            },
            null,
            null);

    public final WskClientDatagramDispatch datagramTable = new WskClientDatagramDispatch((context, flags, list) -> {
        enter(context, list == null ? "receiveFrom NULL" : "receiveFrom " + texts(list));
        OnReceiveFrom script = onReceiveFrom.poll();
        NtStatus status = script == null ? NtStatus.STATUS_SUCCESS : script.receive(list);
        depth--;
        return status;
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
        depth++;
        maxDepth = Math.max(maxDepth, depth);
        calls.add(line);
        contexts.add(String.valueOf(context));
    }

    /** How deep callbacks were nested at most; 1 is what WSK promises here. */
    public int maxDepth() {
        return maxDepth;
    }

    /** The next receive callback answers {@code status}. */
    public void nextReceive(NtStatus status) {
        onReceive.add((list, bytes, accepted) -> status);
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
        private @Nullable DeferredReturn deferred;

        public boolean isInFlight() {
            return deferred != null;
        }

        /** Lets the callback return; the socket's processor acts on it with the next run. */
        public void release(NtStatus status) {
            if (deferred == null) {
                throw new IllegalStateException("the callback was not called yet");
            }
            deferred.complete(status);
        }
    }
}

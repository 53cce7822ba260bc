package org.wskscope.engine.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.wsk.InspectId;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskSocket;

/**
 * What the demonstration client knows of one of its sockets: the context it gives WSK. Any thread; calls no WSK function while its lock is held.
 */
final class ScriptedSocket {
    private final SocketCategory category;
    private final String client;
    private final AtomicReferenceArray<CallbackBehaviour> behaviours =
            new AtomicReferenceArray<>(WskCallback.values().length);
    private final Map<Long, HeldCall> held = new LinkedHashMap<>();
    private final InspectIds inspectIds = new InspectIds();
    private final ClientLists lists = new ClientLists();
    private final CallGate gate = new CallGate();
    private final EchoBacklog echoBacklog = new EchoBacklog();
    private volatile @Nullable WskSocket handle;
    private boolean holdsNothingMore;
    private Departure departure = Departure.NONE;

    /** How the peer left, once the socket is to be closed for it. */
    enum Departure {
        NONE,
        GRACEFUL,
        ABORTIVE
    }

    private ScriptedSocket(SocketCategory category, String client) {
        this.category = category;
        this.client = client;
    }

    /** A socket of {@code client}, see {@link EngineCommand.CreateSocket}. */
    static ScriptedSocket of(SocketCategory category, String client) {
        ScriptedSocket socket = new ScriptedSocket(category, client);
        for (WskCallback callback : WskCallback.values()) {
            socket.setBehaviour(callback, CallbackBehaviour.initial(category, callback));
        }
        return socket;
    }

    /** A connection that this listener takes; it starts with the listener's behaviour. */
    ScriptedSocket accepted() {
        ScriptedSocket socket = new ScriptedSocket(SocketCategory.CONNECTION, client);
        for (WskCallback callback : WskCallback.values()) {
            socket.setBehaviour(callback, behaviour(callback));
        }
        return socket;
    }

    SocketCategory category() {
        return category;
    }

    String client() {
        return client;
    }

    /** WSK's handle; null until the creation has delivered it. */
    @Nullable
    WskSocket handle() {
        return handle;
    }

    /** WSK's handle of a socket that is known to have been delivered. */
    WskSocket wsk() {
        WskSocket known = handle;
        if (known == null) {
            throw new IllegalStateException("a socket of category " + category + " was used before WSK delivered it");
        }
        return known;
    }

    void attach(WskSocket newHandle) {
        handle = newHandle;
    }

    @Nullable
    SocketId id() {
        WskSocket known = handle;
        return known == null ? null : known.id();
    }

    /** Keeps a copy of an inspect id, as a client must before it says Pend (EVT-INS-10). */
    void copy(InspectId id) {
        inspectIds.add(id);
    }

    /** The id with this serial number, when the client was asked about it lately. */
    @Nullable
    InspectId inspectId(int serialNumber) {
        return inspectIds.find(serialNumber);
    }

    CallGate gate() {
        return gate;
    }

    EchoBacklog echoBacklog() {
        return echoBacklog;
    }

    CallbackBehaviour behaviour(WskCallback callback) {
        return behaviours.get(callback.ordinal());
    }

    void setBehaviour(WskCallback callback, CallbackBehaviour behaviour) {
        behaviours.set(callback.ordinal(), behaviour);
    }

    /** What the call that begins now does; a hold for one call is used up. */
    CallbackBehaviour take(WskCallback callback) {
        CallbackBehaviour now = behaviour(callback);
        if (now.hold() && now.holdOnce()) {
            behaviours.compareAndSet(callback.ordinal(), now, now.notHolding());
        }
        return now;
    }

    /**
     * Lets the callback that runs on this thread return later. The lock is held across the deferral, so that who reads of it in the log finds the call
     * here. Null when the socket holds nothing any more: the callback must return now.
     */
    synchronized @Nullable HeldCall defer(WskCallback callback, HeldCall.Ending ending) {
        if (holdsNothingMore) {
            return null;
        }
        HeldCall call = new HeldCall(callback, wsk().deferReturn(), ending);
        held.put(call.entered(), call);
        return call;
    }

    /** Lets the call that began at {@code entered} return; false when no such call is held. */
    boolean returnHeld(long entered, NtStatus status, long bytesAccepted) {
        HeldCall call;
        synchronized (this) {
            call = held.remove(entered);
        }
        return call != null && call.finish(status, bytesAccepted);
    }

    /** Every call not yet returned, which the caller must finish; none is held from now on. */
    synchronized List<HeldCall> letGo() {
        holdsNothingMore = true;
        List<HeldCall> calls = List.copyOf(held.values());
        held.clear();
        return calls;
    }

    ClientLists lists() {
        return lists;
    }

    synchronized void peerLeft(Departure how) {
        departure = how;
    }

    /** How to close the socket now; NONE while the peer has not left or something keeps the socket. Answers at most once with more than NONE. */
    synchronized Departure takeDeparture() {
        if (!echoBacklog.isEmpty() || !lists.isEmpty()) {
            return Departure.NONE;
        }
        Departure how = departure;
        departure = Departure.NONE;
        return how;
    }
}

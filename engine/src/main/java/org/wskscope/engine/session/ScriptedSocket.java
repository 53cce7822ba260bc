package org.wskscope.engine.session;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.BehaviourOrigin;
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

    @GuardedBy("this")
    private final Map<Long, HeldCall> held = new LinkedHashMap<>();

    private final InspectIds inspectIds = new InspectIds();
    private final ClientLists lists = new ClientLists();
    private final CallGate gate = new CallGate();
    private final EchoBacklog echoBacklog = new EchoBacklog();
    private final EnvironmentJournal journal;
    private final @Nullable ScriptedSocket listener;
    private volatile @Nullable WskSocket handle;

    @GuardedBy("this")
    private boolean holdsNothingMore;

    @GuardedBy("this")
    private Departure departure = Departure.NONE;

    /** How the peer left, once the socket is to be closed for it. */
    enum Departure {
        NONE,
        GRACEFUL,
        ABORTIVE
    }

    private ScriptedSocket(
            SocketCategory category, String client, EnvironmentJournal journal, @Nullable ScriptedSocket listener) {
        this.category = category;
        this.client = client;
        this.journal = journal;
        this.listener = listener;
    }

    /** A socket of {@code client}, see {@link EngineCommand.CreateSocket}. */
    static ScriptedSocket of(SocketCategory category, String client, EnvironmentJournal journal) {
        ScriptedSocket socket = new ScriptedSocket(category, client, journal, null);
        for (WskCallback callback : WskCallback.values()) {
            socket.behaviours.set(callback.ordinal(), CallbackBehaviour.initial(category, callback));
        }
        return socket;
    }

    /** A connection that this listener takes; it starts with the behaviour that the listener has when WSK delivers it. */
    ScriptedSocket accepted() {
        ScriptedSocket socket = new ScriptedSocket(SocketCategory.CONNECTION, client, journal, this);
        socket.copy(this);
        return socket;
    }

    private void copy(ScriptedSocket from) {
        for (WskCallback callback : WskCallback.values()) {
            behaviours.set(callback.ordinal(), from.behaviour(callback));
        }
    }

    /** The copy and its record belong together: whoever changes this listener meanwhile waits. */
    private synchronized void bequeath(ScriptedSocket heir, SocketId itsId) {
        SocketId mine = id();
        heir.copy(this);
        if (mine != null) {
            journal.behavesAs(mine, itsId);
        }
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
        if (listener == null) {
            journal.behavesAsNew(newHandle.id());
        } else {
            listener.bequeath(this, newHandle.id());
        }
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
        become(BehaviourOrigin.COMMAND, callback, behaviour);
    }

    private synchronized void become(BehaviourOrigin why, WskCallback callback, CallbackBehaviour behaviour) {
        behaviours.set(callback.ordinal(), behaviour);
        SocketId mine = id();
        if (mine != null) {
            journal.behaves(mine, why, callback, behaviour);
        }
    }

    /** What the call that begins now does; a hold for one call is used up. */
    CallbackBehaviour take(WskCallback callback) {
        CallbackBehaviour now = behaviour(callback);
        return now.hold() && now.holdOnce() ? useUp(callback) : now;
    }

    private synchronized CallbackBehaviour useUp(WskCallback callback) {
        CallbackBehaviour now = behaviour(callback);
        if (now.hold() && now.holdOnce()) {
            become(BehaviourOrigin.HOLD_USED, callback, now.notHolding());
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
    synchronized List<HeldCall> release() {
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

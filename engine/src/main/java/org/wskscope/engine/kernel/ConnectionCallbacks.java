package org.wskscope.engine.kernel;

import org.jspecify.annotations.Nullable;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.trace.RecordHead;
import org.wskscope.engine.wsk.DisconnectEventFlags;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskClientConnectionDispatch;
import org.wskscope.engine.wsk.WskDisconnectEvent;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskReceiveEvent;
import org.wskscope.engine.wsk.WskSendBacklogEvent;

/** The client's table of a connection, and which of its callbacks is due (sections 2.3, 3.6–3.8). Guarded by the socket's lock except {@link #invoke}. */
final class ConnectionCallbacks {
    private static final WskClientConnectionDispatch NONE = new WskClientConnectionDispatch(null, null, null);

    private final ConnectionSocketCore core;
    private WskClientConnectionDispatch table = NONE;
    private boolean deathReported;
    private boolean gracefulReported;
    private boolean abortiveReported;
    private int disconnectFlags;
    private long idealSendBacklog;
    private boolean backlogChanged;
    private long backlogRecord = RecordHead.NO_CAUSE;

    ConnectionCallbacks(ConnectionSocketCore core) {
        this.core = core;
        this.idealSendBacklog = core.kernel.options.idealSendBacklogBytes();
    }

    void setTable(@Nullable WskClientConnectionDispatch newTable) {
        table = newTable == null ? NONE : newTable;
    }

    boolean has(WskEvent event) {
        return switch (event) {
            case WSK_EVENT_RECEIVE -> table.receiveEvent() != null;
            case WSK_EVENT_DISCONNECT -> table.disconnectEvent() != null;
            case WSK_EVENT_SEND_BACKLOG -> table.sendBacklogEvent() != null;
            default -> false;
        };
    }

    long idealSendBacklog() {
        return idealSendBacklog;
    }

    /** Missed while the event is off, coalesced while it is busy (EVT-BKL-06). */
    void changeBacklog(long bytes, long record) {
        idealSendBacklog = bytes;
        backlogChanged = core.mayCall(WskEvent.WSK_EVENT_SEND_BACKLOG);
        backlogRecord = record;
    }

    /** The callback that is due, with its arguments prepared; null when none is. */
    @Nullable
    WskCallback next() {
        if (core.state() == SocketState.DEAD) {
            return nextOfDead();
        }
        ReceiveEngine receiver = core.receiver;
        return switch (receiver.end()) {
            case ABORTED -> null;
            case RST -> nextAfterReset();
            case NONE, FIN -> nextOfConnected(receiver);
        };
    }

    /** One NULL call; a pause does not hold it back, no disconnect follows (C-35). */
    private @Nullable WskCallback nextOfDead() {
        if (deathReported || !core.mayCall(WskEvent.WSK_EVENT_RECEIVE)) {
            return null;
        }
        deathReported = true;
        core.receiver.prepareDeath();
        return WskCallback.RECEIVE;
    }

    /** The abortive event comes at once and once (C-09, EVT-DIS-11). */
    private @Nullable WskCallback nextAfterReset() {
        if (abortiveReported || !core.mayCall(WskEvent.WSK_EVENT_DISCONNECT)) {
            return null;
        }
        abortiveReported = true;
        return disconnect(DisconnectEventFlags.WSK_FLAG_ABORTIVE);
    }

    private @Nullable WskCallback nextOfConnected(ReceiveEngine receiver) {
        if (takeBacklogChange()) {
            core.pump.prepare(0, idealSendBacklog, 0, backlogRecord);
            return WskCallback.SEND_BACKLOG;
        }
        if (receiver.isIndicable()) {
            receiver.prepareIndication();
            return WskCallback.RECEIVE;
        }
        if (receiver.isFinishedAndEmpty() && !gracefulReported && core.mayCall(WskEvent.WSK_EVENT_DISCONNECT)) {
            gracefulReported = true;
            return disconnect(0);
        }
        return null;
    }

    private boolean takeBacklogChange() {
        boolean due = backlogChanged && core.mayCall(WskEvent.WSK_EVENT_SEND_BACKLOG);
        backlogChanged = false;
        return due;
    }

    private WskCallback disconnect(int bits) {
        disconnectFlags = bits | core.pump.levelBit();
        core.pump.prepare(disconnectFlags, core.receiver.queuedBytes(), 0, core.receiver.lastArrival());
        return WskCallback.DISCONNECT;
    }

    /** Calls the client. On the socket's processor, without the lock. */
    NtStatus invoke(WskCallback callback) {
        return switch (callback) {
            case RECEIVE -> receive(table.receiveEvent());
            case DISCONNECT -> disconnect(table.disconnectEvent());
            case SEND_BACKLOG -> sendBacklog(table.sendBacklogEvent());
            default -> throw new IllegalStateException("a connection has no " + callback.functionName());
        };
    }

    private NtStatus receive(@Nullable WskReceiveEvent event) {
        ReceiveEngine receiver = core.receiver;
        return present(event)
                .receiveEvent(
                        core.context,
                        receiver.flags(),
                        receiver.indication(),
                        receiver.indicatedBytes(),
                        receiver.bytesAccepted());
    }

    private NtStatus disconnect(@Nullable WskDisconnectEvent event) {
        return present(event).disconnectEvent(core.context, new DisconnectEventFlags(disconnectFlags));
    }

    private NtStatus sendBacklog(@Nullable WskSendBacklogEvent event) {
        return present(event).sendBacklogEvent(core.context, idealSendBacklog);
    }

    private <E> E present(@Nullable E event) {
        if (event == null) {
            throw new IllegalStateException("socket " + core.id + " has no pointer for the callback it is to call");
        }
        return event;
    }
}

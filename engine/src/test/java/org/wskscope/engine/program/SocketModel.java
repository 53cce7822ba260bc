package org.wskscope.engine.program;

import java.net.InetSocketAddress;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;

/** What the oracle knows of one socket. Event sets are masks of {@code WSK_EVENT_*} bits. */
final class SocketModel {
    static final int SEND_BACKLOG = 0x10;
    static final int RECEIVE = 0x40;
    static final int DISCONNECT = 0x80;
    static final int RECEIVE_FROM = 0x100;
    static final int ACCEPT = 0x200;
    static final int CONNECTION_EVENTS = SEND_BACKLOG | RECEIVE | DISCONNECT;

    final int id;
    final SocketCategory category;
    SocketState state = SocketState.CREATED;

    /** Callback pointers the client gave: for a stream socket those of the role it may take. */
    int pointers;

    boolean inspectPointers;
    /** Events whose callbacks may begin now, and those of them that must. */
    int may;

    int sure;
    int statics;
    int inheritable;
    boolean enabledSinceEntered;

    boolean binding;
    boolean sharing;
    boolean conditional;
    boolean broadcast;
    boolean overIpv6;
    boolean fixedAddress;
    boolean addressUnsure;
    boolean inspected;
    boolean anyIssued;

    boolean closeAsked;
    boolean refused;
    boolean failAsked;
    boolean disconnectAsked;
    /** A graceful disconnect pends: an abortive one has something to force (API-DSC-04). */
    boolean disconnectPends;

    boolean disconnectCancelled;
    boolean unowned;

    boolean finSeen;
    boolean resetSeen;
    boolean aborted;
    boolean gracefulReported;
    boolean abortiveReported;
    int deathsReported;

    long arrivedBytes;
    long arrivedDatagrams;
    long droppedDatagrams;
    long arrivedConnections;
    long takenConnections;

    final Set<WskCallback> inFlight = EnumSet.noneOf(WskCallback.class);

    @Nullable
    InetSocketAddress local;

    @Nullable
    InetSocketAddress remote;

    SocketModel(int id, SocketCategory category) {
        this.id = id;
        this.category = category;
    }

    boolean isClosing() {
        return state == SocketState.CLOSING || state == SocketState.CLOSED;
    }

    boolean isListener() {
        return category == SocketCategory.LISTEN || category == SocketCategory.STREAM && state == SocketState.LISTENING;
    }

    /** A stream socket that neither listens nor is connected. */
    boolean isUndecided() {
        return category == SocketCategory.STREAM
                && (state == SocketState.CREATED || state == SocketState.BOUND || state == SocketState.CONNECTING);
    }

    boolean isConnection() {
        return category == SocketCategory.CONNECTION || category == SocketCategory.STREAM && !isListener();
    }

    /** Bytes can still come or go: connected in at least one direction, and nobody reset it. */
    boolean isConnected() {
        return (state == SocketState.CONNECTED
                        || state == SocketState.HALF_CLOSED_LOCAL
                        || state == SocketState.HALF_CLOSED_REMOTE)
                && !resetSeen
                && !aborted;
    }

    /** The events of section 4.2 that are the socket's own. */
    int ownEvents() {
        if (isListener()) {
            return ACCEPT;
        }
        return switch (category) {
            case DATAGRAM -> RECEIVE_FROM;
            case CONNECTION, STREAM -> CONNECTION_EVENTS;
            default -> 0;
        };
    }

    @Override
    public String toString() {
        return category + " " + id + " in " + state;
    }
}

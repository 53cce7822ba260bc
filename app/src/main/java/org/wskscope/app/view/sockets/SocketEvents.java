package org.wskscope.app.view.sockets;

import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_ACCEPT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_DISCONNECT;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_RECEIVE_FROM;
import static org.wskscope.engine.wsk.WskEvent.WSK_EVENT_SEND_BACKLOG;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.wskscope.engine.nt.NtStatus;
import org.wskscope.engine.projection.OpenInspection;
import org.wskscope.engine.projection.SocketRow;
import org.wskscope.engine.wsk.InspectAction;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;

/** Which events a socket has (section 4.2) and what their callbacks may return (section 3.1). Pure. */
final class SocketEvents {
    private static final List<WskEvent> CONNECTION =
            List.of(WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);
    private static final List<WskEvent> LISTENING =
            List.of(WSK_EVENT_ACCEPT, WSK_EVENT_RECEIVE, WSK_EVENT_DISCONNECT, WSK_EVENT_SEND_BACKLOG);

    private SocketEvents() {}

    /** The events whose bits are valid for the socket, in the order its card shows them. */
    static List<WskEvent> of(SocketRow row) {
        return switch (row.category()) {
            case BASIC -> List.of();
            case LISTEN -> LISTENING;
            case DATAGRAM -> List.of(WSK_EVENT_RECEIVE_FROM);
            case CONNECTION -> CONNECTION;
            case STREAM -> isListener(row) ? LISTENING : CONNECTION;
        };
    }

    /** True for a listening socket, and for a stream socket that took that role. */
    static boolean isListener(SocketRow row) {
        return row.category() == SocketCategory.LISTEN
                || (row.category() == SocketCategory.STREAM && row.state() == SocketState.LISTENING);
    }

    /** True when the event's bit on this socket is only a default for the sockets it will accept (CTL-INH-01). */
    static boolean isDefaultForAccepted(SocketRow row, WskEvent event) {
        return isListener(row) && event != WSK_EVENT_ACCEPT;
    }

    /** True for a card in the column of connections. */
    static boolean isConnection(SocketRow row) {
        return row.listener() != null || row.category() == SocketCategory.CONNECTION || row.remote() != null;
    }

    /** The callbacks a person can say something about: those of the socket's events, and of a conditional listener two that no mask governs (EVT-INS-04). */
    static List<WskCallback> callbacks(SocketRow row) {
        List<WskCallback> callbacks = new ArrayList<>();
        of(row).forEach(event -> callbacks.add(WskCallback.of(event)));
        if (row.conditional()) {
            callbacks.add(WskCallback.INSPECT);
            callbacks.add(WskCallback.ABORT);
        }
        return callbacks;
    }

    /** Whether {@code WskInspectComplete} would count for the request: it is pended, or its inspect callback runs (EVT-INS-19). */
    static boolean mayAnswer(OpenInspection inspection) {
        return inspection.stage() == OpenInspection.Stage.PENDED || inspection.stage() == OpenInspection.Stage.ASKED;
    }

    /** The events a callback can change while it runs: those of the socket it is about, which for an accept callback is the new connection. */
    static List<WskEvent> changedBy(SocketRow row, WskCallback callback) {
        return switch (callback) {
            case ACCEPT, RECEIVE, DISCONNECT, SEND_BACKLOG -> CONNECTION;
            case RECEIVE_FROM -> List.of(WSK_EVENT_RECEIVE_FROM);
            case INSPECT, ABORT, CLIENT, EXTENSION -> of(row);
        };
    }

    /** Whether there is a conditional accept to switch: on listening sockets only (C-39), and until the bind (EVT-INS-03). */
    static boolean maySwitchConditional(SocketRow row) {
        return row.category() == SocketCategory.LISTEN && row.state() == SocketState.CREATED;
    }

    /** The open requests, those that wait for an answer before the others, each group oldest first. */
    static List<OpenInspection> requestsFirstToAnswer(SocketRow row) {
        return row.inspections().stream()
                .sorted(Comparator.comparing(inspection -> !mayAnswer(inspection)))
                .toList();
    }

    /** What the callback may return; the first is the usual one. */
    static List<NtStatus> permittedReturns(WskCallback callback) {
        return switch (callback) {
            case RECEIVE, RECEIVE_FROM ->
                List.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_PENDING, NtStatus.STATUS_DATA_NOT_ACCEPTED);
            case ACCEPT -> List.of(NtStatus.STATUS_SUCCESS, NtStatus.STATUS_REQUEST_NOT_ACCEPTED);
            case CLIENT -> List.of(NtStatus.STATUS_NOT_IMPLEMENTED, NtStatus.STATUS_SUCCESS);
            case INSPECT ->
                List.of(
                        InspectAction.WskInspectAccept.asReturn(),
                        InspectAction.WskInspectReject.asReturn(),
                        InspectAction.WskInspectPend.asReturn());
            case DISCONNECT, SEND_BACKLOG, ABORT, EXTENSION -> List.of(NtStatus.STATUS_SUCCESS);
        };
    }
}

package org.wskscope.engine.projection;

import java.net.Inet6Address;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.RecordCursor;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.TraceReader;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.EventMask;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskFunction;

/** Explains how sockets come to be, and in which state they are. Pure functions. */
final class SocketExplainers {
    private SocketExplainers() {}

    static Explanation created(TraceReader log, TraceRecord.SocketCreated record) {
        if (record.category() == SocketCategory.BASIC) {
            return ExplanationKind.CREATED_BASIC.with();
        }
        long sequence = record.head().sequence();
        int socket = record.head().socket().value();
        String flag = record.category().flagName();
        long enabled = NearbyRecords.following(log, sequence, socket, RecordKind.CALLBACK_ENABLED);
        if (enabled >= 0) {
            int events = log.cursor().moveTo(enabled).enabledBits();
            return ExplanationKind.CREATED_STATIC.with(flag, new EventMask(events).shortNames());
        }
        return (isAccepted(log, record.head().cause()) ? ExplanationKind.CREATED_ACCEPTED : ExplanationKind.CREATED)
                .with(flag);
    }

    static Explanation bound(TraceReader log, TraceRecord.SocketBound record) {
        long cause = record.head().cause();
        if (isAccepted(log, cause)) {
            return ExplanationKind.BOUND_ACCEPTED.with();
        } else if (isConnectedNext(log, record)) {
            return ExplanationKind.BOUND_CONNECTED.with();
        } else if (isWildcard6(record)) {
            return ExplanationKind.BOUND_WILDCARD_6.with();
        } else if (isCallOf(log, cause, WskFunction.WSK_LISTEN)) {
            return ExplanationKind.BOUND_LISTENING.with();
        } else if (isCallOf(log, cause, WskFunction.WSK_SOCKET_CONNECT)) {
            return ExplanationKind.BOUND_CONNECTING.with();
        }
        return switch (category(log, record)) {
            case LISTEN -> ExplanationKind.BOUND_LISTENER.with();
            case DATAGRAM -> ExplanationKind.BOUND_DATAGRAM.with();
            case STREAM -> ExplanationKind.BOUND_STREAM.with();
            default -> ExplanationKind.BOUND.with();
        };
    }

    static Explanation accepted(TraceReader log, TraceRecord.SocketAccepted record) {
        if (record.route() == AcceptRoute.EVENT) {
            return ExplanationKind.ACCEPTED_EVENT.with();
        }
        int accepted = record.accepted().value();
        EventMask on = staticEvents(log, record.head().sequence(), accepted);
        return on.bits() == 0
                ? ExplanationKind.ACCEPTED_IRP.with()
                : ExplanationKind.ACCEPTED_IRP_STATIC.with(on.shortNames());
    }

    static Explanation changed(TraceRecord.SocketStateChanged record) {
        ExplanationKind topic = switch (record.to()) {
            case HALF_CLOSED_LOCAL -> ExplanationKind.STATE_LOCAL_HALF;
            case HALF_CLOSED_REMOTE -> ExplanationKind.STATE_REMOTE_HALF;
            case DEAD -> ExplanationKind.STATE_DEAD;
            case CLOSING -> ExplanationKind.STATE_CLOSING;
            default -> ExplanationKind.STATE;
        };
        return topic.with(record.from().name(), record.to().name());
    }

    static Explanation enabled(TraceReader log, TraceRecord.CallbackEnabled record) {
        boolean drained = EarlierRecords.is(log, record.head().cause(), RecordKind.CALLBACK_RETURNED);
        ExplanationKind topic = switch (record.origin()) {
            case OPTION -> drained ? ExplanationKind.ENABLED_AFTER_DRAIN : ExplanationKind.ENABLED_OPTION;
            case STATIC -> ExplanationKind.ENABLED_STATIC;
            case INHERITED -> ExplanationKind.ENABLED_INHERITED;
        };
        return topic.with(record.enabled().shortNames());
    }

    static Explanation inputFinished(TraceRecord.InputFinished record) {
        if (record.queued() == 0) {
            return ExplanationKind.INPUT_FINISHED.with();
        }
        return (record.eager() ? ExplanationKind.INPUT_FINISHED_EAGER : ExplanationKind.INPUT_FINISHED_HELD)
                .with(record.queued());
    }

    /** The events the client enabled statically that are on at {@code socket} before the record {@code before}. */
    static EventMask staticEvents(TraceReader log, long before, int socket) {
        long enabled = EarlierRecords.newest(
                log, before, RecordKind.CALLBACK_ENABLED, socket, at -> at.origin() == EnableOrigin.STATIC);
        return enabled < 0
                ? EventMask.NONE
                : new EventMask(log.cursor().moveTo(enabled).enabledBits());
    }

    /** The category the socket was created with; CONNECTION when its creation is too far back. */
    static SocketCategory category(TraceReader log, TraceRecord record) {
        long created = EarlierRecords.newest(
                log,
                record.head().sequence(),
                RecordKind.SOCKET_CREATED,
                record.head().socket().value(),
                at -> true);
        return created < 0
                ? SocketCategory.CONNECTION
                : log.cursor().moveTo(created).category();
    }

    /** The state a socket is in before the record {@code before}. */
    static SocketState state(TraceReader log, long before, int socket) {
        long changed = EarlierRecords.newest(log, before, RecordKind.SOCKET_STATE_CHANGED, socket, at -> true);
        return changed < 0 ? SocketState.CREATED : log.cursor().moveTo(changed).to();
    }

    /** The connect fixes what a bind to the wildcard left open (API-SCK-11). */
    private static boolean isConnectedNext(TraceReader log, TraceRecord.SocketBound record) {
        int socket = record.head().socket().value();
        return NearbyRecords.following(log, record.head().sequence(), socket, RecordKind.SOCKET_CONNECTED) >= 0;
    }

    private static boolean isWildcard6(TraceRecord.SocketBound record) {
        return record.local().getAddress() instanceof Inet6Address address && address.isAnyLocalAddress();
    }

    private static boolean isAccepted(TraceReader log, long cause) {
        return EarlierRecords.is(log, cause, RecordKind.CONNECTION_ARRIVED);
    }

    private static boolean isCallOf(TraceReader log, long cause, WskFunction function) {
        if (!EarlierRecords.is(log, cause, RecordKind.FUNCTION_CALLED)) {
            return false;
        }
        RecordCursor call = log.cursor().moveTo(cause);
        return call.function() == function;
    }
}

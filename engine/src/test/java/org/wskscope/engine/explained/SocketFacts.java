package org.wskscope.engine.explained;

import java.util.Map;
import java.util.function.Predicate;
import org.wskscope.engine.trace.AcceptRoute;
import org.wskscope.engine.trace.DisableReason;
import org.wskscope.engine.trace.DropReason;
import org.wskscope.engine.trace.EnableOrigin;
import org.wskscope.engine.trace.InspectionOutcome;
import org.wskscope.engine.trace.RecordKind;
import org.wskscope.engine.trace.SealReason;
import org.wskscope.engine.trace.TraceRecord;
import org.wskscope.engine.wsk.SocketCategory;
import org.wskscope.engine.wsk.SocketId;
import org.wskscope.engine.wsk.SocketState;
import org.wskscope.engine.wsk.WskCallback;
import org.wskscope.engine.wsk.WskEvent;
import org.wskscope.engine.wsk.WskFunction;

/** What must be so where a sentence about sockets, what arrives and what is queued is told. */
final class SocketFacts {
    private SocketFacts() {}

    static void addTo(Map<String, Predicate<Scene>> all) {
        clientsAndLogs(all);
        births(all);
        binds(all);
        connections(all);
        states(all);
        arrivals(all);
        buffers(all);
        masks(all);
        conditional(all);
    }

    private static void fact(Map<String, Predicate<Scene>> all, String key, Predicate<Scene> fact) {
        all.put("explain." + key, fact);
    }

    private static void clientsAndLogs(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "client.registered",
                at -> at.argument(0)
                        .equals(at.as(TraceRecord.ClientRegistered.class).name()));
        fact(all, "client.deregistered", at -> at.after().totals().openSockets() == 0);
        fact(
                all,
                "command.issued",
                at -> at.argument(0)
                        .equals(at.as(TraceRecord.CommandIssued.class).text()));
        fact(
                all,
                "command.done",
                at -> at.as(TraceRecord.CommandSettled.class).status().isSuccess());
        fact(
                all,
                "command.refused",
                at -> !at.as(TraceRecord.CommandSettled.class).status().isSuccess());
        fact(all, "log.closed", at -> at.as(TraceRecord.LogSealed.class).reason() == SealReason.CLOSED);
        fact(all, "log.limitReached", at -> at.as(TraceRecord.LogSealed.class).reason() != SealReason.CLOSED);
    }

    private static void births(Map<String, Predicate<Scene>> all) {
        fact(all, "socket.created", at -> isOff(at) && at.causeIs(RecordKind.FUNCTION_CALLED));
        fact(
                all,
                "socket.created.accepted",
                at -> isOff(at)
                        && at.causeIs(RecordKind.CONNECTION_ARRIVED)
                        && at.is().category() == SocketCategory.CONNECTION);
        fact(
                all,
                "socket.created.static",
                at -> at.later()
                        .findFirst()
                        .filter(TraceRecord.CallbackEnabled.class::isInstance)
                        .map(TraceRecord.CallbackEnabled.class::cast)
                        .filter(on -> on.origin() == EnableOrigin.STATIC)
                        .filter(on -> on.enabled().shortNames().equals(at.argument(1)))
                        .isPresent());
        fact(all, "socket.created.basic", at -> at.is().category() == SocketCategory.BASIC);
    }

    private static void binds(Map<String, Predicate<Scene>> all) {
        fact(
                all,
                "socket.bound",
                at -> becomes(at, SocketState.BOUND) && at.is().category() == SocketCategory.CONNECTION);
        fact(
                all,
                "socket.bound.wildcard6",
                at -> at.as(TraceRecord.SocketBound.class).local().getAddress() instanceof java.net.Inet6Address address
                        && address.isAnyLocalAddress());
        fact(
                all,
                "socket.bound.connecting",
                at -> call(at.cause()) == WskFunction.WSK_SOCKET_CONNECT
                        && at.later()
                                .noneMatch(later -> later instanceof TraceRecord.FunctionCalled next
                                        && next.function() == WskFunction.WSK_CONNECT));
        fact(
                all,
                "socket.bound.connected",
                at -> becomes(at, SocketState.CONNECTED) && !at.causeIs(RecordKind.CONNECTION_ARRIVED));
        fact(all, "socket.bound.accepted", at -> becomes(at, SocketState.CONNECTED));
        fact(
                all,
                "socket.bound.stream",
                at -> becomes(at, SocketState.BOUND) && at.is().category() == SocketCategory.STREAM);
        fact(
                all,
                "socket.bound.listening",
                at -> becomes(at, SocketState.LISTENING) && at.is().category() == SocketCategory.STREAM);
        fact(
                all,
                "socket.bound.listener",
                at -> becomes(at, SocketState.LISTENING) && at.is().category() == SocketCategory.LISTEN);
        fact(
                all,
                "socket.bound.datagram",
                at -> becomes(at, SocketState.BOUND) && at.is().category() == SocketCategory.DATAGRAM);
    }

    private static void connections(Map<String, Predicate<Scene>> all) {
        fact(all, "socket.connected", at -> becomes(at, SocketState.CONNECTED));
        fact(
                all,
                "socket.accepted.event",
                at -> at.as(TraceRecord.SocketAccepted.class).route() == AcceptRoute.EVENT
                        && at.is(accepted(at)).mask().bits() == 0
                        && at.later()
                                .filter(TraceRecord.CallbackEntered.class::isInstance)
                                .map(TraceRecord.CallbackEntered.class::cast)
                                .anyMatch(call -> call.subject().equals(accepted(at))));
        fact(all, "socket.accepted.irp", at -> at.is(accepted(at)).mask().bits() == 0);
        fact(
                all,
                "socket.accepted.irp.static",
                at -> at.argument(0).equals(at.is(accepted(at)).mask().shortNames()));
    }

    private static void states(Map<String, Predicate<Scene>> all) {
        fact(all, "state.changed", at -> at.argument(1).equals(at.is().state().name()));
        fact(
                all,
                "state.halfClosedLocal",
                at -> at.earlier().anyMatch(before -> call(before) == WskFunction.WSK_DISCONNECT));
        fact(all, "state.halfClosedRemote", at -> at.earlier().anyMatch(TraceRecord.InputFinished.class::isInstance));
        fact(all, "state.dead", at -> at.is().state() == SocketState.DEAD);
        fact(all, "state.closing", at -> at.later().noneMatch(TraceRecord.CallbackEntered.class::isInstance));
        fact(
                all,
                "socket.closed",
                at -> at.is().callbacks().isEmpty() && at.is().irps().size() <= 1);
    }

    private static void arrivals(Map<String, Predicate<Scene>> all) {
        fact(all, "arrived.connection", at -> at.is().queued() == number(at, 0));
        fact(all, "arrived.bytes", at -> at.is().queued() - at.was().queued() == number(at, 0));
        fact(all, "arrived.datagram", at -> at.is().queued() == at.was().queued() + 1);
        fact(all, "datagram.dropped.full", at -> dropped(at, DropReason.QUEUE_FULL));
        fact(
                all,
                "datagram.dropped.sender",
                at -> dropped(at, DropReason.OTHER_SENDER)
                        && at.earlier().anyMatch(before -> call(before) == WskFunction.WSK_CONTROL_SOCKET));
        fact(
                all,
                "datagram.dropped.refused",
                at -> dropped(at, DropReason.REFUSED)
                        && at.is().lockedMask().contains(WskEvent.WSK_EVENT_RECEIVE_FROM));
        fact(
                all,
                "bytes.sent",
                at -> at.is().counters().bytesSent() == at.was().counters().bytesSent() + number(at, 0));
        fact(
                all,
                "input.finished",
                at -> at.was().queued() == 0
                        || at.was().irps().stream().anyMatch(pending -> pending.function() == WskFunction.WSK_RECEIVE));
        fact(
                all,
                "input.finished.held",
                at -> number(at, 0) > 0
                        && at.was().queued() == number(at, 0)
                        && notifiedWith(at).allMatch(call -> call.amount() == 0));
        fact(all, "input.finished.eager", at -> number(at, 0) > 0 && at.was().queued() == number(at, 0));
        fact(
                all,
                "connection.reset",
                at -> at.is().queued() == 0
                        && at.later().noneMatch(TraceRecord.BytesArrived.class::isInstance)
                        && at.later()
                                .noneMatch(later -> later instanceof TraceRecord.CallbackEntered call
                                        && call.callback() == WskCallback.RECEIVE));
        fact(
                all,
                "backlog.changed",
                at -> number(at, 0) == at.as(TraceRecord.BacklogChanged.class).bytes());
    }

    private static void buffers(Map<String, Predicate<Scene>> all) {
        fact(all, "buffered.eventDisabled", at -> isQueued(at) && cannotBeCalled(at, WskEvent.WSK_EVENT_RECEIVE));
        fact(
                all,
                "buffered.eventDisabled.datagrams",
                at -> isQueued(at) && cannotBeCalled(at, WskEvent.WSK_EVENT_RECEIVE_FROM));
        fact(
                all,
                "buffered.eventDisabled.connections",
                at -> isQueued(at) && cannotBeCalled(at, WskEvent.WSK_EVENT_ACCEPT));
        for (String unit : new String[] {"", ".datagrams", ".connections"}) {
            fact(
                    all,
                    "buffered.callbackInFlight" + unit,
                    at -> isQueued(at) && !at.is().callbacks().isEmpty());
        }
        fact(
                all,
                "buffered.paused",
                at -> isQueued(at) && (!at.is().gateOpen() || at.causeIs(RecordKind.CALLBACK_RETURNED)));
        fact(
                all,
                "buffered.acceptInProgress",
                at -> isQueued(at)
                        && at.is(there(at.is().listener())).callbacks().stream()
                                .anyMatch(call -> call.callback() == WskCallback.ACCEPT));
        fact(all, "buffered.notTaken", SocketFacts::isQueued);
        fact(all, "buffered.notTaken.datagrams", SocketFacts::isQueued);
        fact(
                all,
                "gate.shut",
                at -> !at.is().gateOpen()
                        && at.is().queued() == number(at, 0)
                        && at.later()
                                .takeWhile(later -> call(later) != WskFunction.WSK_RECEIVE
                                        && !(later instanceof TraceRecord.SocketStateChanged)
                                        && !(later instanceof TraceRecord.IrpCancelRequested)
                                        && !(later instanceof TraceRecord.IrpCompleted))
                                .noneMatch(later -> later instanceof TraceRecord.CallbackEntered call
                                        && call.callback() == WskCallback.RECEIVE));
        fact(all, "gate.open", at -> at.is().gateOpen() && at.is().queued() == number(at, 0));
    }

    private static void masks(Map<String, Predicate<Scene>> all) {
        fact(all, "enabled.option", at -> hasAll(at) && at.causeIs(RecordKind.FUNCTION_CALLED));
        fact(
                all,
                "enabled.afterDrain",
                at -> hasAll(at)
                        && at.between(at.record().head().cause(), at.sequence())
                                .anyMatch(before -> before instanceof TraceRecord.CallbackDisabled off
                                        && enabled(at).enabled().contains(off.event())));
        fact(
                all,
                "enabled.static",
                at -> hasAll(at)
                        && at.later()
                                .noneMatch(later -> later instanceof TraceRecord.CallbackDisabled off
                                        && enabled(at).enabled().contains(off.event())));
        fact(
                all,
                "enabled.inherited",
                at -> hasAll(at)
                        && at.is().route() == AcceptRoute.EVENT
                        && at.is().inheritedMask().bits() != 0);
        fact(all, "disable.withIrp", at -> isWaiting(at) && disable(at).irp() != 0);
        fact(all, "disable.withoutIrp", at -> isWaiting(at) && disable(at).irp() == 0);
        fact(
                all,
                "disabled.option",
                at -> isOffNow(at)
                        && at.is().callbacks().stream()
                                .noneMatch(call ->
                                        call.callback().event() == disabled(at).event()));
        fact(
                all,
                "disabled.dataNotAccepted",
                at -> isOffNow(at) && disabled(at).reason() == DisableReason.DATA_NOT_ACCEPTED);
    }

    private static void conditional(Map<String, Predicate<Scene>> all) {
        fact(all, "conditional.on", at -> at.is().conditional());
        fact(all, "conditional.off", at -> !at.is().conditional());
        fact(
                all,
                "requested",
                at -> at.is().inspections().size() == at.was().inspections().size() + 1);
        fact(all, "inspection.accepted", at -> ended(at, InspectionOutcome.ACCEPTED));
        fact(all, "inspection.rejected", at -> ended(at, InspectionOutcome.REJECTED));
        fact(all, "inspection.aborted", at -> ended(at, InspectionOutcome.ABORTED));
        fact(
                all,
                "refused",
                at -> at.is().state() == SocketState.LISTENING
                        && (at.is().queued() == number(at, 0)
                                || at.is().inspections().size() == number(at, 0)));
    }

    private static boolean ended(Scene at, InspectionOutcome outcome) {
        TraceRecord.InspectionEnded record = at.as(TraceRecord.InspectionEnded.class);
        return record.outcome() == outcome && ((Number) at.argument(0)).intValue() == record.inspection();
    }

    private static boolean isOff(Scene at) {
        return at.is().mask().bits() == 0
                && !(at.later().findFirst().orElse(at.record()) instanceof TraceRecord.CallbackEnabled);
    }

    private static boolean becomes(Scene at, SocketState state) {
        return at.later()
                .filter(TraceRecord.SocketStateChanged.class::isInstance)
                .map(TraceRecord.SocketStateChanged.class::cast)
                .findFirst()
                .filter(change -> change.to() == state)
                .isPresent();
    }

    private static boolean dropped(Scene at, DropReason reason) {
        TraceRecord.DatagramDropped record = at.as(TraceRecord.DatagramDropped.class);
        return record.reason() == reason && at.is().counters().datagramsDropped() == number(at, 1);
    }

    private static java.util.stream.Stream<TraceRecord.CallbackEntered> notifiedWith(Scene at) {
        return at.later()
                .filter(TraceRecord.CallbackEntered.class::isInstance)
                .map(TraceRecord.CallbackEntered.class::cast)
                .filter(call -> call.callback() == WskCallback.DISCONNECT);
    }

    private static boolean isQueued(Scene at) {
        return number(at, 0) > 0 && at.is().queued() == number(at, 0);
    }

    private static boolean cannotBeCalled(Scene at, WskEvent event) {
        return !at.is().mask().contains(event) || at.is().waitingMask().contains(event);
    }

    private static TraceRecord.CallbackEnabled enabled(Scene at) {
        return at.as(TraceRecord.CallbackEnabled.class);
    }

    private static boolean hasAll(Scene at) {
        int bits = enabled(at).enabled().bits();
        return (at.is().mask().bits() & bits) == bits
                && at.argument(0).equals(enabled(at).enabled().shortNames());
    }

    private static TraceRecord.CallbackDisableRequested disable(Scene at) {
        return at.as(TraceRecord.CallbackDisableRequested.class);
    }

    private static boolean isWaiting(Scene at) {
        long running = at.is().callbacks().stream()
                .filter(call -> call.callback().event() == disable(at).event())
                .count();
        return at.is().waitingMask().contains(disable(at).event()) && running == number(at, 1);
    }

    private static TraceRecord.CallbackDisabled disabled(Scene at) {
        return at.as(TraceRecord.CallbackDisabled.class);
    }

    private static boolean isOffNow(Scene at) {
        return !at.is().mask().contains(disabled(at).event());
    }

    private static SocketId accepted(Scene at) {
        return at.as(TraceRecord.SocketAccepted.class).accepted();
    }

    static SocketId there(@org.jspecify.annotations.Nullable SocketId id) {
        if (id == null) {
            throw new AssertionError("no socket");
        }
        return id;
    }

    static @org.jspecify.annotations.Nullable WskFunction call(TraceRecord record) {
        return record instanceof TraceRecord.FunctionCalled called ? called.function() : null;
    }

    static long number(Scene at, int argument) {
        return ((Number) at.argument(argument)).longValue();
    }
}
